/// How many segments to review, so that the recall of a code is known to a given half-width.
///
/// Recall needs far more reviews than a share of respondents: most of them find nothing. A stratum of near misses,
/// where what the rules missed is likely to sit, may halve them.
package struct RecallPlan: Hashable, Sendable {
    /// How many units of each coded stratum are to be reviewed.
    package let coded: [Int]
    /// How many units of each uncoded stratum are to be reviewed.
    package let uncoded: [Int]
    /// The recall that was guessed, with the interval that is to be expected; undefined where no code is guessed.
    package let expected: Estimate<IntervalEstimate>

    /// How many units are to be reviewed in all.
    package var total: Int { (coded + uncoded).reduce(0, +) }

    /// The part added to a plan: intervals that hold are a little wider than the formula says.
    package static let usualMargin = 0.1

    /// The plan for a half-width, at 95 %.
    ///
    /// With c = N_h√(p(1 − p))/T, T being the true units of its side (coded or not), n_h = K c_h Σc and
    /// K = (z R(1 − R)/d)², which is the least total for var(logit R) = Σ c²/n; then n/(1 + n/N) for a finite stratum.
    /// From the logit of the recall, ln T − ln M, by Neyman's rule. Two strata: n₁ = K a(a + b) and n₀ = K b(a + b),
    /// with a = √((1 − p₁)/p₁) and b = √((1 − p₀)/p₀). Source of the rule: J. Neyman, Journal of the Royal Statistical
    /// Society 97 (1934).
    ///
    /// - Parameters:
    ///   - halfWidth: Half of the width of the interval that is wanted, above 0.
    ///   - coded: The strata that the rules coded, with the guessed shares that people would code.
    ///   - uncoded: Those that they did not. Plan from a pilot that found at least five misses.
    ///   - margin: The part to be added.
    ///   - finite: Whether strata end; without it, the numbers hold for any large study.
    package init(
        halfWidth: Double, coded: [ExpectedStratum], uncoded: [ExpectedStratum], margin: Double = usualMargin,
        finite: Bool = true
    ) {
        let found = coded.reduce(0) { $0 + Double($1.members) * $1.share }
        let missed = uncoded.reduce(0) { $0 + Double($1.members) * $1.share }
        guard found + missed > 0 else {
            self.coded = coded.map { _ in 0 }
            self.uncoded = uncoded.map { _ in 0 }
            expected = .undefined(.noVariation)
            return
        }
        let recall = found / (found + missed)
        let root = ConfidenceInterval.z95 * recall * (1 - recall) / (halfWidth > 1e-9 ? halfWidth : 1e-9)
        func spreads(_ strata: [ExpectedStratum], _ total: Double) -> [Double] {
            strata.map { total > 0 ? Double($0.members) * $0.spread / total : 0 }
        }
        let (first, second) = (spreads(coded, found), spreads(uncoded, missed))
        let sum = (first + second).reduce(0, +)
        func sizes(_ strata: [ExpectedStratum], _ spreads: [Double]) -> [Int] {
            zip(strata, spreads).map { stratum, spread in
                var size = root * root * spread * sum
                if finite { size = stratum.members == 0 ? 0 : size / (1 + size / Double(stratum.members)) }
                let rounded = Int(min((size * (1 + max(0, margin))).rounded(.up), 1e15))
                return finite ? min(max(rounded, stratum.reviewed), stratum.members) : rounded
            }
        }
        self.coded = sizes(coded, first)
        self.uncoded = sizes(uncoded, second)
        expected =
            CodeAudit(
                coded: ReviewedStrata(expecting: zip(coded, self.coded).map { $0.reviewing($1) }),
                uncoded: ReviewedStrata(expecting: zip(uncoded, self.uncoded).map { $0.reviewing($1) })
            ).recall
    }

    /// The plan whose interval is to be expected as narrow as wanted, or that reads everything.
    ///
    /// The formula knows the variance alone. Intervals that hold are wider where few misses are expected, so the margin grows
    /// until the interval of the plan is narrow enough.
    ///
    /// - Parameters:
    ///   - halfWidth: Half of the width of the interval that is wanted, above 0.
    ///   - coded: See ``init(halfWidth:coded:uncoded:margin:finite:)``.
    ///   - uncoded: The same.
    /// - Returns: The plan.
    /// - Complexity: O(strata), some hundred times at most.
    package static func reaching(
        halfWidth: Double, coded: [ExpectedStratum], uncoded: [ExpectedStratum]
    ) -> RecallPlan {
        let members = (coded + uncoded).reduce(0) { $0 + $1.members }
        var margin = usualMargin
        var plan = RecallPlan(halfWidth: halfWidth, coded: coded, uncoded: uncoded, margin: margin)
        while plan.total < members, let expected = plan.expected.value, expected.interval.halfWidth > halfWidth {
            margin = margin * 1.05 + 0.01
            plan = RecallPlan(halfWidth: halfWidth, coded: coded, uncoded: uncoded, margin: margin)
        }
        return plan
    }

    /// The strata of a study of `units` units, from guesses that people can make.
    ///
    /// - Parameters:
    ///   - units: How many units the study has.
    ///   - prevalence: The share of units that people would code.
    ///   - recall: The share of these that the rules code.
    ///   - precision: Of what the rules code, the share that people would code; above 0.
    /// - Returns: What the rules code, and what they do not.
    package static func strata(
        units: Int, prevalence: Double, recall: Double, precision: Double
    ) -> (coded: ExpectedStratum, uncoded: ExpectedStratum) {
        let size = Double(max(0, units))
        let positive = size * min(max(prevalence, 0), 1)
        let recall = min(max(recall, 0), 1)
        let coded = min(size, (positive * recall / max(precision, 1e-9)).rounded())
        let missed = positive * (1 - recall)
        return (
            ExpectedStratum(members: Int(coded), share: precision),
            ExpectedStratum(members: Int(size - coded), share: size > coded ? missed / (size - coded) : 0)
        )
    }
}
