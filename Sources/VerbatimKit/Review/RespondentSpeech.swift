import VerbatimExport
import VerbatimModel

/// What respondents say, as the sheet of a review of respondents shows it.
struct RespondentSpeech {
    /// The most Unicode scalars of a cell: no more than spreadsheet programs hold, whose limit counts UTF-16 units.
    private static let cellLength = 15_000

    /// One turn of a respondent.
    private struct Turn {
        var transcript: Transcript.ID
        var number: Int
        var label: String?
        var words: String
    }

    private let turns: [Respondent.ID: [Turn]]

    /// What is said in the given transcripts.
    /// - Complexity: O(length of the texts).
    init(_ texts: [TranscriptSentences]) {
        var turns: [Respondent.ID: [Turn]] = [:]
        for text in texts {
            for turn in text.transcript.turns {
                guard let respondent = turn.respondent else { continue }
                turns[respondent, default: []].append(
                    Turn(
                        transcript: text.transcript.id, number: turn.number,
                        label: text.transcript.speaker(of: turn)?.label,
                        words: turn.paragraphs.map { text.map.text(in: $0.range) }.joined(separator: "\n")))
            }
        }
        self.turns = turns
    }

    /// The row of a respondent, with the words that the rules code, where they are given, else all that the person says.
    ///
    /// Each stands behind its transcript and turn.
    func row(
        id: Decision.Row, of respondent: Respondent.ID, code: Code, isProposed: Bool?, quoting codings: [Coding]
    ) -> ReviewSheet.Row {
        let own = turns[respondent] ?? []
        var transcripts: [String] = []
        var labels: [String] = []
        for turn in own {
            if !transcripts.contains(turn.transcript) { transcripts.append(turn.transcript) }
            if let label = turn.label, !labels.contains(label) { labels.append(label) }
        }
        let parts =
            codings.isEmpty
            ? own.map { "[\($0.transcript), turn \($0.number)] \($0.words)" }
            : codings.map { "[\($0.transcript), turn \($0.turn)] \($0.quote)" }
        return ReviewSheet.Row(
            id: id, transcript: transcripts.joined(separator: "; "), turn: nil, speaker: labels.joined(separator: "; "),
            respondent: respondent, question: "", before: "", segment: Self.cut(parts.joined(separator: "\n")),
            after: "", code: code, isProposed: isProposed)
    }

    private static func cut(_ words: String) -> String {
        let scalars = words.unicodeScalars
        guard scalars.count > cellLength else { return words }
        return String(String.UnicodeScalarView(scalars.prefix(cellLength))) + " [... read on in the transcripts]"
    }
}
