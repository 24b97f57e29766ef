/// What the segmentation rules ask of one Unicode scalar, packed into 16 bits.
///
/// Bits 0-4 hold Word_Break, 5 Extended_Pictographic, 6 "is a letter or digit" (General_Category L or N), 7-10
/// Sentence_Break; `Scripts/generate-unicode-tables` packs them in the same way.
struct BreakProperties: Hashable, Sendable {
    /// The packed bits.
    var bits: UInt16

    /// The property Word_Break.
    var word: WordBreak { WordBreak(rawValue: UInt8(truncatingIfNeeded: bits & 0x1F)) }
    /// The property Extended_Pictographic.
    var isPictographic: Bool { bits & 0x20 != 0 }
    /// Whether General_Category is a letter (L) or a number (N).
    var isLetterOrDigit: Bool { bits & 0x40 != 0 }
    /// The property Sentence_Break.
    var sentence: SentenceBreak { SentenceBreak(rawValue: UInt8(truncatingIfNeeded: bits >> 7 & 0xF)) }
}
