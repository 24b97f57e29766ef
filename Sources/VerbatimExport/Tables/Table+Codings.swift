package import VerbatimModel

extension Table {
    /// `codings.csv`: one row for each coding, also of those that count nowhere; `status` tells which.
    ///
    /// `start` and `end` are half-open Unicode-scalar offsets into the canonical text, from 0.
    package static func codings(of study: CodedStudy) -> Table {
        Table(
            columns: [
                Column("coding"), Column("transcript"), Column("turn", .integer), Column("speaker"),
                Column("respondent"), Column("code"), Column("rules"), Column("polarity"), Column("modality"),
                Column("holder"), Column("start", .integer), Column("end", .integer), Column("quote"),
                Column("evidence", .tokens), Column("status"), Column("coder"),
            ],
            rows: study.codings.map { coding in
                [
                    .text(coding.id), .text(coding.transcript), .integer(coding.turn), .text(coding.speaker),
                    .text(coding.respondent), .text(coding.code), .text(coding.rules.joined(separator: " ")),
                    .text(coding.assertion.polarity.rawValue), .text(coding.assertion.modality.rawValue),
                    .text(coding.assertion.holder.rawValue), .integer(coding.span.start), .integer(coding.span.end),
                    .text(coding.quote), .tokens(coding.evidenceWords, spans: coding.evidence),
                    .text(coding.status.rawValue), .text(coding.coder),
                ]
            })
    }
}
