import Foundation
import Testing
import VerbatimTestSupport

@Suite struct RunCommandTests {
    private func study() throws -> CommandRunner {
        let verbatim = try CommandRunner()
        try verbatim.folder.write(
            "Interviewer: Where did you sleep?\nAmina: We slept outside the station.\nInterviewer: And now?\nAmina: Now it is fine.\n",
            to: "Transcripts/one.txt")
        try verbatim.folder.write(
            """
            codebook small "A small codebook"
              languages en
            code shelter "Shelter"
              define Sleeping rough.
              rule en: "slept outside"
              + "We [[slept outside]]."
            """, to: "small.codebook")
        return verbatim
    }

    @Test func aRunPrintsFrequenciesOnStandardOutputAndWordsOnStandardError() throws {
        let verbatim = try study()
        let result = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "Results")
        #expect(result.status == 0)
        #expect(result.output.contains("shelter"))
        #expect(result.errors.contains("1 transcript, 1 respondent, 15 words, 1 coding."))
        #expect(result.errors.contains("Report: Results/report.html"))
        #expect(!result.errors.contains("\u{1B}"), "no colour and no progress bar in a pipe")
    }

    @Test func quietPrintsNothingWhenNothingIsWrong() throws {
        let verbatim = try study()
        let result = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "R", "--quiet")
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(result.errors.isEmpty)
    }

    @Test func jsonIsOneObjectForARowWithTheNamesOfTheCSV() throws {
        let verbatim = try study()
        let result = try verbatim(
            "run", "Transcripts", "--codebook", "small.codebook", "--output", "R", "--format", "json")
        let line = try #require(result.output.split(separator: "\n").first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["code"] as? String == "shelter")
        #expect(object["respondents"] as? Int == 1)
        #expect(object["share"] as? Double == 1)
        let csv = try verbatim.folder.text(of: "R/frequencies.csv")
        #expect(Set(object.keys) == Set(NaiveCSV.header(csv)))
    }

    @Test func aTranscriptThatCannotBeReadIsNamedAndTheStatusIsOne() throws {
        let verbatim = try study()
        try verbatim.folder.write("<a><b></a>", to: "Transcripts/bad.xml")
        let result = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "Results")
        #expect(result.status == 1)
        #expect(result.errors.contains("Transcripts/bad.xml:1:"))
        #expect(result.output.contains("shelter"))
    }

    @Test func aWrongCodebookEndsWithTwoAndWritesNothing() throws {
        let verbatim = try study()
        try verbatim.folder.write("codebook x\ncode y\n  rule: near\n", to: "wrong.codebook")
        let result = try verbatim("run", "Transcripts", "--codebook", "wrong.codebook", "--output", "Results")
        #expect(result.status == 2)
        #expect(result.errors.contains("wrong.codebook:3:9: error: ["))
        #expect(result.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: verbatim.folder.url.appendingPathComponent("Results").path))
    }

    @Test(arguments: [["run"], ["run", "Nowhere", "--codebook", "small.codebook", "--output", "R"], ["nonsense"]])
    func wrongUseEndsWithTwo(arguments: [String]) throws {
        let verbatim = try study()
        let result = try verbatim.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test(arguments: [["--help"], ["run", "--help"], ["speakers", "--help"], ["codebook", "--help"], ["--version"]])
    func helpAndVersionAreResults(arguments: [String]) throws {
        let verbatim = try CommandRunner()
        let result = try verbatim.run(arguments)
        #expect(result.status == 0)
        #expect(!result.output.isEmpty)
        #expect(result.errors.isEmpty)
    }

    @Test func theStudyFileAnswersForFrequenciesByAttribute() throws {
        let verbatim = try study()
        try verbatim.folder.write("id,labels,country\nR1,Amina,Iraq\n", to: "Transcripts/respondents.csv")
        _ = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "R")
        let result = try verbatim("frequencies", "R/study.verbatim", "--by", "country", "--format", "csv")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("country,code,name,level,"))
        #expect(result.output.contains("Iraq,shelter,Shelter,code,1,1.0000,"))
    }

    @Test func speakersShowsRolesWithTheirReasonsAndCanBeCorrected() throws {
        let verbatim = try study()
        let before = try verbatim("speakers", "Transcripts", "--format", "csv")
        #expect(before.status == 0)
        #expect(before.output.hasPrefix("transcript,label,turns,words,role,confidence,reasons,respondent\n"))
        try verbatim.folder.write(
            "transcript,label,role,respondent\none,Amina,observer,\n", to: "Transcripts/speakers.csv")
        let rows = NaiveCSV.rows(try verbatim("speakers", "Transcripts", "--format", "csv").output)
        #expect(rows.first { $0["label"] == "Amina" }?["role"] == "observer")
    }

    @Test func codebookTestCountsWhatPassesAndFails() throws {
        let verbatim = try study()
        #expect(try verbatim("codebook", "test", "small.codebook").output == "1 passed, 0 failed\n")
        try verbatim.folder.write(
            try String(contentsOf: verbatim.folder.url.appendingPathComponent("small.codebook"), encoding: .utf8)
                + "\n  + \"nothing of it\"\n", to: "small.codebook")
        let result = try verbatim("codebook", "test", "small.codebook")
        #expect(result.output == "1 passed, 1 failed\n")
        #expect(result.status == 1)
        #expect(result.errors.contains("small.codebook:7:"))
    }
}
