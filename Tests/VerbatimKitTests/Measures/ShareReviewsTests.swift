import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

@testable import VerbatimKit

/// Which of several samples of a code corrects its share.
@Suite struct ShareReviewsTests {
    private func study() -> DrawnStudy { DrawnStudy.interviews(60) { $1 == "a" && $0 < 25 } }

    private func read(_ study: DrawnStudy) -> Int? { study.corrected().first { $0.code == "a" }?.read }

    @Test func aSampleThatGoesOnCountsAtOnce() throws {
        var study = study()
        let base = try study.draw(.units(20), ["a"], isBase: true)
        study.judge(base) { _, _ in true }
        #expect(read(study) == 20)
        let top = try study.draw(.units(40), ["a"])
        #expect(read(study) == 20)
        study.judge(top, isRead: { $0.row <= 5 }) { _, _ in true }
        #expect(read(study) == 25)
    }

    @Test func aSampleThatCannotGoOnWaitsUntilAsMuchIsJudgedInIt() throws {
        var study = study()
        let first = try study.draw(.units(30), ["a"])
        study.judge(first) { _, _ in true }
        study.recode("a", in: Set((10..<40).map { "r\($0)" }))
        let second = try study.draw(.units(40), ["a"], seed: 2)
        #expect(second.earlier(of: "a").isEmpty)
        study.judge(second, isRead: { $0.row <= 29 }) { _, _ in false }
        // All 30 of the first sample were true, by the strata of the old rules.
        #expect(study.corrected().first { $0.code == "a" }?.share.value?.value == 1)
        study.judge(second, isRead: { $0.row == 30 }) { _, _ in false }
        #expect(study.corrected().first { $0.code == "a" }?.share.value?.value == 0)
    }

    @Test func aSampleThatKnowsMoreRespondentsCounts() throws {
        var study = study()
        let first = try study.draw(.units(40), ["a"])
        study.judge(first) { _, _ in true }
        study.study.respondents.append(Respondent(id: "later"))
        #expect(study.corrected().first { $0.code == "a" }?.share.reason == .emptyStratum)
        let second = try study.draw(.units(20), ["a"])
        study.judge(second) { _, _ in true }
        #expect(read(study) == 20)
    }
}
