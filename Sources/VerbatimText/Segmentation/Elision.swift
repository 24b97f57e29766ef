/// French and Italian elisions: `l'abri` is the two tokens `l'` and `abri`.
enum Elision {
    /// Whether a scalar is read as an apostrophe.
    static func isApostrophe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x2032, 0xFF07: true
        default: false
        }
    }

    /// The UTF-8 offset behind the apostrophe of the elision that the token `range` begins with; `nil` where it begins
    /// with none.
    static func end(in range: Range<Int>, of reader: ScalarReader, language: LanguageRules) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let item = reader.read(at: offset)
            if isApostrophe(item.scalar) {
                guard item.next < range.upperBound, let word = packed(range.lowerBound..<offset, of: reader),
                    language.elisions.contains(word)
                else { return nil }
                // presqu'île is one word, unlike presqu'une.
                if presque.contains(word), let rest = packed(item.next..<range.upperBound, of: reader),
                    islands.contains(rest)
                {
                    return nil
                }
                return item.next
            }
            offset = item.next
        }
        return nil
    }

    private static let presque = PackedWord.set("presqu")
    private static let islands = PackedWord.set("ile iles")

    private static func packed(_ range: Range<Int>, of reader: ScalarReader) -> PackedWord? {
        PackedWord(UnsafeBufferPointer(rebasing: reader.utf8[range]))
    }
}
