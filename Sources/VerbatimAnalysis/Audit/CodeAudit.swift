/// How well the rules of one code find what people find, from a sample of what they coded **and of what they did not**.
///
/// ```swift
/// let audit = CodeAudit(
///     coded: [ReviewedStratum(members: 900, reviewed: 150, positive: 129)],
///     uncoded: [ReviewedStratum(members: 9_100, reviewed: 400, positive: 6)])
/// audit.precision  // 0.86, from 0.80 to 0.90
/// audit.recall     // 0.85, from 0.72 to 0.94
/// ```
///
/// The people who judge are taken to be right, and not to know what the rules did. There may be several strata on
/// either side: near misses apart from the rest, or draws that were made before the rules changed.
package struct CodeAudit: Hashable, Sendable {
    /// What the rules coded.
    package let coded: ReviewedStrata
    /// What they did not: usually the near misses and the rest.
    package let uncoded: ReviewedStrata

    /// The audit of a code from the strata that its rules coded and those that they did not.
    package init(coded: [ReviewedStratum], uncoded: [ReviewedStratum]) {
        self.init(coded: ReviewedStrata(coded), uncoded: ReviewedStrata(uncoded))
    }

    /// The audit of strata that are put together already, such as those that a plan expects.
    package init(coded: ReviewedStrata, uncoded: ReviewedStrata) {
        self.coded = coded
        self.uncoded = uncoded
    }

    /// Of what the rules coded, the share that people code too, with Wilson's interval for a finite population.
    package var precision: Estimate<IntervalEstimate> { precision(.wilson) }

    /// The precision with an interval of choice.
    package func precision(_ method: ReviewInterval) -> Estimate<IntervalEstimate> { coded.share(method) }

    /// The standard error of the precision: the root of the textbook variance, to be reported only.
    package var precisionStandardError: Estimate<Double> { coded.variance.map { $0.squareRoot() } }

    /// Of what the rules did not code, the share that people code.
    package var missRate: Estimate<IntervalEstimate> { uncoded.share(.wilson) }

    /// How many units the rules coded rightly, with limits from Clopper and Pearson's.
    package var truePositives: Estimate<IntervalEstimate> { coded.total(.clopperPearson) }

    /// How many units the rules missed, with limits from Clopper and Pearson's.
    package var missed: Estimate<IntervalEstimate> { uncoded.total(.clopperPearson) }

    /// Of what people code, the share that the rules found.
    ///
    /// With T the true positives and M the missed, the interval of ln T − ln M is recovered from the limits of T and of
    /// M, and turned into one of T/(T + M). Where nothing missed was found, the recall is 1 and its lower end rests on
    /// how much may have been overlooked; where nothing coded was right, it is 0. The delta method on the logit, which
    /// is common, covers nothing then. Sources: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008); C. J.
    /// Clopper and E. S. Pearson, Biometrika 26 (1934).
    ///
    /// - Returns: The recall; undefined where a stratum was not reviewed, and where no unit has the code
    ///   (`noVariation`).
    package var recall: Estimate<IntervalEstimate> {
        if let obstacle { return .undefined(obstacle) }
        return truePositives.flatMap { found in
            missed.flatMap { missed in
                guard found.value + missed.value > 0 else { return .undefined(.noVariation) }
                return .value(LogRatio(found, missed).share)
            }
        }
    }

    /// The standard error of the recall by the delta method: R(1 − R)√(V(T)/T² + V(M)/M²), to be reported only.
    ///
    /// - Returns: The error; undefined where ``recall`` is, and where T or M is zero (`emptyCell`).
    package var recallStandardError: Estimate<Double> {
        recall.flatMap { recall in
            relativeVariance(coded).flatMap { first in
                relativeVariance(uncoded).map {
                    recall.value * (1 - recall.value) * (first + $0).squareRoot()
                }
            }
        }
    }

    /// The harmonic mean of precision and recall, 2T/(N₁ + T + M), with N₁ units coded.
    ///
    /// It is 2/(1 + (N₁ + M)/T), so its interval is recovered from that of ln T − ln(N₁ + M), as for ``recall``.
    ///
    /// - Returns: The measure; undefined where a stratum was not reviewed, and where nothing was coded and nothing
    ///   missed (`noVariation`).
    package var f1: Estimate<IntervalEstimate> {
        if let obstacle { return .undefined(obstacle) }
        return truePositives.flatMap { found in
            missed.flatMap { missed in
                let size = Double(coded.members)
                guard size + missed.value > 0 else { return .undefined(.noVariation) }
                let opposite = IntervalEstimate(
                    size + missed.value,
                    ConfidenceInterval(low: size + missed.interval.low, high: size + missed.interval.high))
                // x/(x + y) of x = T and y = N₁ + M is half of the measure.
                let half = LogRatio(found, opposite).share
                return .value(
                    IntervalEstimate(
                        2 * half.value,
                        ConfidenceInterval(low: 2 * half.interval.low, high: min(1, 2 * half.interval.high))))
            }
        }
    }

    /// The standard error of ``f1`` by the delta method, to be reported only.
    ///
    /// With D = N₁ + T + M: ∂F/∂T = 2(N₁ + M)/D², ∂F/∂M = −2T/D².
    package var f1StandardError: Estimate<Double> {
        f1.flatMap { _ in
            coded.totalVariance.flatMap { ofFound in
                uncoded.totalVariance.map { ofMissed in
                    let found = truePositives.value?.value ?? 0
                    let missed = missed.value?.value ?? 0
                    let sum = Double(coded.members) + found + missed
                    let byFound = 2 * (Double(coded.members) + missed) / (sum * sum)
                    let byMissed = 2 * found / (sum * sum)
                    return (byFound * byFound * ofFound + byMissed * byMissed * ofMissed).squareRoot()
                }
            }
        }
    }

    /// Why recall and F1 have no value, where it is that not enough was reviewed.
    private var obstacle: UndefinedReason? {
        guard coded.obstacle != nil || uncoded.obstacle != nil else { return nil }
        return coded.reviewed + uncoded.reviewed == 0 ? .notReviewed : .emptyStratum
    }

    private func relativeVariance(_ strata: ReviewedStrata) -> Estimate<Double> {
        strata.totalVariance.flatMap { variance in
            strata.total(.wilson).flatMap { .ratio(variance, $0.value * $0.value, orElse: .emptyCell) }
        }
    }
}

extension ReviewedStrata {
    /// The variance of the total: Σ N² (1 − n/N) p(1 − p)/(n − 1), 0 where there are no units.
    fileprivate var totalVariance: Estimate<Double> {
        members == 0 ? .value(0) : variance.map { $0 * Double(members) * Double(members) }
    }
}

/// Two independent totals x and y that are not both zero, and what is known of x/(x + y).
private struct LogRatio {
    let first: IntervalEstimate
    let second: IntervalEstimate

    init(_ first: IntervalEstimate, _ second: IntervalEstimate) {
        self.first = first
        self.second = second
    }

    /// x/(x + y): between its limits by recovery on ln x − ln y, and from the limits themselves where x or y is zero.
    var share: IntervalEstimate {
        let value = first.value / (first.value + second.value)
        if second.value == 0 {
            let low = Self.part(first.interval.low, second.interval.high)
            return IntervalEstimate(value, ConfidenceInterval(low: low, high: 1))
        }
        if first.value == 0 {
            let high = Self.part(first.interval.high, second.interval.low)
            return IntervalEstimate(value, ConfidenceInterval(low: 0, high: high))
        }
        let below = Elementary.hypotenuse(
            Elementary.log(first.value / first.interval.low), Elementary.log(second.interval.high / second.value))
        let above = Elementary.hypotenuse(
            Elementary.log(first.interval.high / first.value), Elementary.log(second.value / second.interval.low))
        return IntervalEstimate(
            value,
            ConfidenceInterval(
                low: Self.part(first.value, second.value * Elementary.exp(below)),
                high: Self.part(first.value, second.value * Elementary.exp(-above))))
    }

    private static func part(_ first: Double, _ second: Double) -> Double {
        first == 0 ? 0 : first / (first + second)
    }
}
