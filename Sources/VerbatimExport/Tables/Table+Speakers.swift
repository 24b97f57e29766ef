package import VerbatimModel

/// One label of one transcript, with how much is said under it.
package struct SpeakerRow: Hashable, Sendable {
    /// The transcript's id.
    package var transcript: Transcript.ID
    /// The label, its role and the reasons for it.
    package var speaker: Speaker
    /// The number of turns.
    package var turns: Int
    /// The number of word tokens.
    package var words: Int

    /// A row; see the properties of the same names.
    package init(transcript: Transcript.ID, speaker: Speaker, turns: Int, words: Int) {
        self.transcript = transcript
        self.speaker = speaker
        self.turns = turns
        self.words = words
    }
}

extension Table {
    /// The table of `verbatim speakers`, which is also what `speakers.csv` looks like: one row for each label.
    package static func speakers(_ rows: [SpeakerRow]) -> Table {
        Table(
            columns: [
                Column("transcript"), Column("label"), Column("turns", .integer), Column("words", .integer),
                Column("role"), Column("confidence", .number(decimals: 2)), Column("reasons"), Column("respondent"),
            ],
            rows: rows.map { row in
                [
                    .text(row.transcript), .text(row.speaker.label), .integer(row.turns), .integer(row.words),
                    .text(row.speaker.role.rawValue), .number(row.speaker.confidence),
                    .text(row.speaker.reasons.joined(separator: "; ")), .text(row.speaker.respondent),
                ]
            })
    }
}
