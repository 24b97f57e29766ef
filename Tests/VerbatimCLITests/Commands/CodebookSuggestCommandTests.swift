import Foundation
import Testing
import VerbatimTestSupport

@Suite struct CodebookSuggestCommandTests {
    private func study() throws -> CommandRunner {
        let verbatim = try CommandRunner()
        let talk = (1...9).map { "The weather is number \($0) of all the weathers." }.joined(separator: " ")
        var rows = "transcript,start,end,code\n"
        for name in ["one", "two", "three"] {
            let head = "Interviewer: And then?\nAmina: "
            let coded = "There was an eviction."
            try verbatim.folder.write(
                "\(head)\(coded) \(talk)\nInterviewer: Thanks.\nAmina: Bye.\n", to: "Talk/\(name).txt")
            rows += "\(name),\(head.unicodeScalars.count),\(head.unicodeScalars.count + coded.count),shelter\n"
        }
        try verbatim.folder.write(rows, to: "coded.csv")
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

    @Test func theTermsStandInATableOnStandardOutput() throws {
        let verbatim = try study()
        let result = try verbatim(
            "codebook", "suggest", "small.codebook", "Talk", "--codings", "coded.csv", "--format", "json")
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["code"] as? String == "shelter")
        #expect(object?["term"] as? String == "eviction")
        #expect(object?["respondents"] as? Int == 3)
        #expect(object?["missed"] as? Int == 3)
    }

    @Test func withoutCodingsTheUseIsWrong() throws {
        let verbatim = try study()
        let result = try verbatim("codebook", "suggest", "small.codebook", "Talk")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("[no-codings]"))
    }

    @Test func sentencesAreTheOtherTable() throws {
        let verbatim = try study()
        let result = try verbatim(
            "codebook", "suggest", "small.codebook", "Talk", "--codings", "coded.csv", "--sentences", "--format", "csv")
        #expect(result.status == 0)
        #expect(result.output == "code,transcript,turn,speaker,respondent,start,end,score,terms,text\n")
    }
}
