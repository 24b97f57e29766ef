extension ConfidenceInterval {
    /// The score interval of a share of a sample of any effective size.
    ///
    /// With p the share, n the size and z the critical value: centre (p + z²/2n) / (1 + z²/n), half width
    /// z / (1 + z²/n) · sqrt(p(1 − p)/n + z²/4n²). The size need not be whole: a sample from a small population has the
    /// effective size n(N − 1)/(N − n), one of clusters p(1 − p)/V. The ends are exactly 0 and 1 at shares of 0 and 1.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    ///
    /// - Parameters:
    ///   - share: The share, from 0 to 1; a value outside is brought to the nearer end.
    ///   - size: The number of units, or the effective number. An infinite size gives the share itself twice.
    ///   - critical: The critical value: a normal quantile, or Student's t for few clusters.
    /// - Returns: The interval; undefined (`noUnits`) for a size that is not above zero.
    package static func wilson(share: Double, size: Double, critical: Double = z95) -> Estimate<Self> {
        guard size > 0 else { return .undefined(.noUnits) }
        let p = min(max(share, 0), 1)
        guard size.isFinite else { return .value(Self(low: p, high: p)) }
        let spread = critical * critical / size
        let centre = (p + spread / 2) / (1 + spread)
        let half = critical / (1 + spread) * (p * (1 - p) / size + spread / (4 * size)).squareRoot()
        return .value(
            Self(low: p == 0 ? 0 : max(0, centre - half), high: p == 1 ? 1 : min(1, centre + half)))
    }

    /// The score interval of a count of a total; see ``wilson(share:size:critical:)``.
    package static func wilson(_ count: Int, of total: Int, critical: Double = z95) -> Estimate<Self> {
        wilson(share: total > 0 ? Double(count) / Double(total) : 0, size: Double(total), critical: critical)
    }

    /// The exact binomial interval: Beta(α/2; x, n − x + 1) to Beta(1 − α/2; x + 1, n − x).
    ///
    /// It covers at least as often as it claims, and is wider than needed for that. Count and total need not be whole
    /// (Korn and Graubard use effective sizes).
    ///
    /// Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934).
    ///
    /// - Returns: The interval; undefined (`noUnits`) for a total that is not above zero.
    package static func clopperPearson(_ count: Double, of total: Double, level: Double = 0.95) -> Estimate<Self> {
        guard total > 0 else { return .undefined(.noUnits) }
        let x = min(max(count, 0), total)
        let tail = (1 - level) / 2
        return .value(
            Self(
                low: x == 0 ? 0 : BetaDistribution(x, total - x + 1).quantile(tail),
                high: x == total ? 1 : 1 - BetaDistribution(total - x, x + 1).quantile(tail)))
    }

    /// The exact binomial interval of a count of a total; see the one above.
    package static func clopperPearson(_ count: Int, of total: Int, level: Double = 0.95) -> Estimate<Self> {
        clopperPearson(Double(count), of: Double(total), level: level)
    }

    /// Jeffreys's interval: the middle of Beta(x + 1/2, n − x + 1/2), and 0 or 1 where nobody or everybody counts.
    ///
    /// Source: Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001).
    ///
    /// - Returns: The interval; undefined (`noUnits`) for a total that is not above zero.
    package static func jeffreys(_ count: Int, of total: Int, level: Double = 0.95) -> Estimate<Self> {
        guard total > 0 else { return .undefined(.noUnits) }
        let count = min(max(count, 0), total)
        let x = Double(count) + 0.5
        let y = Double(total - count) + 0.5
        let tail = (1 - level) / 2
        return .value(
            Self(
                low: count == 0 ? 0 : BetaDistribution(x, y).quantile(tail),
                high: count == total ? 1 : 1 - BetaDistribution(y, x).quantile(tail)))
    }
}
