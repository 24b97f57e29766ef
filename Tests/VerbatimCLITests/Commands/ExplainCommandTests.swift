import Foundation
import Testing
import VerbatimTestSupport

@Suite struct ExplainCommandTests {
    private func study() throws -> (verbatim: CommandRunner, coding: String) {
        let verbatim = try CommandRunner()
        try verbatim.folder.write(
            "Interviewer: Where did you sleep?\nAmina: We slept outside the station.\n", to: "Transcripts/one.txt")
        try verbatim.folder.write(
            """
            codebook small "A small codebook"
              languages en
            code shelter "Shelter"
              define Sleeping rough.
              rule street en: slept near/2 outside
              + "We [[slept outside]]."
            """, to: "small.codebook")
        _ = try verbatim("run", "Transcripts", "--codebook", "small.codebook", "--output", "R", "--quiet")
        let csv = try String(contentsOf: verbatim.folder.url.appendingPathComponent("R/codings.csv"), encoding: .utf8)
        return (verbatim, try #require(NaiveCSV.rows(csv).first?["coding"]))
    }

    @Test func explainPrintsTheTree() throws {
        let (verbatim, coding) = try study()
        let result = try verbatim("explain", String(coding.prefix(6)), "R/study.verbatim")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("We [[slept outside]] the station."))
        #expect(result.output.contains("rule street  small.codebook:5"))
        #expect(result.output.contains("\"slept\" and \"outside\": 0 tokens between, at most 1"))
    }

    @Test func explainPrintsTheTreeAsData() throws {
        let (verbatim, coding) = try study()
        let result = try verbatim("explain", coding, "R/study.verbatim", "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["coding"] as? String == coding)
        #expect((object["reasons"] as? [[String: Any]])?.first?["rule"] as? String == "street")
    }

    @Test func aWrongIDEndsWithTwoAndNobodysWords() throws {
        let (verbatim, _) = try study()
        let result = try verbatim("explain", "ffffzzzz", "R/study.verbatim")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("[unknown-coding]"))
        #expect(!result.errors.contains("slept"))
    }

    @Test func whyNotNamesTheSpeaker() throws {
        let (verbatim, _) = try study()
        let result = try verbatim("why-not", "--code", "shelter", "--at", "one", "--turn", "1", "R/study.verbatim")
        #expect(result.status == 0)
        #expect(result.output.contains("the speaker is the interviewer"))
    }

    @Test func whyNotSaysWhereAPlaceIsCoded() throws {
        let (verbatim, coding) = try study()
        let result = try verbatim(
            "why-not", "Transcripts", "--code", "shelter", "--at", "one:45", "--codebook", "small.codebook")
        #expect(result.status == 0)
        #expect(result.output.contains("verbatim explain \(coding)"))
    }

    @Test(arguments: [
        ["why-not", "--code", "shelter", "--at", "one", "R/study.verbatim"],
        ["why-not", "--code", "shelter", "--at", "one:4", "Transcripts"],
        ["why-not", "--code", "nothing", "--at", "one:4", "R/study.verbatim"], ["explain", "ffff"],
    ])
    func wrongUseEndsWithTwo(arguments: [String]) throws {
        let (verbatim, _) = try study()
        let result = try verbatim.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }
}
