/// The gamma distribution of scale 1: the regularised incomplete gamma function.
package struct GammaDistribution: Hashable, Sendable {
    /// The shape, above zero.
    package let shape: Double

    /// The distribution of a shape above zero.
    package init(shape: Double) {
        self.shape = shape
    }

    /// The probability of a value of at most x: P(shape, x).
    package func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return x < shape + 1 ? series(x) : 1 - fraction(x)
    }

    /// The probability of a value above x: Q(shape, x).
    package func upperTail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        return x < shape + 1 ? 1 - series(x) : fraction(x)
    }

    /// x^a e^−x / Γ(a).
    private func factor(_ x: Double) -> Double {
        guard x.isFinite else { return 0 }
        return Elementary.exp(shape * Elementary.log(x) - x - LogGamma.of(shape))
    }

    /// The power series, NIST Digital Library of Mathematical Functions 8.7.1.
    private func series(_ x: Double) -> Double {
        var term = 1 / shape
        var sum = term
        var index = shape
        while term > sum * 1e-17 {
            index += 1
            term *= x / index
            sum += term
        }
        return sum * factor(x)
    }

    /// The continued fraction 8.9.2 of the same source, by the modified method of Lentz.
    private func fraction(_ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - shape
        var c = 1 / tiny
        var d = 1 / b
        var value = d
        for step in 1...10_000 {
            let a = -Double(step) * (Double(step) - shape)
            b += 2
            d = a * d + b
            d = 1 / (d.magnitude < tiny ? tiny : d)
            c = b + a / c
            c = c.magnitude < tiny ? tiny : c
            value *= c * d
            if (c * d - 1).magnitude < 1e-16 { break }
        }
        return value * factor(x)
    }
}
