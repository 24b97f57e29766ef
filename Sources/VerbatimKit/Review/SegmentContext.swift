import VerbatimModel

/// What a reviewer is shown around a segment.
struct SegmentContext {
    /// How many sentences are shown on either side.
    private static let sentenceCount = 2
    /// The most Unicode scalars of a question that are shown: its end.
    private static let questionLength = 300

    /// What was asked last before the segment: the end of the turn of an interviewer or moderator.
    let question: String
    /// The sentences before, the last of the turn before among them, behind its speaker's label.
    let before: String
    /// The sentences behind.
    let after: String

    /// The context of a span in Unicode scalars.
    init(of span: TextSpan, in text: TranscriptSentences) {
        let sentences = text.sentences
        let first = sentences.firstIndex { $0.span.end > span.start } ?? sentences.count
        let behind = sentences.firstIndex { $0.span.start >= span.end } ?? sentences.count
        let turn = text.turn(of: span)
        before = Self.shown(sentences[max(0, first - Self.sentenceCount)..<first], beside: turn, in: text)
        after = Self.shown(
            sentences[behind..<min(sentences.count, behind + Self.sentenceCount)], beside: turn, in: text)
        let asking = turn.flatMap { turn in
            text.transcript.turns[..<turn].last { text.transcript.speaker(of: $0)?.role.asks == true }
        }
        question = asking.map { Self.end(of: text.map.text(in: $0.range)) } ?? ""
    }

    /// Sentences, with the label of their speaker where it is another turn than the segment's.
    private static func shown(
        _ sentences: ArraySlice<TranscriptSentences.Sentence>, beside turn: Int?, in text: TranscriptSentences
    ) -> String {
        var parts: [String] = []
        var last = turn
        for sentence in sentences {
            let words = text.words(of: sentence.span)
            let label = text.transcript.speaker(of: text.transcript.turns[sentence.turn])?.label
            parts.append(sentence.turn == last ? words : label.map { "\($0): \(words)" } ?? words)
            last = sentence.turn
        }
        return parts.joined(separator: " ")
    }

    private static func end(of words: String) -> String {
        let scalars = words.unicodeScalars
        guard scalars.count > questionLength else { return words }
        return "[...] " + String(String.UnicodeScalarView(scalars.suffix(questionLength)))
    }
}
