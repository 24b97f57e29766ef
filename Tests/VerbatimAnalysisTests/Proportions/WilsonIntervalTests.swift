import Testing
import VerbatimAnalysis

@Suite struct WilsonIntervalTests {
    /// Values of statsmodels `proportion_confint(method="wilson")` and of R's binom package.
    @Test(arguments: [
        (0, 25, 0, 0.1331922509), (3, 25, 0.0416681715, 0.2995579392), (25, 25, 0.8668077491, 1),
        (84, 420, 0.1645412555, 0.2408968045), (37, 105, 0.2676935477, 0.4474885131),
    ])
    func agreesWithStatsmodelsAndR(count: Int, total: Int, low: Double, high: Double) throws {
        let interval = try #require(WilsonInterval(count, of: total))
        #expect(abs(interval.low - low) < 1e-9)
        #expect(abs(interval.high - high) < 1e-9)
    }

    @Test func endsAreExactAtNoneAndAll() {
        for total in 1...500 {
            #expect(WilsonInterval(0, of: total)?.low == 0)
            #expect(WilsonInterval(total, of: total)?.high == 1)
        }
    }

    @Test func holdsTheShareAndIsSymmetric() throws {
        for total in 1...60 {
            for count in 0...total {
                let interval = try #require(WilsonInterval(count, of: total))
                let mirrored = try #require(WilsonInterval(total - count, of: total))
                let share = Double(count) / Double(total)
                #expect(interval.low <= share && share <= interval.high)
                #expect(abs(interval.low - (1 - mirrored.high)) < 1e-12)
            }
        }
    }

    @Test func isUndefinedWithoutATotalOrOutsideIt() {
        #expect(WilsonInterval(0, of: 0) == nil)
        #expect(WilsonInterval(5, of: 4) == nil)
        #expect(WilsonInterval(-1, of: 4) == nil)
    }
}

@Suite struct ProportionTests {
    @Test func ofNobodyHasAReasonInsteadOfAShare() {
        let nobody = Proportion(0, of: 0)
        #expect(nobody.share == nil)
        #expect(nobody.interval == nil)
        #expect(nobody.undefinedReason == .nobodyAsked)
        #expect(Proportion(1, of: 4).undefinedReason == nil)
        #expect(Proportion(1, of: 4).share == 0.25)
    }
}
