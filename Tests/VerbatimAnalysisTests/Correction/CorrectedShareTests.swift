import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

/// Values of two implementations, in Python and in R; the beta-binomial limits by numpy and scipy.
@Suite struct CorrectedShareTests {
    func share(_ positive: Int, _ missed: Int, reviewed: Int = 60) -> CorrectedShare {
        CorrectedShare([
            ReviewedStratum(members: 126, reviewed: reviewed, positive: positive),
            ReviewedStratum(members: 294, reviewed: 60, positive: missed),
        ])
    }

    @Test func thePostStratifiedShareAgrees() throws {
        let corrected = share(48, 3)
        #expect(agree(corrected.share.value?.value, 0.275))
        #expect(agree(corrected.count.value?.value, 115.5))
        #expect(agree(corrected.strata.variance.value, 0.0004418280871670702))
        #expect(agree(corrected.standardError.value, 0.021019707114207614))
        #expect(agree(corrected.share.map(\.interval), 0.24204846644510272, 0.3306254033544188))
        #expect(agree(corrected.count.map(\.interval), 420 * 0.24204846644510272, 420 * 0.3306254033544188))
        let strata = corrected.strata.strata.map { $0.interval(.wilson) }
        #expect(agree(.value(strata[0]), 0.7171960389774825, 0.8631842979728472))
        #expect(agree(.value(strata[1]), 0.019071546449322477, 0.1247087201206596))
        let error = try #require(corrected.standardError.value)
        #expect(
            agree(.value(.wald(0.275, standardError: error)), 0.23380213109057268, 0.31619786890942725))
    }

    @Test func aStratumWithoutAMissKeepsItsWidth() {
        let corrected = share(48, 0)
        #expect(agree(corrected.share.value?.value, 0.24))
        #expect(agree(corrected.share.map(\.interval), 0.21515881169324474, 0.2789717241555629))
    }

    @Test func betaBinomialLimitsAgree() {
        #expect(share(48, 3).betaBinomialCounts() == .value(101...137))
        #expect(share(48, 0).betaBinomialCounts() == .value(92...114))
        #expect(share(100, 3, reviewed: 126).betaBinomialCounts() == .value(105...135))
        let three = CorrectedShare(
            Array(repeating: ReviewedStratum(members: 10, reviewed: 5, positive: 1), count: 3))
        #expect(three.betaBinomialCounts() == nil)
    }

    /// Post-stratification is the regression estimator with the difference of the strata for its slope.
    @Test func itIsTheRegressionEstimator() {
        let corrected = CorrectedShare([
            ReviewedStratum(members: 140, reviewed: 30, positive: 24),
            ReviewedStratum(members: 280, reviewed: 70, positive: 5),
        ])
        let slope = 24.0 / 30 - 5.0 / 70
        #expect(agree(slope, 0.7285714285714286))
        let regression = slope * 140 / 420 + 29.0 / 100 - slope * 30 / 100
        #expect(agree(corrected.share.value?.value, 0.3142857142857143))
        #expect(agree(regression, 0.3142857142857143))
    }

    @Test func whatWasReadWholeHasNoWidth() {
        let all = CorrectedShare([
            ReviewedStratum(members: 30, reviewed: 30, positive: 20),
            ReviewedStratum(members: 70, reviewed: 70, positive: 1),
        ])
        #expect(agree(all.share.map(\.interval), 0.21, 0.21))
        #expect(all.betaBinomialCounts() == .value(21...21))
    }

    @Test func rulesThatNeverFireLeaveThePlainShare() {
        let corrected = CorrectedShare([
            ReviewedStratum(members: 0, reviewed: 0, positive: 0),
            ReviewedStratum(members: 100, reviewed: 40, positive: 10),
        ])
        #expect(corrected.share.value?.value == 0.25)
    }

    @Test func whatIsUndefinedHasAReason() {
        #expect(CorrectedShare([]).share == .undefined(.noUnits))
        #expect(CorrectedShare([]).count == .undefined(.noUnits))
        let unread = ReviewedStratum(members: 10, reviewed: 0, positive: 0)
        #expect(CorrectedShare([unread]).share == .undefined(.notReviewed))
        let read = ReviewedStratum(members: 10, reviewed: 5, positive: 2)
        #expect(CorrectedShare([unread, read]).share == .undefined(.emptyStratum))
        #expect(CorrectedShare([unread, read]).betaBinomialCounts() == .undefined(.emptyStratum))
    }

    @Test(arguments: 0..<50)
    func theIntervalHoldsTheEstimateAndKeepsWhatIsCertain(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (certain, unread) = (0, 0)
        let strata = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            let members = Int.random(in: 1...60, using: &random)
            let reviewed = Int.random(in: 1...members, using: &random)
            let positive = Int.random(in: 0...reviewed, using: &random)
            certain += positive
            unread += members - reviewed
            return ReviewedStratum(members: members, reviewed: reviewed, positive: positive)
        }
        let count = try #require(CorrectedShare(strata).count.value)
        let (low, high) = (count.interval.low, count.interval.high)
        #expect(Double(certain) - 1e-9 <= low && low <= count.value + 1e-9)
        #expect(count.value <= high + 1e-9 && high <= Double(certain + unread) + 1e-9)
    }
}
