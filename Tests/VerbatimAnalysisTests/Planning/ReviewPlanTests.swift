import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

@Suite struct OptimalAllocationTests {
    /// By going through all divisions.
    @Test(arguments: 0..<60)
    func noOtherDivisionIsBetter(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let most = (0..<3).map { _ in Int.random(in: 1...7, using: &random) }
        let least = most.map { Int.random(in: 0...min(2, $0), using: &random) }
        let spreads = (0..<3).map { _ in Double.random(in: 0.1...5, using: &random) }
        let total = Int.random(in: max(3, least.reduce(0, +))...max(3, most.reduce(0, +)), using: &random)
        guard total <= most.reduce(0, +) else { return }
        let sizes = OptimalAllocation.sizes(total: total, spreads: spreads, atLeast: least, atMost: most)
        #expect(sizes.reduce(0, +) == total)
        #expect(zip(sizes, zip(least, most)).allSatisfy { $1.0 <= $0 && $0 <= $1.1 })
        func error(_ sizes: [Int]) -> Double {
            zip(sizes, spreads).reduce(0) { $0 + $1.1 * $1.1 / Double($1.0) }
        }
        var best = Double.infinity
        for first in least[0]...most[0] {
            for second in least[1]...most[1] {
                let third = total - first - second
                if third >= least[2] && third <= most[2] { best = min(best, error([first, second, third])) }
            }
        }
        #expect(best == .infinity || error(sizes) <= best * (1 + 1e-12))
    }

    @Test func strataWithoutSpreadComeLast() {
        #expect(OptimalAllocation.sizes(total: 5, spreads: [0, 1], atLeast: [0, 0], atMost: [9, 4]) == [1, 4])
        #expect(OptimalAllocation.sizes(total: 99, spreads: [1, 1], atLeast: [0, 0], atMost: [3, 4]) == [3, 4])
        #expect(OptimalAllocation.sizes(total: 2, spreads: [1, 1], atLeast: [3, 0], atMost: [9, 9]) == [3, 0])
        #expect(OptimalAllocation.sizes(total: 5, spreads: [], atLeast: [], atMost: []) == [])
    }

    @Test func proportionsKeepTheTotal() {
        #expect(
            OptimalAllocation.proportionalSizes(total: 10, members: [333, 333, 334], atLeast: [0, 0, 0])
                == [3, 3, 4])
        #expect(
            OptimalAllocation.proportionalSizes(total: 10, members: [5, 995], atLeast: [3, 3]) == [3, 10])
        #expect(OptimalAllocation.proportionalSizes(total: 50, members: [5, 7], atLeast: [0, 0]) == [5, 7])
        #expect(OptimalAllocation.proportionalSizes(total: 5, members: [0, 0], atLeast: [1, 1]) == [0, 0])
    }
}

/// Worked out with another program from the published formulas.
@Suite struct SharePlanTests {
    let strata = [ExpectedStratum(members: 126, share: 0.8), ExpectedStratum(members: 294, share: 0.05)]

    @Test func theFormulaGivesSoManyRespondents() {
        func plan(_ halfWidth: Double, _ strata: [ExpectedStratum]) -> SharePlan {
            SharePlan(halfWidth: halfWidth, strata: strata, rule: .formula)
        }
        #expect(plan(0.05, strata).sizes == [39, 49])
        #expect(plan(0.03, strata).sizes == [77, 97])
        let worse = [ExpectedStratum(members: 210, share: 0.9), ExpectedStratum(members: 210, share: 0.15)]
        #expect(plan(0.05, worse).total == 119)
        #expect(plan(0.03, worse).total == 219)
        let alone = [ExpectedStratum(members: 420, share: 0.275)]
        #expect(plan(0.05, alone).total == 178)
        #expect(plan(0.03, alone).total == 282)
    }

    @Test func theIntervalNeedsSomewhatMore() {
        #expect(SharePlan(halfWidth: 0.05, strata: strata).sizes == [44, 57])
        #expect(SharePlan(halfWidth: 0.03, strata: strata).sizes == [81, 102])
        #expect(SharePlan(halfWidth: 0.08, strata: strata).sizes == [23, 29])
    }

    @Test func thePlanIsExpectedToKeepItsHalfWidth() throws {
        for halfWidth in [0.02, 0.04, 0.08] {
            let plan = SharePlan(halfWidth: halfWidth, strata: strata)
            let expected = try #require(plan.expected.value)
            #expect(agree(expected.value, 0.275))
            #expect(expected.interval.halfWidth <= halfWidth)
            let formula = SharePlan(halfWidth: halfWidth, strata: strata, rule: .formula)
            #expect(formula.total < plan.total && plan.total < formula.total * 3 / 2)
            // No smaller total would do.
            let smaller = OptimalAllocation.sizes(
                total: plan.total - 1, spreads: [0.3 * 0.4, 0.7 * 0.2179], atLeast: [10, 10], atMost: [126, 294])
            let without = ReviewedStrata(expecting: zip(strata, smaller).map { $0.reviewing($1) }).share()
            #expect((without.value?.interval.halfWidth ?? 0) > halfWidth)
        }
    }

    @Test func strataThatAreTooSmallAreReadWhole() {
        let small = [ExpectedStratum(members: 12, share: 0.5), ExpectedStratum(members: 400, share: 0.02)]
        let plan = SharePlan(halfWidth: 0.004, strata: small)
        #expect(plan.sizes[0] == 12)
        #expect(plan.sizes[1] <= 400)
        #expect((plan.expected.value?.interval.halfWidth ?? 1) < 0.006)
        #expect(SharePlan(halfWidth: 0, strata: small).sizes == [12, 400])
        #expect(SharePlan(halfWidth: 0.05, strata: []).total == 0)
    }

    @Test func whatWasReadAlreadyCounts() {
        let read = [
            ExpectedStratum(members: 126, reviewed: 100, share: 0.8), ExpectedStratum(members: 294, share: 0.05),
        ]
        let plan = SharePlan(halfWidth: 0.05, strata: read)
        #expect(plan.sizes[0] == 100)
        #expect(plan.sizes[1] >= 10 && plan.sizes[1] < 49)
    }
}

@Suite struct RecallPlanTests {
    /// Where few misses are expected the formula promises too much.
    @Test(arguments: [0.05, 0.1, 0.15, 0.2]) func aPlanThatReachesAWidthIsExpectedToHaveIt(halfWidth: Double) throws {
        let coded = [ExpectedStratum(members: 51, share: 0.8)]
        let uncoded = [ExpectedStratum(members: 3, share: 0.2), ExpectedStratum(members: 8_580, share: 0.01)]
        let plan = RecallPlan.reaching(halfWidth: halfWidth, coded: coded, uncoded: uncoded)
        #expect(try #require(plan.expected.value).interval.halfWidth <= halfWidth)
        #expect(plan.total >= RecallPlan(halfWidth: halfWidth, coded: coded, uncoded: uncoded).total)
        #expect(plan.total < 8_634 || halfWidth < 0.1)
    }

    /// The table of the handbook of formulas: prevalence, recall, half-width, coded and uncoded units.
    @Test(arguments: [
        (0.02, 0.7, 0.05, 450, 11_461), (0.02, 0.9, 0.1, 36, 1_553), (0.05, 0.7, 0.1, 72, 1_131),
        (0.05, 0.8, 0.05, 201, 3_889), (0.1, 0.8, 0.05, 141, 1_862), (0.2, 0.9, 0.05, 42, 509),
        (0.2, 0.7, 0.1, 35, 247), (0.4, 0.8, 0.1, 15, 77), (0.4, 0.9, 0.05, 26, 181),
    ])
    func theTableAgrees(prevalence: Double, recall: Double, halfWidth: Double, coded: Int, uncoded: Int) {
        let strata = RecallPlan.strata(
            units: 1_000_000_000, prevalence: prevalence, recall: recall, precision: 0.8)
        let plan = RecallPlan(
            halfWidth: halfWidth, coded: [strata.coded], uncoded: [strata.uncoded], margin: 0, finite: false)
        #expect(plan.coded == [coded])
        #expect(plan.uncoded == [uncoded])
    }

    @Test(arguments: [(0.8, 0.1, [143, 755, 1_181]), (0.9, 0.05, [106, 393, 634])])
    func nearMissesHalveTheReviews(share: Double, part: Double, sizes: [Int]) {
        let all = 1_000_000_000.0
        let uncoded = 0.95 * all
        let missed = 0.01 * all
        let plan = RecallPlan(
            halfWidth: 0.05, coded: [ExpectedStratum(members: Int(0.05 * all), share: 0.8)],
            uncoded: [
                ExpectedStratum(members: Int(uncoded * part), share: missed * share / (uncoded * part)),
                ExpectedStratum(
                    members: Int(uncoded * (1 - part)), share: missed * (1 - share) / (uncoded * (1 - part))),
            ], margin: 0, finite: false)
        #expect(plan.coded + plan.uncoded == sizes)
    }

    @Test func smallStudiesNeedFewer() throws {
        let strata = RecallPlan.strata(units: 3_000, prevalence: 0.1, recall: 0.8, precision: 0.8)
        #expect(strata.coded.members == 300)
        let plan = RecallPlan(halfWidth: 0.05, coded: [strata.coded], uncoded: [strata.uncoded])
        // 140.3/(1 + 140.3/300) and 1861.3/(1 + 1861.3/2700), with a tenth more.
        #expect(plan.coded == [106])
        #expect(plan.uncoded == [1_212])
        let expected = try #require(plan.expected.value)
        #expect(agree(expected.value, 0.8))
        #expect(expected.interval.halfWidth < 0.065)
    }

    @Test(arguments: [0, -1, 1e-300, Double.nan])
    func noHalfWidthAtAllNeedsEverything(halfWidth: Double) {
        let strata = RecallPlan.strata(units: 500, prevalence: 0.1, recall: 0.8, precision: 0.8)
        let plan = RecallPlan(halfWidth: halfWidth, coded: [strata.coded], uncoded: [strata.uncoded])
        #expect(plan.coded == [50] && plan.uncoded == [450])
        let share = SharePlan(halfWidth: halfWidth, strata: [strata.coded, strata.uncoded])
        #expect(share.sizes == [50, 450])
        let endless = RecallPlan(
            halfWidth: halfWidth, coded: [strata.coded], uncoded: [strata.uncoded], finite: false)
        #expect(endless.total > 1_000_000)
    }

    @Test func aCodeThatIsNowhereHasNoPlan() {
        let plan = RecallPlan(halfWidth: 0.05, coded: [], uncoded: [ExpectedStratum(members: 10, share: 0)])
        #expect(plan.total == 0)
        #expect(plan.expected == .undefined(.noVariation))
    }
}

@Suite struct ReviewForecastTests {
    let share = CorrectedShare([
        ReviewedStratum(members: 126, reviewed: 20, positive: 16),
        ReviewedStratum(members: 294, reviewed: 20, positive: 1),
    ])

    @Test func anHourMoreNarrowsTheInterval() throws {
        let forecast = ReviewForecast.ofShare(share, reviews: ReviewForecast.reviews(hours: 1, perHour: 40.5))
        #expect(forecast.reviews == 40)
        let now = try #require(forecast.now.value)
        let after = try #require(forecast.after.value)
        #expect(agree(now, share.share.value?.interval.halfWidth))
        #expect(after < now)
        // The same shares with the larger sample, written out.
        let sizes = forecast.additional.map { $0 + 20 }
        let then = ReviewedStrata(expecting: [
            ExpectedStratum(members: 126, reviewed: sizes[0], share: 0.8),
            ExpectedStratum(members: 294, reviewed: sizes[1], share: 0.05),
        ])
        #expect(agree(after, then.share().value?.interval.halfWidth))
    }

    @Test func theNextReviewsGoWhereTheyBringMost() {
        let forecast = ReviewForecast.ofShare(share, reviews: 40)
        #expect(forecast.additional[1] > forecast.additional[0])
        #expect(ReviewForecast.ofShare(share, reviews: 10_000).additional == [106, 274])
        #expect(ReviewForecast.ofShare(share, reviews: 10_000).after == .value(0))
        #expect(ReviewForecast.ofShare(share, reviews: 0).after == ReviewForecast.ofShare(share, reviews: 0).now)
    }

    @Test func recallGainsToo() throws {
        let audit = CodeAudit(
            coded: [ReviewedStratum(members: 900, reviewed: 150, positive: 129)],
            uncoded: [ReviewedStratum(members: 9_100, reviewed: 400, positive: 6)])
        let forecast = ReviewForecast.ofRecall(audit, reviews: 300)
        #expect(forecast.reviews == 300)
        #expect(agree(forecast.now.value, (0.9391091080964993 - 0.7235616808032345) / 2))
        #expect(try #require(forecast.after.value) < (forecast.now.value ?? 0))
    }

    @Test func withoutReviewsThereIsNoForecast() {
        let unread = CorrectedShare([ReviewedStratum(members: 10, reviewed: 0, positive: 0)])
        let forecast = ReviewForecast.ofShare(unread, reviews: 5)
        #expect(forecast.now == .undefined(.notReviewed))
        #expect(forecast.after == .undefined(.notReviewed))
        #expect(forecast.additional == [5])
        #expect(ReviewForecast.reviews(hours: -1, perHour: 10) == 0)
        #expect(ReviewForecast.reviews(hours: 1, perHour: .infinity) == 0)
    }
}
