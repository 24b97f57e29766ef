/// Numbers as text, the same on every machine and in every locale.
package enum NumberFormat {
    /// A number with exactly so many decimals, halves away from zero; `nil` where it is not finite or too large to
    /// have decimals.
    package static func fixed(_ value: Double, decimals: Int) -> String? {
        let places = min(max(decimals, 0), 12)
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (value * Double(scale)).rounded(.toNearestOrAwayFromZero)
        guard scaled.isFinite, scaled.magnitude < 9e15 else { return nil }
        let units = Int(scaled)
        let digits = String(units.magnitude % UInt(scale))
        let sign = units < 0 ? "-" : ""
        let whole = "\(sign)\(units.magnitude / UInt(scale))"
        guard places > 0 else { return whole }
        return "\(whole).\(String(repeating: "0", count: places - digits.count))\(digits)"
    }

    /// A number with at most so many decimals and no zeros at their end; `0` where it is not finite.
    package static func short(_ value: Double, decimals: Int) -> String {
        guard var text = fixed(value, decimals: decimals) else { return "0" }
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" ? "0" : text
    }

    /// A whole number with a narrow no-break space between groups of three digits: `48 210`.
    package static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        guard digits.count > 3 else { return String(value) }
        var text = value < 0 ? "-" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0 && (digits.count - position) % 3 == 0 { text.append("\u{202F}") }
            text.append(digit)
        }
        return text
    }

    /// A share from 0 to 1 in whole percent, without the sign.
    ///
    /// What is not nothing is never written as 0, and what is not all is never written as 100: `<1`, `>99`.
    package static func percent(_ share: Double) -> String {
        let rounded = fixed(share * 100, decimals: 0) ?? ""
        if share > 0 && rounded == "0" { return "<1" }
        if share < 1 && rounded == "100" { return ">99" }
        return rounded
    }
}
