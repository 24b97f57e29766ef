import Testing
import VerbatimTestSupport

/// A folder with two interviews and a focus group, coded.
enum CodedFolder {
    /// The command in that folder, after `run` into `R`.
    static func make() throws -> CommandRunner {
        let verbatim = try CommandRunner()
        try verbatim.folder.write(
            """
            Interviewer: Where did you sleep?
            Amina: We slept outside the station.
            Interviewer: And now?
            Amina: Now it is fine.

            """, to: "Transcripts/one.txt")
        try verbatim.folder.write(
            """
            Moderator: And you?
            Bilal: I will go back next year.
            Cem: As for me, no.
            Moderator: Why is that?
            Bilal: The children.
            Cem: My work is here.

            """, to: "Transcripts/two.txt")
        try verbatim.folder.write(
            "id,labels,transcripts,country,sex\nA,Amina,one,Iraq,female\nB,Bilal,two,Turkey,male\nC,Cem,two,Turkey,male\n",
            to: "Transcripts/respondents.csv")
        try verbatim.folder.write(
            """
            codebook small "A small codebook"
              version   1
              languages en
            code shelter "Shelter"
              define Sleeping rough.
              rule en: "slept outside"
              + "We [[slept outside]]."
            code return "Going back"
              define Anything about going back.
              rule en: "go back"
              + "I [[go back]]."
            """, to: "small.codebook")
        let run = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "R", "--quiet")
        guard run.status == 0 else { throw NotCoded(errors: run.errors) }
        return verbatim
    }

    /// A table with the places of words in transcripts, each with what stands in the further columns.
    static func table(
        _ verbatim: CommandRunner, _ header: String, _ rows: [(transcript: String, words: String, rest: String)]
    ) throws -> String {
        try header + "\n"
            + rows.map { row in
                let text = try verbatim.folder.text(of: "Transcripts/\(row.transcript).txt")
                let place = try #require(text.firstRange(of: row.words))
                let start = text.unicodeScalars.distance(from: text.startIndex, to: place.lowerBound)
                return "\(row.transcript),\(start),\(start + row.words.unicodeScalars.count),\(row.rest)\n"
            }.joined()
    }

    private struct NotCoded: Error {
        var errors: String
    }
}
