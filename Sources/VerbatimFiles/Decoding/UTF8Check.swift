/// Whether bytes are UTF-8.
///
/// Source: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
enum UTF8Check {
    /// Whether the sequences of several bytes are mostly well formed, so that the text is damaged UTF-8 rather than text in
    /// another encoding.
    static func isMostlyValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        let (sequences, faults) = counts(bytes)
        return sequences > 4 * faults
    }

    /// The index of the first byte that begins no well-formed sequence; `nil` if all are well formed.
    static func firstFault(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = bytes[index] < 0x80 ? 1 : sequenceLength(bytes, at: index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    private static func counts(_ bytes: ArraySlice<UInt8>) -> (sequences: Int, faults: Int) {
        var (sequences, faults) = (0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(bytes, at: index)
            if length == 0 {
                faults += 1
                index += 1
            } else {
                sequences += 1
                index += length
            }
        }
        return (sequences, faults)
    }

    /// The number of bytes of the well-formed sequence that begins with the lead byte at `index`; 0 if there is none.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return 0 }
        for follower in (index + 2)..<max(index + 2, index + length) where bytes[follower] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
