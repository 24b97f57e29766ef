import VerbatimModel

/// A line of CHAT with the lines that go on with it.
struct CHATLine {
    /// The control character before and behind a time.
    static let bullet: UInt8 = 0x15

    enum Kind {
        /// `@Name:	value`
        case header
        /// `*CODE:	speech`
        case speech
        /// `%mor:	...`: about the speech above it.
        case dependent
        /// None of these.
        case stray
    }

    var kind: Kind
    /// What stands before the colon, without the sign.
    var name: String
    /// What stands behind it, in UTF-8, with a space for each line end.
    var content: [UInt8]
    /// The 1-based line of the file.
    var number: Int

    /// The lines of a text; those that begin with white space go on with the one before them.
    /// - Complexity: O(length of the text).
    static func lines(of utf8: [UInt8]) -> [CHATLine] {
        var lines: [CHATLine] = []
        for (number, line) in TextLine.lines(of: utf8).enumerated() where !line.isBlank {
            let content = utf8[line.range]
            let start = line.range.lowerBound
            let isIndented = start > 0 && (utf8[start - 1] == 0x09 || utf8[start - 1] == 0x20)
            if isIndented, let last = lines.indices.last {
                lines[last].content.append(0x20)
                lines[last].content.append(contentsOf: content)
                continue
            }
            lines.append(CHATLine(Array(content), number: number + 1))
        }
        return lines
    }

    private init(_ line: [UInt8], number: Int) {
        self.number = number
        let colon = line.firstIndex(of: UInt8(ascii: ":"))
        name = String(decoding: line[..<(colon ?? line.count)].dropFirst(), as: UTF8.self).trimmingSpaces
        content = colon.map { Array(line[($0 + 1)...]) } ?? []
        switch line.first {
        case UInt8(ascii: "@"): kind = .header
        case UInt8(ascii: "*") where colon != nil && !name.isEmpty: kind = .speech
        case UInt8(ascii: "%"): kind = .dependent
        default: kind = .stray
        }
    }
}
