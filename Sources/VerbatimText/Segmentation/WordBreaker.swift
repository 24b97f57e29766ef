/// Word boundaries by the rules WB1 to WB999 of UAX #29 (Unicode 15.0).
struct WordBreaker {
    /// The text.
    let reader: ScalarReader
    /// Whether `´`, `′` and the grave accent, typed for an apostrophe, join letters as an apostrophe does.
    ///
    /// UAX #29 does not let them.
    let joinsAccents: Bool

    /// The segment that begins at a word boundary.
    struct Segment {
        /// The UTF-8 offset behind it: the next word boundary.
        var end: Int
        /// Whether it holds a letter or a digit, so that it is a token.
        var isWord: Bool
    }

    /// The UTF-8 offsets of all word boundaries of `utf8`, the first and the last included; none in an empty text.
    /// - Complexity: O(length of the text).
    static func boundaries(of utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
        ScalarReader.withReader(of: utf8, in: 0..<utf8.count) { reader in
            guard !utf8.isEmpty else { return [] }
            let breaker = WordBreaker(reader: reader, joinsAccents: false)
            var found = [0]
            var offset = 0
            while offset < utf8.count {
                offset = breaker.segment(at: offset).end
                found.append(offset)
            }
            return found
        }
    }

    /// The segment that begins at `start`, which must be a word boundary before the end of the text.
    func segment(at start: Int) -> Segment {
        let first = reader.read(at: start)
        var offset = first.next
        var isWord = first.properties.isLetterOrDigit
        // `previous` passes over what WB4 ignores, `adjacent` does not.
        var previous = word(first)
        var adjacent = previous
        var hasOpenIndicator = previous == .regionalIndicator
        if previous == .carriageReturn, offset < reader.end, reader.read(at: offset).properties.word == .lineFeed {
            return Segment(end: offset + 1, isWord: false)  // WB3
        }
        guard !previous.isLineBreak else { return Segment(end: offset, isWord: false) }  // WB3a
        while offset < reader.end {
            let item = reader.read(at: offset)
            let current = word(item)
            if current.isIgnored {  // WB4
                adjacent = current
            } else if adjacent == .zeroWidthJoiner, item.properties.isPictographic {  // WB3c
                adjacent = current
                previous = current
            } else if current == .space, adjacent == .space {  // WB3d
            } else if joins(previous, current) {
                hasOpenIndicator = false
                previous = current
                adjacent = current
            } else if let next = joinedItem(previous, current, after: item.next) {
                isWord = isWord || next.properties.isLetterOrDigit
                previous = word(next)
                adjacent = previous
                offset = next.next
                continue
            } else if previous == .hebrewLetter, current == .singleQuote {  // WB7a
                previous = current
                adjacent = current
            } else if previous == .regionalIndicator, current == .regionalIndicator, hasOpenIndicator {  // WB15, WB16
                hasOpenIndicator = false
                adjacent = current
            } else {
                break  // WB3b, WB999
            }
            isWord = isWord || item.properties.isLetterOrDigit
            offset = item.next
        }
        return Segment(end: offset, isWord: isWord)
    }

    /// The rules that look at two neighbours: WB5, WB8, WB9, WB10, WB13, WB13a, WB13b.
    @inline(__always)
    private func joins(_ previous: WordBreak, _ current: WordBreak) -> Bool {
        guard previous.isWordPart, current.isWordPart else { return false }
        if previous == .extendNumLet || current == .extendNumLet { return true }
        return (previous == .katakana) == (current == .katakana)
    }

    /// The scalar behind a joiner (`current`), where the rules that look past one join it to what stands before: WB6
    /// with WB7, WB7b with WB7c, WB12 with WB11.
    private func joinedItem(_ previous: WordBreak, _ current: WordBreak, after offset: Int) -> ScalarReader.Item? {
        let letters = previous.isLetter && current.joinsLetters
        let hebrew = previous == .hebrewLetter && current == .doubleQuote
        let numbers = previous == .numeric && current.joinsNumbers
        guard letters || hebrew || numbers else { return nil }
        var offset = offset
        while offset < reader.end {
            let item = reader.read(at: offset)
            let next = word(item)
            if next.isIgnored {
                offset = item.next
                continue
            }
            return letters && next.isLetter || hebrew && next == .hebrewLetter || numbers && next == .numeric
                ? item : nil
        }
        return nil
    }

    /// The property of a scalar, with what ``joinsAccents`` makes of it.
    @inline(__always)
    private func word(_ item: ScalarReader.Item) -> WordBreak {
        let word = item.properties.word
        guard word == .other, joinsAccents else { return word }
        return item.scalar == 0xB4 || item.scalar == 0x2032 || item.scalar == 0x60 ? .singleQuote : word
    }
}
