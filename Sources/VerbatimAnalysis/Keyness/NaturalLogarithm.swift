/// The natural logarithm, the same to the last bit on every machine.
///
/// The C library's differs from one system to the next in the last digit, which would show in files that are compared.
enum NaturalLogarithm {
    /// The logarithm of a positive, finite number; `nil` of any other.
    ///
    /// With x = m · 2^e and m from √½ to √2, it is e · ln 2 + 2 artanh((m − 1)/(m + 1)), by the series of artanh.
    static func of(_ value: Double) -> Double? {
        guard value > 0, value.isFinite else { return nil }
        var mantissa = value.significand
        var exponent = Double(value.exponent)
        if mantissa > 1.4142135623730951 {
            mantissa /= 2
            exponent += 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        // At most 0.0295, so that the eleventh term is below the last bit.
        var sum = 0.0
        for power in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(power) }
        return exponent * 0.6931471805599453 + 2 * ratio * sum
    }
}
