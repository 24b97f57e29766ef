import VerbatimModel

/// The text of a file that a program of unknown age has written.
enum TextDecoding {
    /// The text: UTF-8, UTF-16 with a byte-order mark, else Windows-1252, which then is warned of.
    /// - Complexity: O(number of bytes).
    static func text(_ bytes: [UInt8], path: String) -> (text: String, warnings: [Diagnostic]) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let low = bytes[0] == 0xFF ? 0 : 1
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
                UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
            }
            return (String(decoding: units, as: UTF16.self), [])
        }
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let text = String(validating: bytes, as: UTF8.self) { return (text, []) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(windows1252(byte)) }
        return (
            String(text),
            [
                Diagnostic(
                    .warning, "assumed-encoding",
                    "The file is not UTF-8 and was read as Windows-1252: look at words with accents.", path: path)
            ]
        )
    }

    /// The scalars of the bytes from 0x80 to 0x9F in Windows-1252 (WHATWG Encoding Standard).
    private static let upper: [Unicode.Scalar] = [
        "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
        "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}", "\u{2019}",
        "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}",
        "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
    ]

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// The lines of a text, without their ends.
    static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
}
