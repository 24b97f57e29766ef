/// The two ends of a confidence interval.
package struct ConfidenceInterval: Hashable, Sendable {
    /// The lower end.
    package let low: Double
    /// The upper end; not below ``low``.
    package let high: Double

    /// The quantile for two-sided 95 % intervals: the 0.975 quantile of the standard normal distribution.
    package static let z95 = 1.959963984540054

    /// The interval between two ends, given in any order.
    package init(low: Double, high: Double) {
        self.low = min(low, high)
        self.high = max(low, high)
    }

    /// From the upper to the lower end.
    package var width: Double { high - low }

    /// Whether a value lies in the interval, its ends included.
    package func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// The part of the interval from `lowest` to `highest`.
    package func clamped(to range: ClosedRange<Double>) -> Self {
        Self(
            low: min(max(low, range.lowerBound), range.upperBound),
            high: min(max(high, range.lowerBound), range.upperBound))
    }

    /// `value` ± `critical` standard errors (Wald).
    package static func wald(_ value: Double, standardError: Double, critical: Double = z95) -> Self {
        Self(low: value - critical * standardError, high: value + critical * standardError)
    }
}
