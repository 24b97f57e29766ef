package import VerbatimModel
import VerbatimStore

/// The texts of a study's latest run, for what is counted by turn, sentence or question.
package struct StudyTexts: Sendable {
    /// The transcripts, in the order of the study.
    package let transcripts: [Transcript]
    /// The place of each in ``transcripts``.
    package let numbers: [Transcript.ID: Int]

    /// The given transcripts.
    package init(_ transcripts: [Transcript]) {
        self.transcripts = transcripts
        numbers = Dictionary(
            transcripts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The texts of the study file at `path` that a run was made on.
    /// - Throws: faults of the file; `[missing-transcript]` for a transcript of the run that it does not hold.
    /// - Complexity: O(size of the texts).
    package init(of path: String, study: CodedStudy) throws(DiagnosticsError) {
        var found: [Transcript] = []
        var missing: [Diagnostic] = []
        do {
            let store = try StudyStore.open(at: path)
            for summary in study.transcripts {
                if let transcript = try store.transcript(summary.id) {
                    found.append(transcript)
                } else {
                    missing.append(
                        Diagnostic(
                            .error, "missing-transcript",
                            "The study does not hold the text of '\(summary.id)'. Code the transcripts again with "
                                + "'verbatim run'.", path: path))
                }
            }
            try store.close()
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
        guard missing.isEmpty else { throw DiagnosticsError(missing) }
        self.init(found)
    }
}

/// Turns or sentences that respondents say, and of texts without speakers all: what coders are compared on.
struct TextUnits: Sendable {
    /// What one unit is.
    enum Kind: Sendable {
        /// What one speaker says until another begins.
        case turn
        /// A sentence.
        case sentence
    }

    /// One unit.
    struct Unit: Sendable {
        /// The number of its transcript in the texts.
        var transcript: Int
        /// The number of its turn, from 1.
        var turn: Int
        /// Where it stands, in Unicode scalars of the canonical text.
        var span: TextSpan
        /// Whose words they are; `nil` where they are the group's or nobody's.
        var respondent: Respondent.ID?
    }

    /// The units, by transcript and position.
    private(set) var units: [Unit] = []
    /// For each transcript its units.
    private(set) var ranges: [Range<Int>] = []

    /// The units of texts; `language` is what a text of unknown language counts as.
    /// - Complexity: O(size of the texts).
    init(_ texts: StudyTexts, kind: Kind, unknownLanguage language: Language) {
        switch kind {
        case .turn:
            for (number, transcript) in texts.transcripts.enumerated() {
                let start = units.count
                let map = OffsetMap(transcript.text)
                for turn in transcript.turns where transcript.speaker(of: turn)?.role.answers ?? true {
                    let span = map.span(of: turn.range)
                    guard span.start < span.end else { continue }
                    units.append(
                        Unit(transcript: number, turn: turn.number, span: span, respondent: turn.respondent))
                }
                ranges.append(start..<units.count)
            }
        case .sentence:
            let corpus = SentenceCorpus(texts.transcripts, unknownLanguage: language)
            ranges = corpus.ranges
            units = corpus.sentences.map { sentence in
                let turn = texts.transcripts[sentence.transcript].turns[sentence.turn]
                return Unit(
                    transcript: sentence.transcript, turn: turn.number, span: sentence.span,
                    respondent: turn.respondent)
            }
        }
    }

    /// The units of a transcript that share at least one character with a span, as places in ``units``.
    /// - Complexity: O(log of the transcript's units + units found).
    func overlapping(_ span: TextSpan, of transcript: Int) -> Range<Int> {
        let range = ranges[transcript]
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if units[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < range.upperBound, units[end].span.start < span.end { end += 1 }
        return low..<end
    }
}
