import VerbatimModel
import VerbatimText

/// The sentences of a corpus that respondents say, as numbers of folded words: what vocabulary is counted in.
struct SentenceCorpus: Sendable {
    /// One sentence.
    struct Sentence: Sendable {
        /// The index in the corpus's transcripts, and that of the turn in the transcript.
        var transcript: Int
        var turn: Int
        /// In Unicode scalars of the canonical text.
        var span: TextSpan
        var language: Language
        /// A number for each respondent, or for each label that no respondent can be given.
        var owner: Int
        /// The words, as indices in ``SentenceCorpus/words``; -1 for a token without a letter.
        var words: [Int32]
    }

    /// The folded words that occur, each once.
    private(set) var words: [String] = []
    /// The sentences, by transcript and position.
    private(set) var sentences: [Sentence] = []
    /// For each transcript its sentences.
    private(set) var ranges: [Range<Int>] = []

    /// The sentences that respondents (and those who interpret for them) say; of texts without speakers, all.
    ///
    /// - Parameters:
    ///   - transcripts: the corpus.
    ///   - language: what a text of unknown language counts as.
    /// - Complexity: O(length of the texts).
    init(_ transcripts: [Transcript], unknownLanguage language: Language) {
        var numbers: [String: Int32] = [:]
        var surfaces: [String: Int32] = [:]
        var owners: [String: Int] = [:]
        let segmenter = Segmenter()
        for (index, transcript) in transcripts.enumerated() {
            let start = sentences.count
            let map = OffsetMap(transcript.text)
            var text = transcript.text
            text.withUTF8 { utf8 in
                for (turnIndex, turn) in transcript.turns.enumerated() {
                    let speaker = transcript.speaker(of: turn)
                    if let speaker, !speaker.role.answers { continue }
                    let name = turn.respondent ?? "\(transcript.id)\u{1F}\(speaker?.label ?? "")"
                    let owner = owners[name] ?? owners.count
                    owners[name] = owner
                    for paragraph in turn.paragraphs {
                        var own = transcript.language(of: paragraph)
                        if own == .unknown { own = language }
                        var segmented = SegmentedText()
                        let range = paragraph.range.clamped(to: 0..<utf8.count)
                        segmenter.segment(utf8, in: range, language: own, into: &segmented)
                        for sentence in segmented.sentences {
                            let tokens = segmented.tokens[sentence.tokens].map { token -> Int32 in
                                let bytes = utf8[Int(token.start)..<Int(token.end)]
                                return number(
                                    of: String(decoding: bytes, as: UTF8.self), &surfaces, &numbers)
                            }
                            sentences.append(
                                Sentence(
                                    transcript: index, turn: turnIndex, span: map.span(of: sentence.range),
                                    language: own, owner: owner, words: tokens))
                        }
                    }
                }
            }
            ranges.append(start..<sentences.count)
        }
    }

    private mutating func number(
        of surface: String, _ surfaces: inout [String: Int32], _ numbers: inout [String: Int32]
    ) -> Int32 {
        if let known = surfaces[surface] { return known }
        let folded = Folding.fold(surface)
        let hasLetter = folded.unicodeScalars.contains { $0.properties.isAlphabetic }
        var number: Int32 = -1
        if hasLetter {
            number = numbers[folded] ?? Int32(words.count)
            if number == Int32(words.count) {
                words.append(folded)
                numbers[folded] = number
            }
        }
        surfaces[surface] = number
        return number
    }

    /// The sentences of a transcript that share at least one character with a span, as indices in ``sentences``.
    /// - Complexity: O(log of the transcript's sentences).
    func sentences(of transcript: Int, overlapping span: TextSpan) -> Range<Int> {
        let range = ranges[transcript]
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < range.upperBound, sentences[end].span.start < span.end { end += 1 }
        return low..<end
    }
}
