/// A folded word of at most sixteen UTF-8 bytes, as one number: quick to look up in the short lists of the rules.
struct PackedWord: Hashable, Sendable {
    private var bits: UInt128

    /// The word, folded; `nil` where it is empty or longer than sixteen bytes when folded.
    init?(_ utf8: UnsafeBufferPointer<UInt8>) {
        bits = 0
        guard !utf8.isEmpty, utf8.count <= 32 else { return nil }
        if utf8.count <= 16, utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in utf8 { bits = bits << 8 | UInt128(Folding.foldASCII(byte)) }
            return
        }
        var folded: [UInt8] = []
        Folding.fold(utf8: utf8, into: &folded)
        guard !folded.isEmpty, folded.count <= 16 else { return nil }
        for byte in folded { bits = bits << 8 | UInt128(byte) }
    }

    /// The words of a list, parted by spaces or newlines; those that are too long are left out.
    static func set(_ list: String) -> Set<PackedWord> {
        var words: Set<PackedWord> = []
        for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            var text = String(word)
            if let packed = text.withUTF8({ PackedWord($0) }) { words.insert(packed) }
        }
        return words
    }
}
