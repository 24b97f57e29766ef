/// How many respondents to read, so that a corrected share is known to a given half-width.
///
/// ```swift
/// let plan = SharePlan(
///     halfWidth: 0.05,
///     strata: [ExpectedStratum(members: 126, share: 0.8), ExpectedStratum(members: 294, share: 0.05)])
/// plan.sizes  // 44 and 57; by the formula alone 39 and 49
/// ```
package struct SharePlan: Hashable, Sendable {
    /// When a plan is large enough.
    package enum Rule: String, Hashable, Sendable, CaseIterable {
        /// When the interval that is to be expected is as narrow as wanted.
        case interval
        /// When the textbook variance is as small as wanted; intervals that hold are somewhat wider.
        case formula
    }

    /// How many units of each stratum are to be read, those that were read already among them.
    package let sizes: [Int]
    /// The interval that is to be expected then, if the shares are as guessed.
    package let expected: Estimate<IntervalEstimate>

    /// The share of those with the code among respondents whom the rules code that is guessed before anything is read.
    package static let guessedPrecision = 0.8
    /// The share of those with the code among respondents whom the rules do not code that is guessed.
    package static let guessedMissRate = 0.05

    /// How many units are to be read in all.
    package var total: Int { sizes.reduce(0, +) }

    /// The plan for a half-width, at 95 %.
    ///
    /// n = (Σ W s)²/((d/z)² + Σ W s²/N) with W = N_h/N and s = √(p(1 − p)), divided among the strata by Neyman's rule.
    /// Source: W. G. Cochran, Sampling Techniques (1977), equation 5.48. Where a stratum is too small for its part, or
    /// a stratum's least size takes from the others, units are added until z² Σ W²(1 − n/N)s²/n is small enough; by
    /// ``Rule/interval``, until the interval is expected to be narrow enough too.
    ///
    /// - Parameters:
    ///   - halfWidth: Half of the width of the interval that is wanted, above 0.
    ///   - strata: The strata with guessed shares, and what was read of them already.
    ///   - fewest: The least size of a stratum that has as many units.
    ///   - rule: When the plan is large enough.
    /// - Complexity: O(units x strata x log units).
    package init(halfWidth: Double, strata: [ExpectedStratum], fewest: Int = 10, rule: Rule = .interval) {
        let population = strata.reduce(0) { $0 + $1.members }
        let size = Double(max(1, population))
        let weights = strata.map { Double($0.members) / size }
        let error = (halfWidth > 1e-9 ? halfWidth : 1e-9) / ConfidenceInterval.z95
        let spreads = zip(weights, strata).map { $0 * $1.spread }
        let linear = spreads.reduce(0, +)
        let squares = zip(spreads, strata).reduce(0) { $0 + $1.0 * $1.1.spread }
        func plan(_ total: Int) -> (sizes: [Int], expected: Estimate<IntervalEstimate>, isEnough: Bool) {
            let sizes = OptimalAllocation.sizes(
                total: total, spreads: spreads, atLeast: strata.map { max($0.reviewed, fewest) },
                atMost: strata.map(\.members))
            let expected = ReviewedStrata(expecting: zip(strata, sizes).map { $0.reviewing($1) }).share()
            // Whole numbers of units may miss the variance by the rounding of one unit, which is not worth another.
            let isKnown = Self.variance(sizes, strata, weights) <= error * error * 1.005
            let isNarrow = expected.value.map { $0.interval.halfWidth <= halfWidth } ?? false
            return (sizes, expected, isKnown && (rule == .formula || isNarrow))
        }
        var low = min(population, Int((linear * linear / (error * error + squares / size)).rounded(.up)))
        var high = population
        if plan(low).isEnough { high = low }
        // The least total that is enough lies above `low` and not above `high`.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if plan(middle).isEnough { high = middle } else { low = middle }
        }
        (sizes, expected, _) = plan(high)
    }

    private static func variance(_ sizes: [Int], _ strata: [ExpectedStratum], _ weights: [Double]) -> Double {
        var sum = 0.0
        for (place, stratum) in strata.enumerated() where stratum.members > 0 && stratum.spread > 0 {
            guard sizes[place] > 0 else { return .infinity }
            let unread = stratum.reviewing(sizes[place]).unread
            sum += weights[place] * weights[place] * unread * stratum.spread * stratum.spread / Double(sizes[place])
        }
        return sum
    }
}
