package import VerbatimExport
import VerbatimModel

extension CodebookEffect {
    /// One row for each code or theme, with what it gains and loses.
    /// - Parameter onlyChanged: whether codes that nothing happens to are left out.
    /// - Returns: the table.
    package func summary(onlyChanged: Bool = false) -> Table {
        Table(
            columns: [
                Table.Column("code"), Table.Column("name"), Table.Column("level"),
                Table.Column("respondents_before", .integer), Table.Column("respondents_after", .integer),
                Table.Column("respondents_gained", .integer), Table.Column("respondents_lost", .integer),
                Table.Column("codings_before", .integer), Table.Column("codings_after", .integer),
                Table.Column("codings_gained", .integer), Table.Column("codings_lost", .integer),
                Table.Column("codings_reasserted", .integer),
            ],
            rows: rows.filter { !onlyChanged || $0.isChanged }.map { row in
                [
                    .text(row.code), .text(row.name), .text(row.isTheme ? "theme" : "code"),
                    .integer(row.respondentsBefore), .integer(row.respondentsAfter),
                    .integer(row.respondentsGained.count), .integer(row.respondentsLost.count),
                    .integer(row.codingsBefore), .integer(row.codingsAfter), .integer(row.codingsGained),
                    .integer(row.codingsLost), .integer(row.codingsReasserted),
                ]
            })
    }

    /// One row for each coding that changes, with its words.
    ///
    /// `respondent_change` says `gained` or `lost` where the respondent had, or keeps, no other coding of the code.
    /// `start` and `end` are half-open Unicode-scalar offsets into the canonical text, from 0.
    package var changes: Table {
        Table(
            columns: [
                Table.Column("change"), Table.Column("code"), Table.Column("transcript"),
                Table.Column("turn", .integer), Table.Column("speaker"), Table.Column("respondent"),
                Table.Column("respondent_change"), Table.Column("rules"), Table.Column("polarity"),
                Table.Column("modality"), Table.Column("holder"), Table.Column("start", .integer),
                Table.Column("end", .integer), Table.Column("quote"), Table.Column("evidence", .tokens),
            ],
            rows: items.map { item in
                let coding = item.coding
                return [
                    .text(item.change.rawValue), .text(item.code), .text(coding.transcript), .integer(coding.turn),
                    .text(coding.speaker), .text(coding.respondent),
                    item.changesRespondent ? .text(item.change.rawValue) : .undefined,
                    .text(coding.rules.joined(separator: " ")), .text(coding.assertion.polarity.rawValue),
                    .text(coding.assertion.modality.rawValue), .text(coding.assertion.holder.rawValue),
                    .integer(coding.span.start), .integer(coding.span.end), .text(coding.quote),
                    .tokens(coding.evidenceWords, spans: coding.evidence),
                ]
            })
    }
}
