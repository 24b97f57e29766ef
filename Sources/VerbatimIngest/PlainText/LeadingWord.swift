import VerbatimModel

/// The first word of a line where ASCII alone tells it, so that most lines need no closer look.
enum LeadingWord {
    /// The first run of letters and digits, in lower case, empty if there is none.
    ///
    /// It is `nil` where something that is not ASCII stands before it, in it or right behind it.
    static func lettersAndDigits(_ utf8: [UInt8], _ range: ByteRange) -> String? {
        var start = range.lowerBound
        while start < range.upperBound, utf8[start] < 0x80, !isLetter(utf8[start]), !isDigit(utf8[start]) { start += 1 }
        return lowercased(utf8, start..<range.upperBound) { isLetter($0) || isDigit($0) }
    }

    /// The run of letters behind white space, `*` and `_`, in lower case, empty if there is none.
    ///
    /// It is `nil` where something that is not ASCII stands before it, in it or right behind it.
    static func letters(_ utf8: [UInt8], _ range: ByteRange) -> String? {
        var start = range.lowerBound
        while start < range.upperBound, isAdornment(utf8[start]) { start += 1 }
        return lowercased(utf8, start..<range.upperBound, taking: isLetter)
    }

    /// Whether a word is digits only.
    static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy(isDigit) }

    private static func lowercased(_ utf8: [UInt8], _ range: ByteRange, taking isTaken: (UInt8) -> Bool) -> String? {
        var end = range.lowerBound
        while end < range.upperBound, isTaken(utf8[end]) { end += 1 }
        guard end == range.upperBound || utf8[end] < 0x80 else { return nil }
        return String(unsafeUninitializedCapacity: end - range.lowerBound) { buffer in
            for index in range.lowerBound..<end {
                buffer[index - range.lowerBound] = isLetter(utf8[index]) ? utf8[index] | 0x20 : utf8[index]
            }
            return end - range.lowerBound
        }
    }

    private static func isAdornment(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
