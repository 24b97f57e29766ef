/// The logarithm of the gamma function, of factorials and of binomial coefficients.
package enum LogGamma {
    /// ln Γ(x) of a number above zero.
    ///
    /// Stirling's series (NIST Digital Library of Mathematical Functions 5.11.1) from 16 up; below, the recurrence
    /// Γ(x) = Γ(x + 1)/x leads there.
    package static func of(_ x: Double) -> Double {
        guard x > 0 else { return .infinity }
        var shifted = x
        var product = 1.0
        while shifted < 16 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        // B(2k) / (2k (2k − 1)), for k from 8 down to 1.
        let coefficients: [Double] = [
            -3617.0 / 122400, 1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
        ]
        let series = coefficients.reduce(0) { $0 * square + $1 } * inverse
        let halfLogOfTwoPi = 0.9189385332046727
        return (shifted - 0.5) * Elementary.log(shifted) - shifted + halfLogOfTwoPi + series - Elementary.log(product)
    }

    /// ln n! of a whole number from 0 up.
    package static func factorial(_ n: Int) -> Double { n < 2 ? 0 : of(Double(n) + 1) }

    /// The logarithm of the number of ways to choose k of n; −∞ where there is none.
    package static func binomial(_ n: Int, _ k: Int) -> Double {
        guard k >= 0, k <= n else { return -.infinity }
        return factorial(n) - factorial(k) - factorial(n - k)
    }

    /// ln n! for every n from 0 to `highest`.
    /// - Complexity: O(highest).
    static func factorials(upTo highest: Int) -> [Double] { (0...max(0, highest)).map(factorial) }
}
