/// Numbers as a codebook writes them.
enum Number {
    /// The value of digits with an optional sign and decimal point; `nil` for anything else.
    static func parse(_ text: String) -> Double? {
        guard text.unicodeScalars.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "-" || $0 == "+" }),
            let value = Double(text), value.isFinite
        else { return nil }
        return value
    }
}
