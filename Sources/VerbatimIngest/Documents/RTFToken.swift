/// The parts that RTF consists of.
enum RTFToken: Equatable {
    case openGroup
    case closeGroup
    /// `\par`, `\u8217`; the number where there is one.
    case word(String, Int?)
    /// `\~`, `\*`: a sign behind a backslash.
    case symbol(UInt8)
    /// `\'e9`: a byte in the code page of the font.
    case byte(UInt8)
    /// Bytes as they stand, without line ends.
    case text(ArraySlice<UInt8>)
}

/// Cuts RTF into its parts.
///
/// Source: Microsoft, Rich Text Format Specification, version 1.9.1, "RTF Syntax".
struct RTFTokens {
    private let bytes: [UInt8]
    /// Where the next part begins, in bytes from 0.
    private(set) var index: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next part; `nil` at the end of the file.
    /// - Complexity: O(length of the part).
    mutating func next() -> RTFToken? {
        while index < bytes.count, Self.isLayout(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "{"):
            index += 1
            return .openGroup
        case UInt8(ascii: "}"):
            index += 1
            return .closeGroup
        case UInt8(ascii: "\\"):
            index += 1
            return control()
        default:
            let start = index
            while index < bytes.count, !Self.isSyntax(bytes[index]) { index += 1 }
            return .text(bytes[start..<index])
        }
    }

    /// Leaves out bytes that are no RTF, as `\bin` says.
    mutating func skip(_ count: Int) { index = min(bytes.count, index + max(0, min(count, bytes.count))) }

    /// Line ends, and the NUL that some programs write at the end.
    private static func isLayout(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0 }

    private static func isSyntax(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\") || isLayout(byte)
    }

    private mutating func control() -> RTFToken? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        guard isLetter(first) else {
            index += 1
            if first == UInt8(ascii: "'") { return .byte(hexadecimal()) }
            return .symbol(first)
        }
        let start = index
        while index < bytes.count, isLetter(bytes[index]), index - start < 32 { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        var number: Int?
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        let digits = isNegative ? index + 1 : index
        if digits < bytes.count, isDigit(bytes[digits]) {
            index = digits
            var value = 0
            while index < bytes.count, isDigit(bytes[index]), index - digits < 10 {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            number = isNegative ? -value : value
        }
        // A space belongs to the control word.
        if index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return .word(word, number)
    }

    /// Two hexadecimal digits, or what there is of them; a question mark for none.
    private mutating func hexadecimal() -> UInt8 {
        var value: UInt8 = 0
        var count = 0
        while count < 2, index < bytes.count {
            switch bytes[index] {
            case 0x30...0x39: value = value << 4 | (bytes[index] - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | ((bytes[index] & 0x5F) - 0x37)
            default: return count == 0 ? UInt8(ascii: "?") : value
            }
            index += 1
            count += 1
        }
        return count == 0 ? UInt8(ascii: "?") : value
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
