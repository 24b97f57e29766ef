/// The beta distribution: the regularised incomplete beta function and its inverse.
package struct BetaDistribution: Hashable, Sendable {
    /// The first shape, above zero.
    package let a: Double
    /// The second shape, above zero.
    package let b: Double

    /// The distribution of two shapes above zero.
    package init(_ a: Double, _ b: Double) {
        self.a = a
        self.b = b
    }

    /// The probability of a value of at most x: I(x; a, b).
    ///
    /// The continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, on the side where it
    /// converges fast.
    ///
    /// - Complexity: O(√(a + b)).
    package func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        if x <= (a + 1) / (a + b + 2) { return lowerTail(x, complement: 1 - x) }
        return 1 - BetaDistribution(b, a).lowerTail(1 - x, complement: x)
    }

    /// The probability of a value above x.
    package func upperTail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x < 1 else { return 0 }
        return BetaDistribution(b, a).cumulative(complementing: x)
    }

    /// The value below which lies a given probability, to the last few bits.
    ///
    /// Newton's method within a bracket that halves where Newton leaves it.
    package func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return 1 }
        let logBeta = LogGamma.of(a) + LogGamma.of(b) - LogGamma.of(a + b)
        var bracket = (low: 0.0, high: 1.0)
        var x = a / (a + b)
        for _ in 0..<200 {
            let excess = cumulative(x) - probability
            if excess == 0 { return x }
            if excess < 0 { bracket.low = x } else { bracket.high = x }
            let logDensity = (a - 1) * Elementary.log(x) + (b - 1) * Elementary.log(1 - x) - logBeta
            var next = x - excess / Elementary.exp(logDensity)
            if !(next > bracket.low && next < bracket.high) {
                // Far out in a tail, halving would take a step for each power of two.
                next =
                    bracket.low > 0 && bracket.high > 4 * bracket.low
                    ? (bracket.low * bracket.high).squareRoot() : (bracket.low + bracket.high) / 2
            }
            if (next - x).magnitude <= 1e-16 * x { return next }
            x = next
        }
        return x
    }

    /// `cumulative(1 − x)`, without taking x from 1 where that would lose digits.
    private func cumulative(complementing x: Double) -> Double {
        if 1 - x <= (a + 1) / (a + b + 2) { return lowerTail(1 - x, complement: x) }
        return 1 - BetaDistribution(b, a).lowerTail(x, complement: 1 - x)
    }

    /// x^a (1 − x)^b / (a B(a, b)) over the continued fraction, by the modified method of Lentz.
    private func lowerTail(_ x: Double, complement: Double) -> Double {
        let logFactor =
            a * Elementary.log(x) + b * Elementary.log(complement) + LogGamma.of(a + b) - LogGamma.of(a)
            - LogGamma.of(b)
        let tiny = 1e-300
        func bounded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / bounded(1 - (a + b) * x / (a + 1))
        var value = d
        for step in 1...100_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / bounded(1 + even * d)
            c = bounded(1 + even / c)
            value *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / bounded(1 + odd * d)
            c = bounded(1 + odd / c)
            value *= d * c
            if (d * c - 1).magnitude < 1e-16 { break }
        }
        return Elementary.exp(logFactor) * value / a
    }
}
