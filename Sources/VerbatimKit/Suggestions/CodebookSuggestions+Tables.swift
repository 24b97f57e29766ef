package import VerbatimExport
import VerbatimModel

extension CodebookSuggestions {
    /// One row for each suggested term.
    ///
    /// `z`, `log_odds` and `g2` say how strongly it sets coded sentences apart; `coded` and `other` count it there and
    /// elsewhere, `respondents` those who use it in coded sentences, and `missed` the coded sentences with it for which
    /// the rules propose nothing.
    package var termTable: Table {
        Table(
            columns: [
                Table.Column("code"), Table.Column("language"), Table.Column("term"),
                Table.Column("z", .number(decimals: 2)), Table.Column("log_odds", .number(decimals: 2)),
                Table.Column("g2", .number(decimals: 2)), Table.Column("coded", .integer),
                Table.Column("other", .integer), Table.Column("respondents", .integer),
                Table.Column("missed", .integer),
            ],
            rows: terms.map { term in
                [
                    .text(term.code), .text(term.language.code), .text(term.text), .number(term.z),
                    .number(term.logOdds), .number(term.logLikelihood), .integer(term.coded), .integer(term.other),
                    .integer(term.respondents), .integer(term.missed),
                ]
            })
    }

    /// One row for each sentence that shares vocabulary with a code.
    ///
    /// `start` and `end` are half-open Unicode-scalar offsets into the canonical text, from 0.
    package var sentenceTable: Table {
        Table(
            columns: [
                Table.Column("code"), Table.Column("transcript"), Table.Column("turn", .integer),
                Table.Column("speaker"), Table.Column("respondent"), Table.Column("start", .integer),
                Table.Column("end", .integer), Table.Column("score", .number(decimals: 2)), Table.Column("terms"),
                Table.Column("text"),
            ],
            rows: sentences.map { sentence in
                [
                    .text(sentence.code), .text(sentence.transcript), .integer(sentence.turn),
                    .text(sentence.speaker), .text(sentence.respondent), .integer(sentence.span.start),
                    .integer(sentence.span.end), .number(sentence.score),
                    .text(sentence.terms.joined(separator: " ")), .text(sentence.text),
                ]
            })
    }
}
