import Foundation
import Testing
import VerbatimTestSupport

@Suite struct SearchCommandTests {
    private func study() throws -> CommandRunner {
        let verbatim = try CommandRunner()
        try verbatim.folder.write(
            "Interviewer: Where did you sleep?\nAmina: We slept outside the station.\nInterviewer: And now?\nAmina: Now I never sleep outside.\n",
            to: "Transcripts/one.txt")
        try verbatim.folder.write("id,labels,country\nR1,Amina,Iraq\n", to: "Transcripts/respondents.csv")
        return verbatim
    }

    @Test func aConcordanceIsPrintedAndTheCountsOnStandardError() throws {
        let verbatim = try study()
        let result = try verbatim("search", "(slept or sleep) near/1 outside", "Transcripts")
        #expect(result.status == 0)
        #expect(
            result.output
                == "one:2 Amina/R1           We slept outside the station.\n"
                + "one:4 Amina/R1  Now I never sleep outside.\n")
        #expect(result.errors == "2 hits in 2 turns of 1 respondent, 1 transcript.\n")
        let quiet = try verbatim("search", "outside", "Transcripts", "--quiet")
        #expect(quiet.errors.isEmpty)
    }

    @Test func aConcordanceIsAsWideAsColumnsSays() throws {
        let verbatim = try study()
        let long = String(repeating: "word ", count: 40)
        try verbatim.folder.write("A: \(long)outside \(long).\nB: Yes?\nA: No.\n", to: "long.txt")
        for columns in [60, 120] {
            let result = try verbatim(
                "search", "outside, speakers any", "long.txt", environment: ["COLUMNS": String(columns)])
            let line = try #require(result.output.split(separator: "\n").first)
            #expect(line.count == columns)
        }
        let words = try verbatim("search", "outside, speakers any", "long.txt", "--context", "2")
        #expect(words.output.contains("word word outside word word\n"))
    }

    @Test func hitsAreDataForPrograms() throws {
        let verbatim = try study()
        let result = try verbatim("search", "outside, only negated", "Transcripts", "--format", "json")
        let line = try #require(result.output.split(separator: "\n").first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["respondent"] as? String == "R1")
        #expect(object["polarity"] as? String == "negated")
        let start = try #require(object["start"] as? Int)
        #expect(object["evidence"] as? [[Int]] == [[start, start + 7]])
        let csv = try verbatim("search", "outside", "Transcripts", "--format", "csv", "--limit", "1")
        #expect(
            NaiveCSV.header(csv.output).joined(separator: ",")
                == "transcript,turn,speaker,respondent,start,end,text,evidence,polarity,modality,holder")
        #expect(NaiveCSV.rows(csv.output).count == 1)
        #expect(csv.errors.contains("2 hits in 2 turns of 1 respondent, 1 transcript. The first is shown."))
    }

    @Test func hitsCanBeCounted() throws {
        let verbatim = try study()
        let result = try verbatim(
            "search", "sl?p* or sleep", "Transcripts", "--count-by", "country, words", "--format", "csv")
        #expect(
            result.output
                == "country,words,hits,turns,respondents,transcripts\nIraq,sleep,1,1,1,1\nIraq,slept,1,1,1,1\n")
        let unknown = try verbatim("search", "sleep", "Transcripts", "--count-by", "planet")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("[unknown-attribute]"))
        #expect(unknown.output.isEmpty)
    }

    @Test func noHitsAreNoFault() throws {
        let verbatim = try study()
        let result = try verbatim("search", "castle", "Transcripts")
        #expect(result.status == 0)
        #expect(result.output.isEmpty)
        #expect(result.errors == "0 hits in 0 turns of 0 respondents, 0 transcripts.\n")
    }

    @Test func aTranscriptThatCannotBeReadIsNamedAndTheStatusIsOne() throws {
        let verbatim = try study()
        try verbatim.folder.write("<a><b></a>", to: "Transcripts/bad.xml")
        let result = try verbatim("search", "outside", "Transcripts", "--quiet")
        #expect(result.status == 1)
        #expect(result.errors.contains("Transcripts/bad.xml:1:"))
        #expect(result.output.contains("slept outside"))
    }

    @Test func aWrongRuleEndsWithTwoAndACaretBelowTheFault() throws {
        let verbatim = try study()
        let result = try verbatim("search", "outside near/x sleep", "Transcripts")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("rule:1:"))
        #expect(result.errors.contains("    outside near/x sleep\n"))
        #expect(result.errors.contains("^"))
    }

    @Test(arguments: [
        ["search"], ["search", "outside"], ["search", "outside", "Nowhere"],
        ["search", "outside", "Transcripts", "--limit", "0"],
        ["search", "outside", "Transcripts", "--count-by", ","],
        ["search", "outside", "Transcripts", "--count-by", "country", "--limit", "2"],
    ])
    func wrongUseEndsWithTwo(arguments: [String]) throws {
        let verbatim = try study()
        let result = try verbatim.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test func aStudyFileCanBeSearched() throws {
        let verbatim = try study()
        try verbatim.folder.write(
            "codebook s \"S\"\nlist @bed\n  sleep, slept\ncode s \"S\"\n  define Sleep.\n  rule: @bed\n",
            to: "s.codebook")
        _ = try verbatim("run", "Transcripts", "--codebook", "s.codebook", "--output", "R", "--quiet")
        let arguments = ["--codebook", "s.codebook", "--format", "csv", "--quiet"]
        let study = try verbatim.run(["search", "@bed near/2 outside", "R/study.verbatim"] + arguments)
        let folder = try verbatim.run(["search", "@bed near/2 outside", "Transcripts"] + arguments)
        #expect(study.output == folder.output)
        #expect(NaiveCSV.rows(study.output).count == 2)
        #expect(study.status == 0)
    }

    @Test func helpIsAResult() throws {
        let result = try CommandRunner()("search", "--help")
        #expect(result.status == 0)
        #expect(result.output.contains("--count-by"))
    }
}
