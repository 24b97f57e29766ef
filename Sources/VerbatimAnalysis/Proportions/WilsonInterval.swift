/// The score interval of a proportion.
///
/// With p = count / total and z the quantile of the normal distribution:
/// centre (p + z²/2n) / (1 + z²/n), half width z / (1 + z²/n) · sqrt(p(1 − p)/n + z²/4n²).
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
/// Recommended for small samples by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion",
/// Statistical Science 16 (2001).
package struct WilsonInterval: Hashable, Sendable {
    /// The lower end, from 0 to 1; exactly 0 where the count is 0.
    package let low: Double
    /// The upper end, from 0 to 1; exactly 1 where the count is the total.
    package let high: Double

    /// The quantile for two-sided 95 % intervals: the 0.975 quantile of the standard normal distribution.
    package static let z95 = 1.959963984540054

    /// The interval of `count` of `total`; `nil` where the total is 0, or the count is not from 0 to the total.
    package init?(_ count: Int, of total: Int, z: Double = WilsonInterval.z95) {
        guard total > 0, (0...total).contains(count) else { return nil }
        let n = Double(total)
        let p = Double(count) / n
        let spread = z * z / n
        let centre = (p + spread / 2) / (1 + spread)
        let half = z / (1 + spread) * (p * (1 - p) / n + spread / (4 * n)).squareRoot()
        low = count == 0 ? 0 : max(0, centre - half)
        high = count == total ? 1 : min(1, centre + half)
    }
}
