package import VerbatimModel

/// Tokens and sentences of some paragraphs of one canonical text.
///
/// Every offset is a UTF-8 offset in that text, counted from 0, half-open.
package struct SegmentedText: Sendable, Hashable {
    /// A word token.
    package struct Token: Sendable, Hashable {
        /// The UTF-8 offset of its first byte.
        package var start: UInt32
        /// The UTF-8 offset behind its last byte.
        package var end: UInt32

        /// A token from `start` up to and without `end`, both UTF-8 offsets.
        package init(start: UInt32, end: UInt32) {
            self.start = start
            self.end = end
        }
    }

    /// A sentence with at least one token.
    package struct Sentence: Sendable, Hashable {
        /// The indices of its tokens in ``SegmentedText/tokens``.
        package var tokens: Range<Int>
        /// Where it stands, in UTF-8 offsets, without white space at either end.
        package var range: ByteRange

        /// A sentence of the given token indices, at `range` (UTF-8 offsets).
        package init(tokens: Range<Int>, range: ByteRange) {
            self.tokens = tokens
            self.range = range
        }
    }

    /// The tokens, in order.
    package var tokens: [Token]
    /// The sentences, in order; a sentence never crosses a paragraph.
    package var sentences: [Sentence]

    /// No tokens and no sentences.
    package init() {
        tokens = []
        sentences = []
    }
}
