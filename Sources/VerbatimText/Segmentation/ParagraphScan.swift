import VerbatimModel

/// One pass over a paragraph that finds its tokens and sentences.
///
/// Runs of ASCII are read byte by byte with a table; whatever stands next to other scalars goes to the full rules.
struct ParagraphScan {
    private let reader: ScalarReader
    private let words: WordBreaker
    private let sentences: SentenceBreaker
    private let rules: SentenceRules
    private let language: LanguageRules
    private let elides: Bool

    /// Where the sentence under way begins, in UTF-8 offsets.
    private var sentenceStart: Int
    /// The index of its first token.
    private var firstToken: Int
    /// The index of the last sentence of the same run of lines, which takes up what stands behind it without words.
    private var lastSentence: Int?
    /// Whether the sentence under way begins a paragraph or a line.
    private var isAtLineStart = true

    /// A scan of what `reader` reads, with the rules of a language, that adds to output with `tokenCount` tokens.
    init(reader: ScalarReader, language: LanguageRules, tokenCount: Int) {
        self.reader = reader
        self.language = language
        words = WordBreaker(reader: reader, joinsAccents: true)
        sentences = SentenceBreaker(reader: reader, isTranscript: true)
        rules = SentenceRules(reader: reader, language: language)
        elides = !language.elisions.isEmpty
        sentenceStart = reader.start
        firstToken = tokenCount
    }

    /// Appends the tokens and sentences of the whole paragraph.
    mutating func run(into output: inout SegmentedText) {
        let utf8 = reader.utf8
        let end = reader.end
        ByteKind.table.withUnsafeBufferPointer { kinds in
            var offset = reader.start
            while offset < end {
                let kind = kinds[Int(utf8[offset])]
                if kind & ByteKind.word != 0 {
                    offset = asciiWord(at: offset, kinds: kinds, into: &output)
                } else if kind & (ByteKind.stop | ByteKind.multibyte) == 0 {
                    offset += 1
                } else if kind & ByteKind.multibyte != 0 {
                    let item = reader.read(at: offset)
                    let properties = item.properties
                    if properties.isLetterOrDigit || properties.word.isWordPart {
                        offset = word(at: offset, into: &output)
                    } else if properties.sentence.isTerminator || item.scalar == 0x2026 {
                        offset = terminator(item, at: offset, into: &output)
                    } else if properties.sentence.isParagraphBreak {
                        offset = item.next
                        endParagraph(at: offset, into: &output)
                    } else {
                        offset = item.next
                    }
                } else {
                    offset = stop(at: offset, into: &output)
                }
            }
        }
        endParagraph(at: end, into: &output)
    }

    // MARK: - Words

    /// Adds the word that begins at `start` with an ASCII letter, digit or low line; returns the offset behind it.
    @inline(__always)
    private func asciiWord(
        at start: Int, kinds: UnsafeBufferPointer<UInt8>, into output: inout SegmentedText
    ) -> Int {
        let utf8 = reader.utf8
        let end = reader.end
        var offset = start + 1
        var hasApostrophe = false
        while offset < end {
            let kind = kinds[Int(utf8[offset])]
            if kind & ByteKind.word != 0 {
                offset += 1
                continue
            }
            if kind & ByteKind.multibyte != 0 { return word(at: start, into: &output) }
            guard kind & (ByteKind.midLetter | ByteKind.midNumber) != 0, offset + 1 < end else { break }
            let after = kinds[Int(utf8[offset + 1])]
            if after & ByteKind.multibyte != 0 { return word(at: start, into: &output) }
            let around = kinds[Int(utf8[offset - 1])] & after
            guard
                around & ByteKind.letter != 0 && kind & ByteKind.midLetter != 0
                    || around & ByteKind.digit != 0 && kind & ByteKind.midNumber != 0
            else { break }
            hasApostrophe = hasApostrophe || kind & ByteKind.apostrophe != 0
            offset += 2
        }
        if kinds[Int(utf8[start])] & ByteKind.joiner != 0, utf8[start..<offset].allSatisfy({ $0 == UInt8(ascii: "_") })
        {
            return offset
        }
        append(start..<offset, mayElide: hasApostrophe, into: &output)
        return offset
    }

    /// Adds the word that begins at `start`, by the full rules; returns the offset behind it.
    @inline(never)
    private func word(at start: Int, into output: inout SegmentedText) -> Int {
        let segment = words.segment(at: start)
        if segment.isWord { append(start..<segment.end, mayElide: true, into: &output) }
        return segment.end
    }

    @inline(__always)
    private func append(_ range: Range<Int>, mayElide: Bool, into output: inout SegmentedText) {
        var start = range.lowerBound
        if elides, mayElide {
            while let end = Elision.end(in: start..<range.upperBound, of: reader, language: language) {
                output.tokens.append(.init(start: UInt32(start), end: UInt32(end)))
                start = end
            }
        }
        let first = reader.utf8[start] | 0x20
        if first == UInt8(ascii: "x") || first == UInt8(ascii: "n"),
            TranscriptionMark.isPlaceholder(UnsafeBufferPointer(rebasing: reader.utf8[start..<range.upperBound]))
        {
            return
        }
        output.tokens.append(.init(start: UInt32(start), end: UInt32(range.upperBound)))
    }

    // MARK: - Sentences

    /// Handles an ASCII byte that is more than a space between words; returns the offset to go on from.
    @inline(never)
    private mutating func stop(at offset: Int, into output: inout SegmentedText) -> Int {
        switch reader.utf8[offset] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            if sentences.isBlankLine(after: offset) {
                endParagraph(at: offset, into: &output)
            } else if output.tokens.count == firstToken {
                isAtLineStart = true
            }
            return offset + 1
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "*"):
            return TranscriptionMark.end(at: offset, in: reader) ?? offset + 1
        default:
            return terminator(reader.read(at: offset), at: offset, into: &output)
        }
    }

    /// Ends the sentence at a terminator if it ends there; returns the offset to go on from.
    private mutating func terminator(
        _ item: ScalarReader.Item, at offset: Int, into output: inout SegmentedText
    ) -> Int {
        guard let edge = sentences.edge(afterTerminator: item, at: offset) else { return item.next }
        if edge.isParagraphEnd {
            endParagraph(at: edge.boundary, into: &output)
            return edge.boundary
        }
        let context = SentenceRules.Context(
            start: sentenceStart, isFirstTokenOfLine: isAtLineStart && output.tokens.count - firstToken == 1)
        guard rules.endsSentence(at: item, offset: offset, boundary: edge.boundary, context: context) else {
            return item.next
        }
        endSentence(at: edge.boundary, into: &output)
        isAtLineStart = reader.utf8[offset..<edge.boundary].contains(UInt8(ascii: "\n"))
        return edge.boundary
    }

    /// Ends the sentence under way at `boundary`; without tokens it is none, and belongs to what follows.
    private mutating func endSentence(at boundary: Int, into output: inout SegmentedText) {
        guard output.tokens.count > firstToken else { return }
        lastSentence = output.sentences.count
        output.sentences.append(
            .init(tokens: firstToken..<output.tokens.count, range: trimmed(sentenceStart..<boundary)))
        firstToken = output.tokens.count
        sentenceStart = boundary
    }

    /// Ends the sentence under way; what holds no tokens belongs to the sentence before, if there is one.
    private mutating func endParagraph(at boundary: Int, into output: inout SegmentedText) {
        if output.tokens.count > firstToken {
            endSentence(at: boundary, into: &output)
        } else if let lastSentence {
            let start = output.sentences[lastSentence].range.lowerBound
            output.sentences[lastSentence].range = trimmed(start..<boundary)
        }
        sentenceStart = boundary
        lastSentence = nil
        isAtLineStart = true
    }

    /// The range without white space at either end.
    private func trimmed(_ range: ByteRange) -> ByteRange {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let item = reader.read(at: start)
            guard isSpace(item) else { break }
            start = item.next
        }
        while end > start {
            let previous = reader.offset(before: end)
            guard isSpace(reader.read(at: previous)) else { break }
            end = previous
        }
        return start..<end
    }

    private func isSpace(_ item: ScalarReader.Item) -> Bool {
        item.properties.sentence == .space || item.properties.sentence.isParagraphBreak
    }
}

/// What the scan must know of each byte.
private enum ByteKind {
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    /// The low line, which joins words.
    static let joiner: UInt8 = 4
    static let word: UInt8 = letter | digit | joiner
    /// Joins two letters.
    static let midLetter: UInt8 = 8
    /// Joins two digits.
    static let midNumber: UInt8 = 16
    /// May end a sentence, a line, or begin a mark.
    static let stop: UInt8 = 32
    /// An apostrophe; always a ``midLetter`` as well.
    static let apostrophe: UInt8 = 64
    /// Part of a scalar that is not ASCII.
    static let multibyte: UInt8 = 128

    static let table: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
        case UInt8(ascii: "_"): joiner
        case UInt8(ascii: "'"), UInt8(ascii: "`"): midLetter | midNumber | apostrophe
        case UInt8(ascii: "."): midLetter | midNumber | stop
        case UInt8(ascii: ":"): midLetter
        case UInt8(ascii: ","), UInt8(ascii: ";"): midNumber
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "["),
            UInt8(ascii: "("), UInt8(ascii: "*"):
            stop
        case 0x80...0xFF: multibyte
        default: 0
        }
    }
}
