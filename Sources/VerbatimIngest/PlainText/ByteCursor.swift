import VerbatimModel

/// A place in a line of UTF-8, from which marks and times are read.
struct ByteCursor {
    let utf8: [UInt8]
    /// Behind the last byte that may be read.
    let limit: Int
    /// The place, as a UTF-8 offset.
    var index: Int

    init(_ utf8: [UInt8], range: ByteRange) {
        self.utf8 = utf8
        index = range.lowerBound
        limit = range.upperBound
    }

    /// The byte at the place; `nil` at the end of the line.
    var byte: UInt8? { index < limit ? utf8[index] : nil }

    /// Whether the line goes on with the given ASCII text.
    func sees(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= limit else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(utf8[index..<index + count]) }
    }

    /// Moves behind the given ASCII text, if the line goes on with it.
    mutating func take(_ text: StaticString) -> Bool {
        guard sees(text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// Moves behind white space and marks of direction, and tells whether there were any.
    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = index
        while index < limit {
            let width = Self.spaceWidth(utf8, at: index, limit: limit)
            if width == 0 { break }
            index += width
        }
        return index > start
    }

    /// Moves behind ASCII digits and gives their number; `nil` if there are none or more than six.
    mutating func number() -> (value: Int, digits: Int)? {
        var value = 0
        let start = index
        while let byte, (0x30...0x39).contains(byte), index - start < 7 {
            value = value * 10 + Int(byte - 0x30)
            index += 1
        }
        let digits = index - start
        guard digits > 0, digits < 7 else {
            index = start
            return nil
        }
        return (value, digits)
    }

    /// Moves behind `h:mm:ss`, `mm:ss`, with a fraction or without, and gives the seconds; `nil` if there is no time here.
    mutating func clock() -> Double? {
        let start = index
        var parts: [Int] = []
        var cursor = self
        while let (value, digits) = cursor.number(), digits <= 3 {
            if !parts.isEmpty, digits != 2 || value > 59 { break }
            parts.append(value)
            index = cursor.index
            guard parts.count < 3, cursor.take(":") else { break }
        }
        guard parts.count >= 2 else {
            index = start
            return nil
        }
        var seconds = Double(parts.reduce(0) { $0 * 60 + $1 })
        var fraction = self
        if fraction.take(".") || fraction.take(","), let (value, digits) = fraction.number() {
            var scale = 1.0
            for _ in 0..<digits { scale *= 10 }
            seconds += Double(value) / scale
            index = fraction.index
        }
        // A digit, a letter or another colon behind it: no time after all.
        if let byte, isWordByte(byte) || byte == UInt8(ascii: ":") && followsDigit(index + 1) {
            index = start
            return nil
        }
        return seconds
    }

    /// Moves behind a time in brackets or between number signs, and gives the seconds.
    ///
    /// Such times are `[00:01:02]`, `(1:02)`, `{1:02}`, `<1:02>`, a span of two, and `#00:01:02-5#` of transcription programs.
    mutating func bracketedClock() -> Double? {
        guard let byte, let closing = Self.closing(byte) else { return nil }
        var cursor = self
        cursor.index += 1
        cursor.skipSpaces()
        guard let time = cursor.clock() ?? cursor.clockInWords() else { return nil }
        if closing == UInt8(ascii: "#"), cursor.take("-") { _ = cursor.number() }
        cursor.skipSpaces()
        // The end of a time span is not needed.
        if cursor.takeDash() {
            cursor.skipSpaces()
            guard cursor.clock() ?? cursor.clockInWords() != nil else { return nil }
            cursor.skipSpaces()
        }
        guard cursor.byte == closing else { return nil }
        index = cursor.index + 1
        return time
    }

    /// Moves behind `1h02m03s`, `12m30`, `45s`, and gives the seconds; `nil` if there is no such time here.
    mutating func clockInWords() -> Double? {
        var cursor = self
        var (seconds, units) = (0, 0)
        for (unit, length) in [(UInt8(ascii: "h"), 3_600), (UInt8(ascii: "m"), 60), (UInt8(ascii: "s"), 1)] {
            var ahead = cursor
            guard let (value, digits) = ahead.number(), digits <= 3 else { break }
            let isLast = unit == UInt8(ascii: "s") && units > 0
            if ahead.byte.map({ $0 | 0x20 }) == unit {
                ahead.index += 1
                if unit == UInt8(ascii: "m"), ahead.sees("in") { ahead.index += 2 }
            } else if !isLast {
                continue
            }
            seconds += value * length
            units += 1
            cursor = ahead
        }
        if let byte = cursor.byte, isWordByte(byte) { return nil }
        guard units > 0 else { return nil }
        index = cursor.index
        return Double(seconds)
    }

    /// Moves behind the sign between the ends of a time span.
    mutating func takeDash() -> Bool { take("-->") || take("->") || take("-") || take("–") || take("—") }

    private static func closing(_ opening: UInt8) -> UInt8? {
        switch opening {
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        case UInt8(ascii: "#"): UInt8(ascii: "#")
        default: nil
        }
    }

    private func followsDigit(_ place: Int) -> Bool {
        place < limit && (0x30...0x39).contains(utf8[place])
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// The number of bytes of the white space or mark of direction at a place; 0 if there is none.
    static func spaceWidth(_ utf8: [UInt8], at index: Int, limit: Int) -> Int {
        let byte = utf8[index]
        if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
        if byte == 0xC2, index + 1 < limit, utf8[index + 1] == 0xA0 { return 2 }
        guard byte == 0xE2 || byte == 0xEF, index + 2 < limit else { return 0 }
        switch (byte, utf8[index + 1], utf8[index + 2]) {
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAF): return 3
        case (0xEF, 0xBB, 0xBF): return 3
        default: return 0
        }
    }
}
