import Testing
import VerbatimAnalysis

@Suite struct ConfidenceIntervalTests {
    /// Values of statsmodels `proportion_confint`.
    @Test(arguments: [
        (0, 25, 0, 0.1331922509), (3, 25, 0.0416681715, 0.2995579392), (25, 25, 0.8668077491, 1),
        (84, 420, 0.1645412555, 0.2408968045), (37, 105, 0.2676935477, 0.4474885131),
    ])
    func wilsonAgreesWithStatsmodels(count: Int, total: Int, low: Double, high: Double) {
        #expect(agree(ConfidenceInterval.wilson(count, of: total), low, high, within: 1e-9))
    }

    /// Values of statsmodels `proportion_confint(method="beta")` and R's `binom.test`.
    @Test(arguments: [
        (0, 25, 0, 0.1371851715), (3, 25, 0.0254653966, 0.3121903073), (25, 25, 0.8628148285, 1),
        (37, 105, 0.2616487898, 0.4516751702), (129, 150, 0.7939893108634506, 0.9112017677435141),
        (6, 400, 0.005524109504580661, 0.03236129448077502),
    ])
    func clopperPearsonAgreesWithStatsmodelsAndR(count: Int, total: Int, low: Double, high: Double) {
        #expect(agree(ConfidenceInterval.clopperPearson(count, of: total), low, high, within: 1e-9))
    }

    @Test func jeffreysAgreesWithStatsmodels() {
        #expect(agree(ConfidenceInterval.jeffreys(3, of: 25), 0.0349847513, 0.2867275414, within: 1e-9))
        #expect(ConfidenceInterval.jeffreys(0, of: 25).value?.low == 0)
        #expect(ConfidenceInterval.jeffreys(25, of: 25).value?.high == 1)
    }

    /// A small population makes the sample count for more: precision of section 2 of the study's statistics.
    @Test func wilsonTakesEffectiveSizes() {
        let size = 150.0 * 899 / 750
        let interval = ConfidenceInterval.wilson(share: 0.86, size: size)
        #expect(agree(interval, 0.8017223359169381, 0.9032165206535692))
        #expect(agree(ConfidenceInterval.wilson(share: 0.3, size: .infinity), 0.3, 0.3, within: 0))
    }

    @Test func nothingHasNoInterval() {
        #expect(ConfidenceInterval.wilson(0, of: 0) == .undefined(.noUnits))
        #expect(ConfidenceInterval.clopperPearson(0, of: 0) == .undefined(.noUnits))
        #expect(ConfidenceInterval.jeffreys(0, of: 0) == .undefined(.noUnits))
    }

    @Test func clopperPearsonHoldsWilsonsCentreAndMirrors() {
        for total in [1, 7, 40] {
            for count in 0...total {
                let interval = ConfidenceInterval.clopperPearson(count, of: total).value
                let mirrored = ConfidenceInterval.clopperPearson(total - count, of: total).value
                #expect(interval?.contains(Double(count) / Double(total)) == true)
                #expect(agree(interval?.low, mirrored.map { 1 - $0.high }, within: 1e-12))
            }
        }
    }
}

@Suite struct EstimateTests {
    @Test func hasAValueOrAReasonAndNeverBoth() {
        let share = Estimate.ratio(1, 4, orElse: .noUnits)
        #expect(share.value == 0.25)
        #expect(share.reason == nil)
        let none = Estimate.ratio(0, 0, orElse: .noUnits)
        #expect(none.value == nil)
        #expect(none.reason == .noUnits)
        #expect(none.map { $0 * 2 } == .undefined(.noUnits))
        #expect(share.flatMap { _ in none } == .undefined(.noUnits))
    }

    @Test func theMeanLeavesOutWhatIsUndefined() {
        #expect(Estimate.mean([.value(1), .undefined(.noUnits), .value(2)]) == .value(1.5))
        #expect(Estimate.mean([.undefined(.noVariation)]) == .undefined(.noUnits))
    }

    @Test func everyReasonIsExplained() {
        for reason in UndefinedReason.allCases { #expect(reason.explanation.contains(" ")) }
    }
}
