import VerbatimModel

/// Reads the head of a statement or property: words, a quoted name, a colon.
struct TextScanner {
    let text: SourceText
    /// Where it stands.
    var offset: Int
    /// What is wrong with what was read so far.
    var faults: [Fault] = []

    /// A scanner of `text` from `offset` on.
    init(_ text: SourceText, from offset: Int = 0) {
        self.text = text
        self.offset = offset
    }

    /// Whether nothing but white space is left, which is passed over.
    mutating func isAtEnd() -> Bool {
        while offset < text.scalars.count, text.scalars[offset].isSpace { offset += 1 }
        return offset == text.scalars.count
    }

    /// The next word, up to white space, a quotation mark or one of `stops`; `nil` where there is none.
    mutating func word(stops: Set<Unicode.Scalar> = []) -> Range<Int>? {
        guard !isAtEnd() else { return nil }
        let start = offset
        while offset < text.scalars.count {
            let scalar = text.scalars[offset]
            if scalar.isSpace || QuoteMark.opens(scalar) || stops.contains(scalar) { break }
            offset += 1
        }
        return offset > start ? start..<offset : nil
    }

    /// Goes past `scalar` and the white space before it, where it comes next.
    mutating func advance(past scalar: Unicode.Scalar) -> Bool {
        guard !isAtEnd(), text.scalars[offset] == scalar else { return false }
        offset += 1
        return true
    }

    /// The range between the quotation marks that come next; `nil` where none do, or where they are not closed, which
    /// is reported.
    mutating func quoted() -> Range<Int>? {
        guard !isAtEnd(), QuoteMark.opens(text.scalars[offset]) else { return nil }
        let start = offset
        guard let closing = QuoteMark.closing(in: text.scalars, from: start, to: text.scalars.count) else {
            faults.error(
                "unclosed-quote", "this quotation mark is never closed: put one at the end of the text",
                at: text.source(at: start))
            offset = text.scalars.count
            return nil
        }
        offset = closing + 1
        return (start + 1)..<closing
    }

    /// What is left, without the white space around it.
    mutating func rest() -> Range<Int> {
        _ = isAtEnd()
        defer { offset = text.scalars.count }
        return offset..<text.scalars.count
    }

    /// Reports what is left, if anything is.
    mutating func expectEnd() {
        let hasFault = !faults.isEmpty
        guard !isAtEnd() else { return }
        let rest = rest()
        guard !hasFault else { return }
        faults.error(
            "unexpected-text",
            "'\(text.string(rest))' cannot stand here: leave it out, or put a name of several words in quotes",
            at: text.source(rest))
    }
}
