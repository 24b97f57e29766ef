/// The distribution of a sum of squares of standard normal values: of X² and G².
package struct ChiSquaredDistribution: Hashable, Sendable {
    /// The degrees of freedom, above zero.
    package let degrees: Double

    /// The distribution of so many degrees of freedom.
    package init(degrees: Double) {
        self.degrees = degrees
    }

    /// The probability of a value above x.
    package func upperTail(_ x: Double) -> Double { GammaDistribution(shape: degrees / 2).upperTail(x / 2) }
}
