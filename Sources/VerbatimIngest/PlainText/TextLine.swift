import VerbatimModel

/// One line of a text, in UTF-8 offsets.
struct TextLine {
    /// The line without its newline and without white space at its ends.
    var range: ByteRange
    /// Whether nothing but white space is on it.
    var isBlank: Bool { range.isEmpty }

    /// The lines of a text.
    /// - Complexity: O(length of the text).
    static func lines(of utf8: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        for index in 0...utf8.count where index == utf8.count || utf8[index] == 0x0A {
            lines.append(TextLine(range: trim(start..<index, in: utf8)))
            start = index + 1
        }
        return lines
    }

    /// A range without the white space at its ends (ASCII, and U+00A0).
    static func trim(_ range: ByteRange, in utf8: [UInt8]) -> ByteRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let width = ByteCursor.spaceWidth(utf8, at: start, limit: end)
            if width == 0 { break }
            start += width
        }
        while end > start {
            if isSpace(utf8[end - 1]) {
                end -= 1
            } else if end - start >= 2, utf8[end - 1] == 0xA0, utf8[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
