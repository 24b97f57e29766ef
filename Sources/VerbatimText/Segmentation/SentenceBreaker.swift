/// Sentence boundaries by the rules SB1 to SB998 of UAX #29 (Unicode 15.0).
struct SentenceBreaker {
    /// The text.
    let reader: ScalarReader
    /// Whether the text is a transcript's: a single newline is a wrapped line and no paragraph, the ellipsis `…` is
    /// a full stop, and transcription marks are passed over.
    let isTranscript: Bool

    /// A place where a sentence may end.
    struct Edge {
        /// The UTF-8 offset at which the next sentence begins, behind white space and marks; may be the end of the text.
        var boundary: Int
        /// Whether a paragraph ends here, so that no rule may take the boundary away.
        var isParagraphEnd: Bool
    }

    /// The UTF-8 offsets of all sentence boundaries of `utf8`, the first and the last included; none in an empty text.
    /// - Complexity: O(length of the text).
    static func boundaries(of utf8: UnsafeBufferPointer<UInt8>) -> [Int] {
        ScalarReader.withReader(of: utf8, in: 0..<utf8.count) { reader in
            guard !utf8.isEmpty else { return [] }
            let breaker = SentenceBreaker(reader: reader, isTranscript: false)
            var found = [0]
            var offset = 0
            while offset < utf8.count {
                let item = reader.read(at: offset)
                let sentence = item.properties.sentence
                if sentence.isParagraphBreak {
                    offset = breaker.end(ofParagraphBreak: item, at: offset)
                    found.append(offset)
                } else if sentence.isTerminator, let edge = breaker.edge(afterTerminator: item, at: offset) {
                    offset = edge.boundary
                    found.append(offset)
                } else {
                    offset = item.next
                }
            }
            if found.last != utf8.count { found.append(utf8.count) }
            return found
        }
    }

    /// Where a sentence ends behind the terminator `item` at `offset`; `nil` where the rules let none end.
    func edge(afterTerminator item: ScalarReader.Item, at offset: Int) -> Edge? {
        let isFullStop = self.sentence(item, at: offset) == .fullStop
        var offset = skipIgnored(from: item.next)
        if isFullStop, offset < reader.end {
            let next = sentence(at: offset)
            if next == .numeric { return nil }  // SB6
            if next == .upper {  // SB7
                let before = sentence(before: item.next)
                if before == .upper || before == .lower { return nil }
            }
        }
        // SB9: closing brackets and quotes belong to the sentence; so do white space (SB10) and marks behind it.
        offset = skip(.close, from: offset)
        offset = skip(.space, from: offset)
        if isTranscript { offset = skipSpacedQuote(from: offset) }
        while isTranscript, offset < reader.end, let end = TranscriptionMark.end(at: offset, in: reader) {
            offset = skip(.space, from: end)
        }
        guard offset < reader.end else { return Edge(boundary: reader.end, isParagraphEnd: true) }
        let next = reader.read(at: offset)
        let sentence = self.sentence(next, at: offset)
        if isFullStop, continuesInLowerCase(from: offset) { return nil }  // SB8
        if sentence == .continuation || sentence.isTerminator { return nil }  // SB8a
        if sentence.isParagraphBreak {
            return Edge(boundary: end(ofParagraphBreak: next, at: offset), isParagraphEnd: true)
        }
        return Edge(boundary: offset, isParagraphEnd: false)  // SB11
    }

    /// The offset behind a paragraph break, which CR LF is one of (SB3).
    func end(ofParagraphBreak item: ScalarReader.Item, at offset: Int) -> Int {
        guard item.properties.sentence == .carriageReturn, item.next < reader.end,
            reader.read(at: item.next).properties.sentence == .lineFeed
        else { return item.next }
        return item.next + 1
    }

    /// Whether a lower-case letter comes before any other letter, terminator or paragraph break (SB8).
    private func continuesInLowerCase(from start: Int) -> Bool {
        var offset = start
        while offset < reader.end {
            if isTranscript, let end = TranscriptionMark.end(at: offset, in: reader) {
                offset = end
                continue
            }
            let item = reader.read(at: offset)
            let sentence = self.sentence(item, at: offset)
            if sentence == .lower { return true }
            if sentence.isLetter || sentence.isParagraphBreak || sentence.isTerminator { return false }
            offset = item.next
        }
        return false
    }

    /// The offset behind the scalars of one value (`Close*` or `Sp*`) from `start` on.
    private func skip(_ value: SentenceBreak, from start: Int) -> Int {
        var offset = start
        while offset < reader.end {
            let item = reader.read(at: offset)
            guard sentence(item, at: offset) == value else { break }
            if isTranscript, value == .close, TranscriptionMark.end(at: offset, in: reader) != nil { break }
            offset = skipIgnored(from: item.next)
        }
        return offset
    }

    /// The offset behind a closing guillemet that French sets apart by a space, and behind the space that follows it.
    private func skipSpacedQuote(from start: Int) -> Int {
        guard start < reader.end else { return start }
        let quote = reader.read(at: start)
        guard quote.scalar == 0xBB else { return start }
        // A guillemet right before a word opens a quotation, as in German.
        if quote.next < reader.end, reader.read(at: quote.next).properties.isLetterOrDigit { return start }
        return skip(.space, from: skip(.close, from: quote.next))
    }

    /// The offset behind the Extend and Format scalars from `start` on (SB5).
    private func skipIgnored(from start: Int) -> Int {
        var offset = start
        while offset < reader.end {
            let item = reader.read(at: offset)
            guard item.properties.sentence.isIgnored else { break }
            offset = item.next
        }
        return offset
    }

    /// The property of the scalar before the one that ends at `end`, passing over what SB5 ignores.
    private func sentence(before end: Int) -> SentenceBreak {
        var offset = reader.offset(before: end)
        while offset > reader.start {
            offset = reader.offset(before: offset)
            let sentence = reader.read(at: offset).properties.sentence
            if !sentence.isIgnored { return sentence }
        }
        return .other
    }

    private func sentence(at offset: Int) -> SentenceBreak {
        sentence(reader.read(at: offset), at: offset)
    }

    /// The property of a scalar, with what ``isTranscript`` makes of it.
    private func sentence(_ item: ScalarReader.Item, at offset: Int) -> SentenceBreak {
        let sentence = item.properties.sentence
        guard isTranscript else { return sentence }
        if sentence == .lineFeed || sentence == .carriageReturn {
            return isBlankLine(after: offset) ? .separator : .space
        }
        return item.scalar == 0x2026 ? .fullStop : sentence
    }

    /// Whether an empty line follows the newline at `offset`, so that a paragraph ends there.
    func isBlankLine(after offset: Int) -> Bool {
        var offset = offset
        if reader.utf8[offset] == UInt8(ascii: "\r"), offset + 1 < reader.end,
            reader.utf8[offset + 1] == UInt8(ascii: "\n")
        {
            offset += 1
        }
        offset += 1
        while offset < reader.end {
            switch reader.utf8[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
            default: return false
            }
        }
        return false
    }
}
