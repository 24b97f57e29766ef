/// Takes away sentence ends that UAX #29 sees and a reader does not: behind abbreviations, initials, ordinals, and
/// ellipses that are only pauses.
struct SentenceRules {
    /// The text.
    let reader: ScalarReader
    /// The rules of the language.
    let language: LanguageRules

    /// What is known of the sentence that may end.
    struct Context {
        /// The UTF-8 offset at which it begins.
        var start: Int
        /// Whether it begins a paragraph or a line, and has one token only: a list's number or letter may be all of it.
        var isFirstTokenOfLine: Bool
    }

    /// Whether a sentence ends at the terminator `item` at `offset`, where UAX #29 puts the boundary `boundary` and no
    /// paragraph ends.
    func endsSentence(
        at item: ScalarReader.Item, offset: Int, boundary: Int, context: Context
    ) -> Bool {
        guard item.properties.sentence == .fullStop || item.scalar == 0x2026 else { return true }
        switch run(before: offset, isEllipsis: item.scalar == 0x2026, from: context.start) {
        case .question: return true
        case .ellipsis(let start): return ellipsisEnds(from: start, boundary: boundary, context: context)
        case .single: return fullStopEnds(at: offset, boundary: boundary, context: context)
        }
    }

    // MARK: - Ellipses

    private enum Run {
        /// One full stop.
        case single
        /// Two or more, or `…`, from the given offset.
        case ellipsis(from: Int)
        /// The last of a run such as `?..`, which ends a sentence as the question mark does.
        case question
    }

    /// What the full stop at `offset` is the end of.
    private func run(before offset: Int, isEllipsis: Bool, from start: Int) -> Run {
        var first = offset
        var count = isEllipsis ? 2 : 1
        var index = offset
        while index > start {
            let previous = reader.offset(before: index)
            let item = reader.read(at: previous)
            if item.scalar == UInt32(UInt8(ascii: ".")) || item.scalar == 0x2026 {
                count += 1
                first = previous
            } else if item.properties.sentence == .terminator {
                return .question
            } else if item.properties.sentence != .space || item.scalar == 0x0A {
                break
            }
            index = previous
        }
        return count > 1 ? .ellipsis(from: first) : .single
    }

    /// An ellipsis ends a sentence only before an upper-case letter that shows that another begins.
    private func ellipsisEnds(from start: Int, boundary: Int, context: Context) -> Bool {
        guard let next = firstLetter(from: boundary), next.value == .upper else { return false }
        let following = packedWord(from: next.offset)
        if let following {
            if language.alwaysUpper.contains(following) { return false }
            if following == packedWord(before: start, from: context.start) { return false }
        }
        // A pause stands apart from the word before it, and a name may follow: "I went to ... Mosul".
        let isApart = start > context.start && reader.utf8[start - 1] == UInt8(ascii: " ")
        guard isApart, !language.starters.isEmpty else { return true }
        return following.map { language.starters.contains($0) } ?? false
    }

    // MARK: - Full stops

    private func fullStopEnds(at offset: Int, boundary: Int, context: Context) -> Bool {
        let start = wordStart(before: offset, from: context.start)
        guard start < offset else { return true }
        let word = UnsafeBufferPointer(rebasing: reader.utf8[start..<offset])
        let first = reader.read(at: start)
        let isNumber = word.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        let isSingleLetter = first.next == offset && first.properties.sentence.isLetter
        if context.isFirstTokenOfLine, isNumber && word.count <= 2 || isSingleLetter { return false }
        // Long words are no abbreviations: most sentences end here.
        if word.count > 16 { return true }

        let next = firstLetter(from: boundary)
        let followsUpper = next?.value == .upper
        if isNumber || isRoman(word) {
            guard language.marksOrdinals, word.count <= (isNumber ? 2 : 5), followsUpper else { return true }
            return followsStarter(next)
        }
        if let spaced = spacedAbbreviation(endingWith: start..<offset, from: context.start) {
            if language.openAbbreviations.contains(spaced) { return false }
            if language.closingAbbreviations.contains(spaced) { return followsUpper || followsStarter(next) }
        }
        if let packed = PackedWord(word) {
            if language.openAbbreviations.contains(packed) { return false }
            if isSingleLetter, first.properties.sentence == .upper, followsUpper {
                // "J. Smith", but "plan B. We went" and "so did I. Mosul was empty".
                return language.alwaysUpper.contains(packed) || followsStarter(next) && !followsParticle(next)
            }
            if language.closingAbbreviations.contains(packed) { return followsUpper || followsStarter(next) }
            if language.numberAbbreviations.contains(packed) { return !followsDigit(boundary) }
            if isSingleLetter { return !isArabic(first.scalar) }
        }
        // "U.S. Embassy", but "in the U.S. They went".
        if isDottedLetters(word) { return followsStarter(next) }
        return true
    }

    /// Whether a word is single letters parted by full stops: `o.a`, `U.S`.
    private func isDottedLetters(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var isLetterExpected = true
        var letters = 0
        for byte in word where byte & 0xC0 != 0x80 {
            guard isLetterExpected == (byte != UInt8(ascii: ".")) else { return false }
            if isLetterExpected { letters += 1 }
            isLetterExpected.toggle()
        }
        return letters > 1 && !isLetterExpected
    }

    /// An abbreviation that is written with spaces (`p. ex.`, `d. w. z.`), without them, where `range` is the last part.
    private func spacedAbbreviation(endingWith range: Range<Int>, from limit: Int) -> PackedWord? {
        let utf8 = reader.utf8
        func isLetter(_ offset: Int) -> Bool { (utf8[offset] | 0x20) &- UInt8(ascii: "a") < 26 }
        var start = range.lowerBound
        while start - 3 >= limit, range.upperBound - start < 16, utf8[start - 1] == UInt8(ascii: " "),
            utf8[start - 2] == UInt8(ascii: "."), isLetter(start - 3),
            start - 3 == limit || utf8[start - 4] < 0x80 && !isLetter(start - 4)
        {
            start -= 3
        }
        guard start < range.lowerBound else { return nil }
        let joined = utf8[start..<range.upperBound].filter { $0 != UInt8(ascii: " ") }
        return joined.withUnsafeBufferPointer { PackedWord($0) }
    }

    private func isRoman(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        language.marksOrdinals
            && word.allSatisfy { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }
    }

    private func isArabic(_ scalar: UInt32) -> Bool {
        (0x620...0x6FF).contains(scalar)
    }

    // MARK: - What stands around

    /// The first letter behind opening quotes and the like; `nil` where a digit or nothing comes first.
    private func firstLetter(from boundary: Int) -> (value: SentenceBreak, offset: Int)? {
        var offset = boundary
        while offset < reader.end {
            let item = reader.read(at: offset)
            if item.properties.sentence.isLetter { return (item.properties.sentence, offset) }
            if item.properties.isLetterOrDigit || item.properties.sentence.isTerminator { return nil }
            offset = item.next
        }
        return nil
    }

    private func followsDigit(_ boundary: Int) -> Bool {
        boundary < reader.end && reader.read(at: boundary).properties.sentence == .numeric
    }

    private func followsStarter(_ next: (value: SentenceBreak, offset: Int)?) -> Bool {
        guard let next, let word = packedWord(from: next.offset) else { return false }
        if language.starters.contains(word) { return true }
        // An elided word counts by what stands before the apostrophe, with it.
        guard !language.elisions.isEmpty, let end = elisionEnd(from: next.offset) else { return false }
        return PackedWord(UnsafeBufferPointer(rebasing: reader.utf8[next.offset..<end]))
            .map { language.starters.contains($0) } ?? false
    }

    private func followsParticle(_ next: (value: SentenceBreak, offset: Int)?) -> Bool {
        next.flatMap { packedWord(from: $0.offset) }.map { LanguageRules.particles.contains($0) } ?? false
    }

    /// The offset behind the first apostrophe of the word at `start`.
    private func elisionEnd(from start: Int) -> Int? {
        var offset = start
        while offset < reader.end, offset - start < 16 {
            let item = reader.read(at: offset)
            if Elision.isApostrophe(item.scalar) { return item.next }
            guard item.properties.isLetterOrDigit else { return nil }
            offset = item.next
        }
        return nil
    }

    /// The word that begins at `start`, with apostrophes inside.
    private func packedWord(from start: Int) -> PackedWord? {
        var offset = start
        while offset < reader.end, offset - start <= 24 {
            let item = reader.read(at: offset)
            guard isWordPart(item) || Elision.isApostrophe(item.scalar) else { break }
            offset = item.next
        }
        return PackedWord(UnsafeBufferPointer(rebasing: reader.utf8[start..<offset]))
    }

    /// The word that ends before the white space before `end`.
    private func packedWord(before end: Int, from limit: Int) -> PackedWord? {
        var end = end
        while end > limit, reader.utf8[end - 1] == UInt8(ascii: " ") { end -= 1 }
        let start = wordStart(before: end, from: limit)
        return PackedWord(UnsafeBufferPointer(rebasing: reader.utf8[start..<end]))
    }

    /// Where the word begins that ends at `end`: letters and digits, with full stops inside, and apostrophes unless the
    /// language splits there.
    private func wordStart(before end: Int, from limit: Int) -> Int {
        var start = end
        while start > limit, end - start <= 24 {
            let previous = reader.offset(before: start)
            let item = reader.read(at: previous)
            let isApostrophe = language.elisions.isEmpty && Elision.isApostrophe(item.scalar)
            let isJoiner = item.scalar == UInt32(UInt8(ascii: ".")) || isApostrophe
            guard isWordPart(item) || isJoiner && start < end else { break }
            start = previous
        }
        return start
    }

    private func isWordPart(_ item: ScalarReader.Item) -> Bool {
        item.properties.isLetterOrDigit || item.properties.sentence.isIgnored
    }
}
