/// An encoding in which every character is one byte, the first 128 of which are ASCII.
///
/// Source: the mapping tables of the Unicode Consortium (8859-1, -6, -9, -15, CP1252, CP1254, CP1256). Bytes that these leave
/// undefined stay so, and so do the control characters 0x80 to 0x9F of the ISO encodings, which no transcript holds: 0x85 would
/// be a line end in the middle of a sentence.
struct SingleByteEncoding: Sendable {
    /// The IANA name in lower case.
    var name: String
    /// The characters of the bytes 0x80 to 0xFF; 0 where the encoding defines none.
    private var upper: [UInt16]

    /// The character of a byte from 0x80 to 0xFF, as a Unicode scalar value; 0 where the encoding defines none.
    func scalar(ofUpper byte: UInt8) -> UInt16 { upper[Int(byte & 0x7F)] }

    /// The text of the bytes as UTF-8; `nil` where it cannot be, with `fault` the index in `bytes` of the first byte that the
    /// encoding does not define.
    func utf8(_ bytes: ArraySlice<UInt8>, fault: inout Int) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        for (index, byte) in zip(bytes.indices, bytes) {
            guard byte >= 0x80 else {
                output.append(byte)
                continue
            }
            let value = scalar(ofUpper: byte)
            switch value {
            case 0:
                fault = index
                return nil
            case ..<0x800:
                output.append(0xC0 | UInt8(value >> 6))
                output.append(0x80 | UInt8(value & 0x3F))
            default:
                output.append(0xE0 | UInt8(value >> 12))
                output.append(0x80 | UInt8(value >> 6 & 0x3F))
                output.append(0x80 | UInt8(value & 0x3F))
            }
        }
        return output
    }

    // MARK: - The encodings

    /// The encodings, the commonest first: of those that give the same text, the first is named.
    static let all: [SingleByteEncoding] = [
        SingleByteEncoding("iso-8859-1", from: latin1),
        SingleByteEncoding("windows-1252", from: latin1, controls: windowsControls),
        SingleByteEncoding("iso-8859-15", from: latin1, replacing: euro),
        SingleByteEncoding("iso-8859-9", from: latin1, replacing: turkish),
        SingleByteEncoding(
            "windows-1254", from: latin1, controls: windowsControls,
            replacing: turkish.merging([0x8E: 0, 0x9E: 0]) { $1 }),
        SingleByteEncoding("windows-1256", from: windowsArabic),
        SingleByteEncoding("iso-8859-6", from: isoArabic),
    ]

    private init(
        _ name: String, from base: [UInt16], controls: [UInt16] = [], replacing others: [UInt8: UInt16] = [:]
    ) {
        self.name = name
        upper = base
        upper.replaceSubrange(controls.indices, with: controls)
        for (byte, scalar) in others { upper[Int(byte & 0x7F)] = scalar }
    }

    private static let latin1: [UInt16] = (0x80...0xFF).map { $0 < 0xA0 ? 0 : $0 }

    /// The bytes 0x80 to 0x9F of windows-1252.
    private static let windowsControls: [UInt16] = [
        0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
    ]

    /// What iso-8859-15 has in the place of iso-8859-1's signs.
    private static let euro: [UInt8: UInt16] = [
        0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178,
    ]

    /// What iso-8859-9 and windows-1254 have in the place of Icelandic letters.
    private static let turkish: [UInt8: UInt16] = [
        0xD0: 0x11E, 0xDD: 0x130, 0xDE: 0x15E, 0xF0: 0x11F, 0xFD: 0x131, 0xFE: 0x15F,
    ]

    private static let windowsArabic: [UInt16] = [
        0x20AC, 0x67E, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x679, 0x2039, 0x152, 0x686,
        0x698, 0x688,
        0x6AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x6A9, 0x2122, 0x691, 0x203A, 0x153, 0x200C,
        0x200D, 0x6BA,
        0xA0, 0x60C, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0x6BE, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF,
        0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0x61B, 0xBB, 0xBC, 0xBD, 0xBE, 0x61F,
        0x6C1, 0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x628, 0x629, 0x62A, 0x62B, 0x62C, 0x62D, 0x62E, 0x62F,
        0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636, 0xD7, 0x637, 0x638, 0x639, 0x63A, 0x640, 0x641, 0x642, 0x643,
        0xE0, 0x644, 0xE2, 0x645, 0x646, 0x647, 0x648, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0x649, 0x64A, 0xEE, 0xEF,
        0x64B, 0x64C, 0x64D, 0x64E, 0xF4, 0x64F, 0x650, 0xF7, 0x651, 0xF9, 0x652, 0xFB, 0xFC, 0x200E, 0x200F, 0x6D2,
    ]

    private static let isoArabic: [UInt16] = (0x80...0xFF).map { (byte: UInt16) -> UInt16 in
        switch byte {
        case 0xA0, 0xA4, 0xAD: byte
        case 0xAC, 0xBB, 0xBF, 0xC1...0xDA, 0xE0...0xF2: byte + 0x560
        default: 0
        }
    }
}
