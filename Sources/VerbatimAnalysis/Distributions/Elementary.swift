/// Exponential and logarithm, the same to the last bit on every machine.
///
/// The C library's differ from one system to the next in the last digit, which would show in files that are compared.
enum Elementary {
    /// The natural logarithm of a number that is not negative: −∞ of zero.
    static func log(_ value: Double) -> Double {
        value == .infinity ? .infinity : NaturalLogarithm.of(value) ?? -.infinity
    }

    /// The logarithm to base 2 of a number that is not negative: −∞ of zero.
    static func log2(_ value: Double) -> Double { log(value) / 0.6931471805599453 }

    /// e to the power of x.
    ///
    /// With x = k ln 2 + r and |r| ≤ ln 2 / 2, it is 2^k times the series of e^r.
    static func exp(_ x: Double) -> Double {
        guard x > -745.2 else { return 0 }
        guard x < 709.79 else { return .infinity }
        let k = (x * 1.4426950408889634).rounded()
        // ln 2 in two parts, the first with so few digits that k times it is exact.
        let r = (x - k * 0.693147180369123816490) - k * 1.90821492927058770002e-10
        // The fifteenth term is below the last bit.
        var sum = 1.0
        for term in stride(from: 14.0, through: 1, by: -1) { sum = 1 + sum * r / term }
        let half = Int((k / 2).rounded(.down))
        return sum * Double(sign: .plus, exponent: half, significand: 1)
            * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
    }

    /// The square root of the sum of two squares.
    static func hypotenuse(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}
