/// The Windows code page for Western European languages.
///
/// Bytes 0x80 to 0x9F are not the control characters of ISO-8859-1 but quotation marks, dashes and, at 0x85, an ellipsis:
/// read as ISO-8859-1 that byte would be a line end in the middle of a sentence. Source: WHATWG Encoding Standard, index
/// windows-1252; the five bytes that it leaves undefined become the control characters of the same number.
enum Windows1252 {
    /// The text of the bytes as UTF-8; every byte has a meaning, so this never fails.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            switch byte {
            case ..<0x80: output.append(byte)
            case 0x80...0x9F: output.append(contentsOf: upperControls[Int(byte) - 0x80].utf8)
            default: output.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
            }
        }
        return output
    }

    private static let upperControls: [String] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
        "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
        "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
        "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]
}
