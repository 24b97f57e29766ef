/// How the bytes of a text file are written: most in UTF-8, a few as other programs save them.
enum FileEncoding: Sendable {
    case utf8
    /// UTF-8 with CRLF line ends.
    case crlf
    /// UTF-8 with a byte-order mark and CRLF line ends.
    case utf8Mark
    /// UTF-16, little-endian, with a byte-order mark.
    case utf16
    /// Windows-1252, or Windows-1254 for Turkish; UTF-8 where the text has other characters.
    case windows

    /// The encoding of a file, drawn.
    init(_ random: inout SplitMix64) {
        self = random.choice(.utf8, of: [(.utf8, 83), (.crlf, 8), (.utf8Mark, 3), (.utf16, 3), (.windows, 3)])
    }

    /// The bytes of a UTF-8 text with LF line ends, in this encoding.
    /// - Complexity: O(number of bytes).
    func bytes(of utf8: [UInt8]) -> [UInt8] {
        switch self {
        case .utf8: return utf8
        case .crlf: return Self.withCRLF(utf8)
        case .utf8Mark: return [0xEF, 0xBB, 0xBF] + Self.withCRLF(utf8)
        case .utf16:
            var bytes: [UInt8] = [0xFF, 0xFE]
            bytes.reserveCapacity(utf8.count * 2 + 2)
            for unit in String(decoding: utf8, as: UTF8.self).utf16 {
                bytes.append(UInt8(truncatingIfNeeded: unit))
                bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
            }
            return bytes
        case .windows:
            return Self.windows(utf8, table: Self.westEuropean) ?? Self.windows(utf8, table: Self.turkish) ?? utf8
        }
    }

    private static func withCRLF(_ utf8: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count + utf8.count / 32)
        for byte in utf8 {
            if byte == UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\r")) }
            bytes.append(byte)
        }
        return bytes
    }

    private static func windows(_ utf8: [UInt8], table: [UInt32: UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else if let byte = table[scalar.value] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes
    }

    /// The upper half of Windows-1252, as far as speech has need of it (Unicode Consortium, CP1252.TXT).
    private static let westEuropean: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [
            0x20AC: 0x80, 0x2026: 0x85, 0x0152: 0x8C, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94,
            0x2013: 0x96, 0x2014: 0x97, 0x0153: 0x9C,
        ]
        for value: UInt8 in 0xA0...0xFF { table[UInt32(value)] = value }
        return table
    }()

    /// The upper half of Windows-1254: six letters are other ones (Unicode Consortium, CP1254.TXT).
    private static let turkish: [UInt32: UInt8] = {
        var table = westEuropean
        for value: UInt32 in [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE] { table[value] = nil }
        return table.merging(
            [0x11E: 0xD0, 0x130: 0xDD, 0x15E: 0xDE, 0x11F: 0xF0, 0x131: 0xFD, 0x15F: 0xFE]
        ) { _, letter in letter }
    }()
}
