/// The strata of a reviewed sample together: how many of all their units have the code, and which share.
///
/// Every unit of a stratum stands for as many as every other of it, so a stratum counts by its size and not by how much
/// of it was read. Source: W. G. Cochran, Sampling Techniques (1977), chapter 5.
package struct ReviewedStrata: Hashable, Sendable {
    /// The strata that have units.
    package let strata: [ExpectedStratum]

    /// The strata of a sample; those without units are left out.
    package init(_ strata: [ReviewedStratum]) {
        self.init(expecting: strata.map(\.expected))
    }

    /// Strata as they are expected to be.
    package init(expecting strata: [ExpectedStratum]) {
        self.strata = strata.filter { $0.members > 0 }
    }

    /// How many units there are in all strata: N.
    package var members: Int { strata.reduce(0) { $0 + $1.members } }

    /// How many of them are judged.
    package var reviewed: Int { strata.reduce(0) { $0 + $1.reviewed } }

    /// Why no total can be given: nobody has judged anything, or one stratum is without a judgement; else `nil`.
    package var obstacle: UndefinedReason? {
        guard strata.contains(where: { $0.reviewed == 0 }) else { return nil }
        return reviewed == 0 ? .notReviewed : .emptyStratum
    }

    /// How many units have the code: Σ N p, with its interval; 0 where there are no units.
    ///
    /// The limits of the strata are put together by the method of variance estimates recovery: below the total by
    /// √(Σ N²(p − l)²), above it by √(Σ N²(u − p)²), and within what has been read for certain. Source: G. Y. Zou and
    /// A. Donner, Statistics in Medicine 27 (2008).
    ///
    /// - Returns: The total; undefined where there is an ``obstacle``.
    package func total(_ method: ReviewInterval) -> Estimate<IntervalEstimate> {
        if let obstacle { return .undefined(obstacle) }
        var (total, below, above, certain, unread) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for stratum in strata {
            let size = Double(stratum.members)
            let interval = stratum.interval(method)
            total += size * stratum.share
            below += size * size * (stratum.share - interval.low) * (stratum.share - interval.low)
            above += size * size * (interval.high - stratum.share) * (interval.high - stratum.share)
            certain += Double(stratum.reviewed) * stratum.share
            unread += Double(stratum.members - stratum.reviewed)
        }
        let interval = ConfidenceInterval(low: total - below.squareRoot(), high: total + above.squareRoot())
        return .value(IntervalEstimate(total, interval.clamped(to: certain...(certain + unread))))
    }

    /// The share of units that have the code: Σ N p / Σ N, with its interval by the same rule.
    ///
    /// - Returns: The share; undefined without units (`noUnits`), and where there is an ``obstacle``.
    package func share(_ method: ReviewInterval = .wilson) -> Estimate<IntervalEstimate> {
        guard members > 0 else { return .undefined(.noUnits) }
        return total(method).map { $0.divided(by: Double(members)) }
    }

    /// The variance of the share that textbooks give: Σ (N/ΣN)² (1 − n/N) p(1 − p)/(n − 1).
    ///
    /// To be reported, not to build an interval on: it is far too small where a stratum has no true or no false unit.
    package var variance: Estimate<Double> { weighted(\.variance) }

    /// The same variance with (y + 1)/(n + 2) for the share of each stratum, so that it is never 0 by luck.
    package var smoothedVariance: Estimate<Double> { weighted(\.smoothedVariance) }

    private func weighted(_ variance: (ExpectedStratum) -> Double) -> Estimate<Double> {
        guard members > 0 else { return .undefined(.noUnits) }
        if let obstacle { return .undefined(obstacle) }
        return .value(
            strata.reduce(0) { sum, stratum in
                let weight = Double(stratum.members) / Double(members)
                return sum + weight * weight * variance(stratum)
            })
    }
}

extension IntervalEstimate {
    /// The estimate and its interval, each divided by a number above zero.
    fileprivate func divided(by divisor: Double) -> Self {
        Self(value / divisor, ConfidenceInterval(low: interval.low / divisor, high: interval.high / divisor))
    }
}
