import Testing
import VerbatimAnalysis

@Suite struct ProportionTests {
    /// Values of statsmodels `proportion_confint(method="wilson")` and of R's binom package.
    @Test(arguments: [
        (0, 25, 0, 0.1331922509), (3, 25, 0.0416681715, 0.2995579392), (25, 25, 0.8668077491, 1),
        (84, 420, 0.1645412555, 0.2408968045), (37, 105, 0.2676935477, 0.4474885131),
    ])
    func agreesWithStatsmodelsAndR(count: Int, total: Int, low: Double, high: Double) throws {
        let interval = try #require(Proportion(count, of: total).interval)
        #expect(abs(interval.low - low) < 1e-9)
        #expect(abs(interval.high - high) < 1e-9)
    }

    @Test func endsAreExactAtNoneAndAll() {
        for total in 1...500 {
            #expect(Proportion(0, of: total).interval?.low == 0)
            #expect(Proportion(total, of: total).interval?.high == 1)
        }
    }

    @Test func holdsTheShareAndIsSymmetric() throws {
        for total in 1...60 {
            for count in 0...total {
                let interval = try #require(Proportion(count, of: total).interval)
                let mirrored = try #require(Proportion(total - count, of: total).interval)
                let share = Double(count) / Double(total)
                #expect(interval.low <= share && share <= interval.high)
                #expect(abs(interval.low - (1 - mirrored.high)) < 1e-12)
            }
        }
    }

    @Test func aCountOutsideTheTotalIsBroughtToItsEnd() {
        #expect(Proportion(5, of: 4) == Proportion(4, of: 4))
        #expect(Proportion(-1, of: 4) == Proportion(0, of: 4))
    }

    @Test func ofNobodyHasAReasonInsteadOfAShare() {
        let nobody = Proportion(0, of: 0)
        #expect(nobody.share == nil)
        #expect(nobody.interval == nil)
        #expect(nobody.undefinedReason == .nobodyAsked)
        #expect(Proportion(1, of: 4).undefinedReason == nil)
        #expect(Proportion(1, of: 4).share == 0.25)
    }
}
