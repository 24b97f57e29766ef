package import VerbatimModel

/// Splits text into sentences and word tokens.
///
/// Both follow UAX #29 (Unicode 15.0); on top come rules for transcripts and languages, which
/// `Documentation/Segmentation.md` lists. Words that no rule knows the language of are split by UAX #29 alone, with the
/// abbreviations that languages share.
///
/// ```swift
/// Segmenter().words(of: "Dr. Alami n'a qu'un abri [rires].", language: "fr")
/// // ["Dr", "Alami", "n'", "a", "qu'", "un", "abri"]
/// ```
package struct Segmenter: Sendable {
    /// The version of the rules and lists, stamped into studies: it grows when a text may be split in another way.
    package static let version = "2"
    /// The version of Unicode that the tables are made from.
    package static let unicodeVersion = "15.0.0"

    /// A segmenter; making one is free, since the tables are shared.
    package init() {}

    /// Appends the tokens and sentences of one paragraph.
    ///
    /// A sentence never crosses the paragraph. A single newline inside is a wrapped line; an empty line ends a sentence.
    /// - Parameters:
    ///   - utf8: The whole canonical text, in valid UTF-8 of less than 4 GiB.
    ///   - range: The paragraph, in UTF-8 offsets; clamped to the text.
    ///   - language: The language of the paragraph.
    ///   - output: What the tokens and sentences are added to.
    /// - Complexity: O(length of the paragraph).
    package func segment(
        _ utf8: UnsafeBufferPointer<UInt8>, in range: ByteRange, language: Language, into output: inout SegmentedText
    ) {
        let range = range.clamped(to: 0..<min(utf8.count, Int(UInt32.max)))
        guard !range.isEmpty else { return }
        ScalarReader.withReader(of: utf8, in: range) { reader in
            var scan = ParagraphScan(
                reader: reader, language: LanguageRules.rules(of: language), tokenCount: output.tokens.count)
            scan.run(into: &output)
        }
    }

    /// The word tokens of a short text, as written.
    /// - Complexity: O(length of the text).
    package func words(of text: String, language: Language) -> [String] {
        var text = text
        return text.withUTF8 { utf8 in
            var output = SegmentedText()
            segment(utf8, in: 0..<utf8.count, language: language, into: &output)
            return output.tokens.map { String(decoding: utf8[Int($0.start)..<Int($0.end)], as: UTF8.self) }
        }
    }
}
