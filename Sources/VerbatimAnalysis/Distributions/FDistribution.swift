/// Snedecor's F distribution.
package struct FDistribution: Hashable, Sendable {
    /// The degrees of freedom of the numerator, above zero.
    package let numerator: Double
    /// The degrees of freedom of the denominator, above zero.
    package let denominator: Double

    /// The distribution of the quotient of two mean squares.
    package init(_ numerator: Double, _ denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The probability of a value above x.
    package func upperTail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x.isFinite else { return 0 }
        return BetaDistribution(denominator / 2, numerator / 2).cumulative(
            denominator / (denominator + numerator * x))
    }
}
