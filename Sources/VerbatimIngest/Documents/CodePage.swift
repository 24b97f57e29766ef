/// An encoding with one byte a character, as RTF names it by number.
struct CodePage: Hashable, Sendable {
    /// The number under which Windows knows it.
    let number: Int
    private let upper: [UInt16]

    /// `nil` for a page that is not known: one of two bytes a character, or none.
    init?(_ number: Int) {
        guard let upper = Self.tables[number] else { return nil }
        self.number = number
        self.upper = upper
    }

    /// The page of Western Windows, which RTF has where it names none.
    static let western = CodePage(number: 1252, upper: tables[1252] ?? [UInt16](repeating: 0, count: 128))

    private init(number: Int, upper: [UInt16]) {
        self.number = number
        self.upper = upper
    }

    /// The character of a byte; U+FFFD where the page defines none.
    func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard byte >= 0x80 else { return Unicode.Scalar(byte) }
        let value = upper[Int(byte & 0x7F)]
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The page's name in the IANA registry, in lower case.
    var name: String {
        switch number {
        case 437: "ibm437"
        case 850: "ibm850"
        case 10_000: "macintosh"
        default: "windows-\(number)"
        }
    }

    /// The number of the page that a font's character set stands for; `nil` for the document's own.
    ///
    /// Source: Rich Text Format Specification, version 1.9.1, "Font Table", `\fcharsetN`.
    static func number(ofCharacterSet set: Int) -> Int? {
        characterSets[set]
    }

    private static let characterSets = [
        77: 10_000, 128: 932, 129: 949, 130: 1_361, 134: 936, 136: 950, 161: 1_253, 162: 1_254, 163: 1_258, 177: 1_255,
        178: 1_256, 186: 1_257, 204: 1_251, 222: 874, 238: 1_250, 254: 437, 255: 850,
    ]
}
