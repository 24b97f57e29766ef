package import VerbatimAnalysis

extension Table {
    /// `frequencies.csv`: one row for each code or theme; `level` is `theme` or `code`.
    package static func frequencies(_ table: FrequencyTable) -> Table {
        Table(columns: frequencyColumns, rows: table.rows.map(frequencyCells))
    }

    /// The frequencies of each group, one after the other.
    ///
    /// The columns are those of `frequencies.csv` behind one with the name of the attribute. The value of those of whom
    /// none is known is undefined.
    package static func frequencies(_ grouped: GroupedFrequencies) -> Table {
        Table(
            columns: [Column(grouped.attribute)] + frequencyColumns,
            rows: grouped.groups.flatMap { group in
                group.table.rows.map { [.text(group.value)] + frequencyCells($0) }
            })
    }

    private static let frequencyColumns = [
        Column("code"), Column("name"), Column("level"), Column("respondents", .integer),
        Column("share", .number(decimals: 4)), Column("ci_low", .number(decimals: 4)),
        Column("ci_high", .number(decimals: 4)), Column("asked", .integer), Column("transcripts", .integer),
        Column("turns", .integer), Column("codings", .integer), Column("affirmed", .integer),
        Column("negated", .integer), Column("conditional", .integer),
    ]

    private static func frequencyCells(_ row: FrequencyRow) -> [Cell] {
        [
            .text(row.code), .text(row.name), .text(row.isTheme ? "theme" : "code"), .integer(row.respondents),
            .number(row.share), .number(row.interval?.low), .number(row.interval?.high), .integer(row.asked),
            .integer(row.transcripts), .integer(row.turns), .integer(row.codings), .integer(row.affirmed),
            .integer(row.negated), .integer(row.conditional),
        ]
    }
}
