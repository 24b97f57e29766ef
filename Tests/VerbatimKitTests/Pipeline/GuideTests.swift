import Foundation
import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

@Suite struct GuideTests {
    private func run(_ files: [(String, String)]) throws -> (RunResult, TemporaryFolder) {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("T"), withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path(name)))
        }
        let options = RunOptions(
            transcripts: folder.path("T"), codebook: folder.path("c.codebook"), output: folder.path("R"))
        return (try CodingPipeline(options).run(), folder)
    }

    private let codebook = """
        codebook c "C"

        theme return "Return"

        code return.plan "Plan"
          rule plan en: "go back", where question = Q2

        code other "Other"
          rule work en: work
        """

    private let guide = """
        guide g "G"
        question Q1 "Leaving"
          en: Why did you leave your country?
        question Q2 "Return"
          codes return
          en: Would you like to return one day?
        """

    @Test func onlyThoseWhoWereAskedAreTheDenominator() throws {
        let (result, folder) = try run([
            ("c.codebook", codebook), ("T/guide.guide", guide),
            (
                "T/one.txt",
                "Interviewer: Why did you leave your country?\n\nAnna: To go back later. No work.\n\n"
                    + "Interviewer: Would you like to return some day?\n\nAnna: I will go back.\n"
            ),
            ("T/two.txt", "Interviewer: Why did you leave your country?\n\nBen: I will go back. No work.\n"),
        ])
        let plan = try #require(result.frequencies.row(of: "return.plan"))
        #expect(plan.respondents == 1 && plan.asked == 1 && plan.share == 1)
        #expect(result.frequencies.row(of: "return")?.asked == 1)
        #expect(result.frequencies.row(of: "other")?.asked == 2)
        #expect(result.study.codings.filter { $0.code == "return.plan" }.map(\.turn) == [4])
        let questions = try String(contentsOfFile: folder.path("R/questions.csv"), encoding: .utf8)
        #expect(
            questions == """
                question,name,respondent,transcript,turn,matched,similarity
                Q1,Leaving,one/Anna,one,1,wording,1.00
                Q2,Return,one/Anna,one,3,wording,\(similarity(in: questions, row: 2))
                Q1,Leaving,two/Ben,two,1,wording,1.00

                """)
        // What the study file holds gives the same denominators.
        let kept = try StudyFile.latestRun(of: folder.path("R/study.verbatim")).study
        #expect(FrequencyTable(kept).row(of: "return")?.asked == 1)
        #expect(kept.asked == result.study.asked)
    }

    private func similarity(in table: String, row: Int) -> Substring {
        table.split(separator: "\n")[row].split(separator: ",").last ?? ""
    }

    @Test func withoutAGuideAllWhoSpokeAreTheDenominator() throws {
        let (result, folder) = try run([
            ("c.codebook", codebook), ("T/one.txt", "Interviewer: Q2. Back?\n\nAnna: I will go back. No work.\n"),
        ])
        #expect(result.frequencies.row(of: "return")?.asked == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path("R/questions.csv")))
    }
}
