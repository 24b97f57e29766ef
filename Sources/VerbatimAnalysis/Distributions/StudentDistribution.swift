/// Student's t distribution.
package struct StudentDistribution: Hashable, Sendable {
    /// The degrees of freedom, above zero; they need not be whole.
    package let degrees: Double

    /// The distribution of so many degrees of freedom.
    package init(degrees: Double) {
        self.degrees = degrees
    }

    /// The probability of a value of at most t.
    package func cumulative(_ t: Double) -> Double {
        let tail = twoSidedTail(t) / 2
        return t < 0 ? tail : 1 - tail
    }

    /// The probability of a value of at least |t| in either direction.
    package func twoSidedTail(_ t: Double) -> Double {
        guard t.isFinite else { return 0 }
        return BetaDistribution(0.5, degrees / 2).upperTail(t * t / (degrees + t * t))
    }

    /// The value below which lies a given probability; ∓∞ at probabilities of 0 and 1.
    ///
    /// From t²/(ν + t²), which has the distribution Beta(1/2, ν/2).
    package func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return -.infinity }
        guard probability < 1 else { return .infinity }
        let y = BetaDistribution(0.5, degrees / 2).quantile((2 * probability - 1).magnitude)
        let t = y < 1 ? (degrees * y / (1 - y)).squareRoot() : .infinity
        return probability < 0.5 ? -t : t
    }
}
