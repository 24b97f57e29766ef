package import VerbatimModel

extension Table {
    /// `transcripts.csv`: one row for each transcript.
    package static func transcripts(of study: CodedStudy) -> Table {
        Table(
            columns: [
                Column("transcript"), Column("path"), Column("format"), Column("kind"), Column("language"),
                Column("turns", .integer), Column("respondents", .integer), Column("words", .integer),
                Column("sha256"), Column("warnings"),
            ],
            rows: study.transcripts.map { transcript in
                [
                    .text(transcript.id), .text(transcript.source.path), .text(transcript.source.format),
                    .text(transcript.kind.rawValue), .text(transcript.language.code), .integer(transcript.turns),
                    .integer(transcript.respondents.count), .integer(transcript.words),
                    .text(transcript.source.sha256),
                    .text(transcript.warnings.map(\.identifier).joined(separator: "; ")),
                ]
            })
    }
}
