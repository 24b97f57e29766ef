/// A number with its confidence interval.
package struct IntervalEstimate: Hashable, Sendable {
    /// The point estimate.
    package let value: Double
    /// Its interval, which need not be symmetric.
    package let interval: ConfidenceInterval

    /// An estimate and its interval.
    package init(_ value: Double, _ interval: ConfidenceInterval) {
        self.value = value
        self.interval = interval
    }

    /// The share of a count in a total, with Wilson's 95 % interval; undefined (`noUnits`) where the total is zero.
    package static func share(_ count: Int, of total: Int) -> Estimate<Self> {
        ConfidenceInterval.wilson(count, of: total).map {
            Self(Double(min(max(count, 0), total)) / Double(total), $0)
        }
    }

    /// This less another, with the interval by the method of variance estimates recovery (MOVER).
    ///
    /// d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²). With Wilson's intervals it is Newcombe's
    /// interval of a difference of shares; it takes corrected shares with their own intervals as well. Both estimates are
    /// of different respondents. Sources: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10; G. Y. Zou and
    /// A. Donner, Statistics in Medicine 27 (2008).
    package func difference(from other: Self) -> Self {
        let difference = value - other.value
        let below = Elementary.hypotenuse(value - interval.low, other.interval.high - other.value)
        let above = Elementary.hypotenuse(interval.high - value, other.value - other.interval.low)
        return Self(difference, ConfidenceInterval(low: difference - below, high: difference + above))
    }
}
