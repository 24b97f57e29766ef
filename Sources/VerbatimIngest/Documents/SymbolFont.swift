/// Characters of fonts that have pictures in the place of letters.
///
/// Word writes `:)` and `-->` in Wingdings, and bullets in Symbol; only such a font gives the code its meaning.
enum SymbolFont {
    /// The character that a font shows for a code, from 0x20 to 0xFF or the same in the private use area from U+F020;
    /// `nil` for a picture that is no character that is known here.
    static func scalar(_ code: UInt32, font: String) -> Unicode.Scalar? {
        let isPrivate = (0xF020...0xF0FF).contains(code)
        let low = isPrivate ? code - 0xF000 : code
        let name = font.lowercased()
        if name.hasPrefix("wingdings") { return wingdings[low] }
        if name == "symbol" { return symbol[low] ?? (!isPrivate || low < 0x40 ? Unicode.Scalar(low) : nil) }
        return isPrivate ? nil : Unicode.Scalar(code)
    }

    /// Faces, arrows, bullets and ticks of Wingdings.
    private static let wingdings: [UInt32: Unicode.Scalar] = [
        0x4A: "\u{263A}", 0x4B: "\u{1F610}", 0x4C: "\u{2639}", 0x6C: "\u{25CF}", 0x6E: "\u{25A0}", 0x76: "\u{2756}",
        0x9F: "\u{2022}", 0xA7: "\u{25AA}", 0xA8: "\u{25FB}", 0xD8: "\u{27A2}", 0xDF: "\u{2190}", 0xE0: "\u{2192}",
        0xE8: "\u{2794}", 0xF3: "\u{2B04}", 0xFB: "\u{2717}", 0xFC: "\u{2713}", 0xFE: "\u{2612}",
    ]

    /// Greek letters and signs of Symbol (Adobe, "Symbol Encoding").
    private static let symbol: [UInt32: Unicode.Scalar] = {
        var table: [UInt32: Unicode.Scalar] = [
            0xA3: "\u{2264}", 0xA5: "\u{221E}", 0xAB: "\u{2194}", 0xAC: "\u{2190}", 0xAD: "\u{2191}", 0xAE: "\u{2192}",
            0xAF: "\u{2193}", 0xB0: "\u{B0}", 0xB1: "\u{B1}", 0xB3: "\u{2265}", 0xB4: "\u{D7}", 0xB7: "\u{2022}",
            0xB9: "\u{2260}", 0xBA: "\u{2261}", 0xBB: "\u{2248}", 0xBC: "\u{2026}", 0xD2: "\u{AE}", 0xD3: "\u{A9}",
            0xD4: "\u{2122}", 0xDB: "\u{21D4}", 0xDC: "\u{21D0}", 0xDE: "\u{21D2}",
        ]
        let upper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ".unicodeScalars
        let lower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ".unicodeScalars
        for (offset, (capital, small)) in zip(upper, lower).enumerated() {
            table[0x41 + UInt32(offset)] = capital
            table[0x61 + UInt32(offset)] = small
        }
        return table
    }()
}
