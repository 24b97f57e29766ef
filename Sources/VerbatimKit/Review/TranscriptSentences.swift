import VerbatimModel
import VerbatimText

/// The sentences of a transcript, whoever says them, in order.
struct TranscriptSentences {
    /// One sentence.
    struct Sentence {
        /// The index of its turn.
        var turn: Int
        /// In Unicode scalars of the canonical text.
        var span: TextSpan
    }

    /// The transcript.
    let transcript: Transcript
    /// Its positions.
    let map: OffsetMap
    /// The sentences, by position.
    let sentences: [Sentence]

    /// The sentences of a transcript; a text of unknown language is split as `language`.
    /// - Complexity: O(length of the text).
    init(_ transcript: Transcript, unknownLanguage language: Language) {
        let map = OffsetMap(transcript.text)
        var sentences: [Sentence] = []
        let segmenter = Segmenter()
        var text = transcript.text
        text.withUTF8 { utf8 in
            for (index, turn) in transcript.turns.enumerated() {
                for paragraph in turn.paragraphs {
                    let own = transcript.language(of: paragraph)
                    var segmented = SegmentedText()
                    segmenter.segment(
                        utf8, in: paragraph.range.clamped(to: 0..<utf8.count),
                        language: own == .unknown ? language : own, into: &segmented)
                    sentences += segmented.sentences.map { Sentence(turn: index, span: map.span(of: $0.range)) }
                }
            }
        }
        self.transcript = transcript
        self.map = map
        self.sentences = sentences
    }

    /// Whether a turn's words are those of respondents, or of nobody in particular in a text without speakers.
    func isAnswer(_ turn: Int) -> Bool {
        transcript.speaker(of: transcript.turns[turn])?.role.answers ?? true
    }

    /// The words of a span.
    func words(of span: TextSpan) -> String { map.text(in: map.byteRange(of: span)) }

    /// The turn in which a span begins, by its index; `nil` in a transcript without turns.
    func turn(of span: TextSpan) -> Int? {
        let start = map.utf8Offset(ofScalar: span.start)
        return transcript.turns.firstIndex { $0.range.upperBound > start } ?? transcript.turns.indices.last
    }
}
