import VerbatimExport
import VerbatimModel
import VerbatimText

/// What respondents say, as the sheet of a review of respondents shows it.
struct RespondentSpeech {
    /// The most Unicode scalars of a cell: no more than spreadsheet programs hold, whose limit counts UTF-16 units.
    private static let cellLength = 15_000

    /// What stands in the row of a respondent whose words stand in another row.
    private static let elsewhere = "[all that this respondent says stands in the first of the respondent's rows]"

    /// What a row shows of a respondent.
    enum Part {
        /// All that the person says.
        case everything
        /// The words that rules code.
        case codings([Coding])
        /// Nothing: the words stand in another row.
        case nothing

        /// Whether all is shown.
        var isEverything: Bool { if case .everything = self { true } else { false } }
    }

    /// One turn of a respondent.
    private struct Turn {
        var transcript: Transcript.ID
        var number: Int
        var label: String?
        var language: Language
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
                        language: turn.paragraphs.first.map(text.transcript.language(of:)) ?? text.transcript.language,
                        words: turn.paragraphs.map { text.map.text(in: $0.range) }.joined(separator: "\n")))
            }
        }
        self.turns = turns
    }

    /// The row of a respondent, each piece of words behind its transcript and turn.
    func row(
        id: Decision.Row, of respondent: Respondent.ID, code: Code, isProposed: Bool?, showing part: Part
    ) -> ReviewSheet.Row {
        let own = turns[respondent] ?? []
        var transcripts: [String] = []
        var labels: [String] = []
        for turn in own {
            if !transcripts.contains(turn.transcript) { transcripts.append(turn.transcript) }
            if let label = turn.label, !labels.contains(label) { labels.append(label) }
        }
        let segment =
            switch part {
            case .everything: own.map { "[\($0.transcript), turn \($0.number)] \($0.words)" }
            case .codings(let codings): codings.map { "[\($0.transcript), turn \($0.turn)] \($0.quote)" }
            case .nothing: [Self.elsewhere]
            }
        return ReviewSheet.Row(
            id: id, transcript: transcripts.joined(separator: "; "), turn: nil, speaker: labels.joined(separator: "; "),
            respondent: respondent, question: "", before: "", segment: Self.cut(segment.joined(separator: "\n")),
            after: "", code: code, isProposed: isProposed)
    }

    /// How many words of a respondent are to be read, those too for which a cell has no room.
    func words(of respondent: Respondent.ID, _ part: Part) -> Int {
        let segmenter = Segmenter()
        switch part {
        case .everything:
            return (turns[respondent] ?? []).reduce(0) {
                $0 + segmenter.words(of: $1.words, language: $1.language).count
            }
        case .codings(let codings):
            let languages = Dictionary(
                (turns[respondent] ?? []).map { ($0.transcript, $0.language) }, uniquingKeysWith: { first, _ in first })
            return codings.reduce(0) {
                $0 + segmenter.words(of: $1.quote, language: languages[$1.transcript] ?? .unknown).count
            }
        case .nothing: return 0
        }
    }

    private static func cut(_ words: String) -> String {
        let scalars = words.unicodeScalars
        guard scalars.count > cellLength else { return words }
        return String(String.UnicodeScalarView(scalars.prefix(cellLength))) + " [... read on in the transcripts]"
    }
}
