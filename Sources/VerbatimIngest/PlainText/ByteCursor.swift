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

    /// Moves behind a time in square or round brackets, and gives the seconds.
    mutating func bracketedClock() -> Double? {
        var cursor = self
        let closing: StaticString
        if cursor.take("[") { closing = "]" } else if cursor.take("(") { closing = ")" } else { return nil }
        cursor.skipSpaces()
        guard let time = cursor.clock() else { return nil }
        cursor.skipSpaces()
        // The end of a time span is not needed.
        if cursor.take("-->") || cursor.take("-") || cursor.take("–") {
            cursor.skipSpaces()
            guard cursor.clock() != nil else { return nil }
            cursor.skipSpaces()
        }
        guard cursor.take(closing) else { return nil }
        index = cursor.index
        return time
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
