/// Words as bytes, counted once, since every session that holds them needs the counts.
struct CountedText: Sendable {
    /// The words in UTF-8.
    let utf8: [UInt8]
    /// The number of Unicode scalars.
    let scalars: Int
    /// The number of words: runs without a space.
    let words: Int

    init(_ text: String) {
        utf8 = Array(text.utf8)
        scalars = utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        words = utf8.split(separator: UInt8(ascii: " ")).count
    }
}
