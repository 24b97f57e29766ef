package import VerbatimModel

/// One hit of a search, before any marking.
package struct HitRow: Hashable, Sendable {
    /// The transcript's id.
    package var transcript: Transcript.ID
    /// The number of the turn of the first token, from 1.
    package var turn: Int
    /// The label of the speaker of that turn; `nil` in a text without speakers.
    package var speaker: String?
    /// Whose words they are; `nil` where they are the group's or nobody's.
    package var respondent: Respondent.ID?
    /// From the first to the last token, in Unicode scalars of the canonical text.
    package var span: TextSpan
    /// The words of the run, as they stand in the canonical text.
    package var text: String
    /// The evidence tokens, in order, in Unicode scalars of the canonical text.
    package var evidence: [TextSpan]
    /// The words of the evidence tokens, in order.
    package var evidenceWords: [String]
    /// How it is asserted.
    package var assertion: Assertion

    /// A row; see the properties of the same names.
    package init(
        transcript: Transcript.ID, turn: Int, speaker: String?, respondent: Respondent.ID?, span: TextSpan,
        text: String, evidence: [TextSpan], evidenceWords: [String], assertion: Assertion
    ) {
        self.transcript = transcript
        self.turn = turn
        self.speaker = speaker
        self.respondent = respondent
        self.span = span
        self.text = text
        self.evidence = evidence
        self.evidenceWords = evidenceWords
        self.assertion = assertion
    }
}

/// How many hits share the values of some names.
package struct HitCount: Hashable, Sendable {
    /// The values, in the order of the names; `nil` where none is known.
    package var values: [String?]
    /// The number of hits.
    package var hits: Int
    /// The number of turns in which they begin.
    package var turns: Int
    /// The number of respondents whose words they are, each once.
    package var respondents: Int
    /// The number of transcripts they stand in.
    package var transcripts: Int

    /// A count; see the properties of the same names.
    package init(values: [String?], hits: Int, turns: Int, respondents: Int, transcripts: Int) {
        self.values = values
        self.hits = hits
        self.turns = turns
        self.respondents = respondents
        self.transcripts = transcripts
    }
}

extension Table {
    /// The table of `verbatim search`: one row for each hit, in the order given.
    package static func hits(_ rows: [HitRow]) -> Table {
        Table(
            columns: [
                Column("transcript"), Column("turn", .integer), Column("speaker"), Column("respondent"),
                Column("start", .integer), Column("end", .integer), Column("text"), Column("evidence", .tokens),
                Column("polarity"), Column("modality"), Column("holder"),
            ],
            rows: rows.map { row in
                [
                    .text(row.transcript), .integer(row.turn), .text(row.speaker), .text(row.respondent),
                    .integer(row.span.start), .integer(row.span.end), .text(row.text),
                    .tokens(row.evidenceWords, spans: row.evidence), .text(row.assertion.polarity.rawValue),
                    .text(row.assertion.modality.rawValue), .text(row.assertion.holder.rawValue),
                ]
            })
    }

    /// The table of `verbatim search --count-by`: one row for each combination of values, in the order given.
    ///
    /// A name that is also the name of a count is written as `by.NAME`.
    package static func hitCounts(by names: [String], _ counts: [HitCount]) -> Table {
        let columns = [
            Column("hits", .integer), Column("turns", .integer), Column("respondents", .integer),
            Column("transcripts", .integer),
        ]
        let taken = Set(columns.map(\.name))
        return Table(
            columns: names.map { Column(taken.contains($0) ? "by.\($0)" : $0) } + columns,
            rows: counts.map { count in
                count.values.map { .text($0) } + [
                    .integer(count.hits), .integer(count.turns), .integer(count.respondents),
                    .integer(count.transcripts),
                ]
            })
    }
}
