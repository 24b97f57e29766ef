import VerbatimModel

/// What may stand before a label: line ids, paragraph numbers, times, bullets.
struct LinePrefix {
    /// The time, in seconds.
    var time: Double?
    /// Whether a time or a line id was read.
    var isSetOff = false
    /// Where the last line id in brackets begins, which might be a label after all.
    var beforeLineID: Int?

    /// Moves the cursor behind whatever may stand before a label.
    mutating func read(_ cursor: inout ByteCursor) {
        cursor.skipSpaces()
        for _ in 0..<4 {
            let start = cursor.index
            if let clock = cursor.bracketedClock() {
                (time, isSetOff) = (clock, true)
            } else if takeLineID(&cursor) {
                (beforeLineID, isSetOff) = (start, true)
            } else if let clock = spacedClock(&cursor) {
                (time, isSetOff) = (clock, true)
            } else if takeNumber(&cursor) {
                // A paragraph number says nothing.
            } else if cursor.take("- ") || cursor.take("– ") || cursor.take("> ") || cursor.take("* ")
                || cursor.take("• ")
            {
                // Neither does a bullet.
            } else {
                break
            }
            cursor.skipSpaces()
        }
    }

    /// Moves the cursor behind a time only.
    mutating func readTime(_ cursor: inout ByteCursor) {
        cursor.skipSpaces()
        time = cursor.bracketedClock() ?? spacedClock(&cursor)
    }

    /// A time without brackets, with white space behind it; also minutes and seconds with a dot and a TAB.
    private func spacedClock(_ cursor: inout ByteCursor) -> Double? {
        var ahead = cursor
        if let clock = ahead.clock() ?? ahead.clockInWords(), ahead.byte == nil || ahead.skipSpaces() {
            cursor.index = ahead.index
            // The end of a time span is not needed.
            if ahead.takeDash(), ahead.skipSpaces(), ahead.clock() != nil, ahead.byte == nil || ahead.skipSpaces() {
                cursor.index = ahead.index
            }
            return clock
        }
        ahead = cursor
        guard let (minutes, _) = ahead.number(), ahead.take(".") else { return nil }
        // Scanned transcripts have `0. 55`.
        ahead.skipSpaces()
        guard let (seconds, digits) = ahead.number(), digits == 2, seconds < 60, ahead.take("\t") else { return nil }
        cursor.index = ahead.index
        return Double(minutes * 60 + seconds)
    }

    /// `[T012]`, `[12]`: an id of one or two capitals and digits, or digits.
    private func takeLineID(_ cursor: inout ByteCursor) -> Bool {
        var ahead = cursor
        guard ahead.take("[") else { return false }
        var letters = 0
        while let byte = ahead.byte, (0x41...0x5A).contains(byte & 0xDF), letters < 3 {
            ahead.index += 1
            letters += 1
        }
        guard letters < 3, ahead.number() != nil, ahead.take("]") else { return false }
        cursor.index = ahead.index
        return true
    }

    /// `01.01 `, `12. `, `2) `, `2` with a TAB or two spaces.
    private func takeNumber(_ cursor: inout ByteCursor) -> Bool {
        var ahead = cursor
        guard ahead.number() != nil else { return false }
        if ahead.take("  ") || ahead.take("\t") {
            cursor.index = ahead.index
            return true
        }
        guard ahead.take(".") || ahead.take(")") else { return false }
        _ = ahead.number()
        guard ahead.skipSpaces() else { return false }
        cursor.index = ahead.index
        return true
    }
}
