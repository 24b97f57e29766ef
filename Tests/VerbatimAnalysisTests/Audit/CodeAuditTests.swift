import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

/// Standard errors of samplics (ratio estimator with strata and finite populations), intervals of statsmodels and of
/// scipy's beta quantiles.
@Suite struct CodeAuditTests {
    let coded = ReviewedStratum(members: 900, reviewed: 150, positive: 129)
    let uncoded = ReviewedStratum(members: 9_100, reviewed: 400, positive: 6)
    var audit: CodeAudit { CodeAudit(coded: [coded], uncoded: [uncoded]) }

    @Test func precisionAgrees() {
        #expect(agree(audit.precision.value?.value, 0.86))
        #expect(agree(audit.precisionStandardError.value, 0.025949529399637294))
        #expect(agree(audit.precision.map(\.interval), 0.8017223359169381, 0.9032165206535692))
        #expect(
            agree(audit.precision(.clopperPearson).map(\.interval), 0.7939893108634506, 0.9112017677437135))
    }

    @Test func theMissRateAgrees() {
        #expect(
            agree(uncoded.share(.clopperPearson).map(\.interval), 0.005524109504580661, 0.03236129448077502))
        #expect(agree(audit.missRate.value?.value, 0.015))
        // Without the end of the population it is statsmodels' interval.
        let endless = ConfidenceInterval.wilson(6, of: 400)
        #expect(agree(endless, 0.0068922919194408915, 0.03233463358482672))
    }

    @Test func recallAgrees() {
        #expect(agree(audit.truePositives.value?.value, 774))
        #expect(agree(audit.missed.value?.value, 136.5))
        #expect(agree(audit.recall.value?.value, 0.8500823723228995))
        #expect(agree(audit.recallStandardError.value, 0.05069808671213972))
        #expect(agree(audit.recall.map(\.interval), 0.7235616808032345, 0.9391091080964993))
    }

    @Test func theCommonLogitIntervalFollowsFromTheStandardErrors() throws {
        let recall = try #require(audit.recall.value?.value)
        let ofRecall = try #require(audit.recallStandardError.value)
        let (low, high) = logitInterval(recall, ofRecall)
        #expect(agree(low, 0.7222299779721065) && agree(high, 0.9251828608163785))
        let f1 = try #require(audit.f1.value?.value)
        let ofF1 = try #require(audit.f1StandardError.value)
        let (lowF1, highF1) = logitInterval(f1, ofF1)
        #expect(agree(lowF1, 0.7871108135538398) && agree(highF1, 0.9039008044330347))
    }

    @Test func f1Agrees() {
        #expect(agree(audit.f1.value?.value, 0.8550124275062138))
        #expect(agree(audit.f1StandardError.value, 0.029529204056074728))
        #expect(agree(audit.f1.map(\.interval), 0.7764236321213426, 0.9064333733426894))
    }

    @Test func noMissFoundIsNotNoMiss() {
        let audit = CodeAudit(
            coded: [coded], uncoded: [ReviewedStratum(members: 9_100, reviewed: 400, positive: 0)])
        #expect(audit.recall.value?.value == 1)
        #expect(agree(audit.recall.map(\.interval), 0.8953346229087418, 1))
        #expect(audit.recallStandardError == .undefined(.emptyCell))
        #expect(agree(audit.f1.map(\.interval), 0.8657049049663096, 0.9535380127021719))
    }

    @Test func nothingCodedRightlyHasAnUpperEnd() {
        let wrong = CodeAudit(
            coded: [ReviewedStratum(members: 900, reviewed: 150, positive: 0)], uncoded: [uncoded])
        #expect(wrong.recall.value?.value == 0)
        #expect(agree(wrong.recall.map(\.interval), 0, 0.3030986939622368))
        #expect(agree(wrong.f1.map(\.interval), 0, 0.04498014866932876))
        let neither = CodeAudit(
            coded: [ReviewedStratum(members: 900, reviewed: 150, positive: 0)],
            uncoded: [ReviewedStratum(members: 9_100, reviewed: 400, positive: 0)])
        #expect(neither.recall == .undefined(.noVariation))
    }

    @Test func nearMissesAreAStratumOfTheirOwn() {
        let audit = CodeAudit(
            coded: [coded],
            uncoded: [
                ReviewedStratum(members: 600, reviewed: 120, positive: 18),
                ReviewedStratum(members: 8_500, reviewed: 280, positive: 2),
            ])
        #expect(agree(audit.missed.map(\.interval), 86.81552836060251, 313.90176164509717))
        #expect(agree(audit.recall.value?.value, 0.8370152942993976))
        #expect(agree(audit.recall.map(\.interval), 0.7105708441684668, 0.8994211822896795))
    }

    @Test func aStratumReadWholeIsKnown() {
        let all = ReviewedStratum(members: 50, reviewed: 50, positive: 3)
        #expect(agree(all.share(.clopperPearson).map(\.interval), 0.06, 0.06))
        #expect(agree(all.share().map(\.interval), 0.06, 0.06))
        let audit = CodeAudit(coded: [coded], uncoded: [all])
        #expect(agree(audit.recall.map(\.interval), 0.9958193419469589, 0.9963551608577862))
        let complete = CodeAudit(
            coded: [ReviewedStratum(members: 10, reviewed: 10, positive: 8)],
            uncoded: [ReviewedStratum(members: 20, reviewed: 20, positive: 2)])
        #expect(agree(complete.recall.map(\.interval), 0.8, 0.8))
        #expect(agree(complete.precision.map(\.interval), 0.8, 0.8))
    }

    @Test func rulesThatNeverFireFindNothing() {
        let silent = CodeAudit(
            coded: [], uncoded: [ReviewedStratum(members: 100, reviewed: 40, positive: 4)])
        #expect(silent.precision == .undefined(.noUnits))
        #expect(silent.recall.value == IntervalEstimate(0, ConfidenceInterval(low: 0, high: 0)))
        #expect(silent.f1.value?.value == 0)
        let nothing = CodeAudit(coded: [], uncoded: [])
        #expect(nothing.recall == .undefined(.noVariation))
        #expect(nothing.f1 == .undefined(.noVariation))
    }

    @Test func whatWasNotReviewedHasAReason() {
        let unread = ReviewedStratum(members: 900, reviewed: 0, positive: 0)
        #expect(CodeAudit(coded: [unread], uncoded: [uncoded]).precision == .undefined(.notReviewed))
        #expect(CodeAudit(coded: [unread], uncoded: [uncoded]).recall == .undefined(.emptyStratum))
        #expect(CodeAudit(coded: [coded], uncoded: [uncoded, unread]).recall == .undefined(.emptyStratum))
        #expect(CodeAudit(coded: [unread], uncoded: [unread]).recall == .undefined(.notReviewed))
        #expect(CodeAudit(coded: [coded, unread], uncoded: [uncoded]).precision == .undefined(.emptyStratum))
    }

    @Test func strataCountByTheirSizeNotByTheirReviews() {
        let strata = ReviewedStrata([
            ReviewedStratum(members: 900, reviewed: 10, positive: 10),
            ReviewedStratum(members: 100, reviewed: 90, positive: 0),
            ReviewedStratum(members: 0, reviewed: 0, positive: 0),
        ])
        #expect(agree(strata.share().value?.value, 0.9))
    }

    /// The recall of studies drawn from a truth that is known is held by the intervals, also where no miss is found.
    @Test(arguments: [(40, 24, 3), (20, 30, 12)])
    func recallIntervalsHold(found: Int, wrong: Int, missed: Int) {
        var random = SeededGenerator(seed: UInt64(found))
        let truth = Double(found) / Double(found + missed)
        var held = 0
        for _ in 0..<400 {
            let first = drawn(25, from: found + wrong, positive: found, &random)
            let second = drawn(150, from: 900, positive: missed, &random)
            let audit = CodeAudit(
                coded: [ReviewedStratum(members: found + wrong, reviewed: 25, positive: first)],
                uncoded: [ReviewedStratum(members: 900, reviewed: 150, positive: second)])
            if audit.recall.value?.interval.contains(truth) == true { held += 1 }
        }
        #expect(held >= 376)
    }

    private func logitInterval(_ value: Double, _ error: Double) -> (Double, Double) {
        let half = ConfidenceInterval.z95 * error / (value * (1 - value))
        let odds = value / (1 - value)
        return (
            odds * Elementary.exp(-half) / (1 + odds * Elementary.exp(-half)),
            odds * Elementary.exp(half) / (1 + odds * Elementary.exp(half))
        )
    }
}

/// How many of `count` units, drawn without putting back, are among the first `positive` of `members`.
func drawn(_ count: Int, from members: Int, positive: Int, _ random: inout SeededGenerator) -> Int {
    var (left, good, found) = (members, positive, 0)
    for _ in 0..<min(count, members) {
        if Int.random(in: 0..<left, using: &random) < good {
            good -= 1
            found += 1
        }
        left -= 1
    }
    return found
}
