package import VerbatimAnalysis

/// What is said of a code beside its frequency: how it is asserted, in a word, how often one respondent has it, and its
/// share of all, of those asked, and of those asked or heard of by themselves.
package struct FrequencyDetail: Hashable, Sendable {
    /// The frequency.
    package var row: FrequencyRow
    /// Respondents with at least one hedged coding.
    package var hedged: Int
    /// Respondents with at least one coding that reports what others say or do.
    package var reported: Int
    /// How many respondents spoke at all.
    package var everybody: Int
    /// For each respondent with at least one coding, how many there are, in ascending order.
    package var codings: [Int]

    /// A detail; see the properties of the same names.
    package init(row: FrequencyRow, hedged: Int, reported: Int, everybody: Int, codings: [Int] = []) {
        self.row = row
        self.hedged = hedged
        self.reported = reported
        self.everybody = everybody
        self.codings = codings.sorted()
    }

    /// Respondents asked who neither speak of it nor deny it.
    package var silent: Int { row.asked - row.mentioned.count }

    /// Respondents who were not asked and speak of it by themselves.
    package var spontaneous: Int { row.respondents - row.mentioned.count }

    /// How many respondents neither were asked nor spoke of it by themselves.
    package var unknown: Int { max(0, everybody - row.asked - spontaneous) }

    /// The share of all who spoke.
    package var shareOfAll: Estimate<Double> { .ratio(row.respondents, everybody, orElse: .noUnits) }

    /// The share of those who were asked or spoke of it by themselves.
    ///
    /// It is no share of a group that anybody chose: who was not asked and is in it has the code.
    package var shareOfReached: Estimate<Double> {
        .ratio(row.respondents, row.asked + spontaneous, orElse: .noUnits)
    }

    /// The middle number of codings of a respondent who has any; `nil` where nobody has.
    package var medianCodings: Double? { SampleQuantile.type7(0.5, ofSorted: codings.map(Double.init)) }

    /// Between which shares of all respondents the truth lies, whatever those who were not asked would have said.
    package var bounds: Estimate<WorstCaseBounds> {
        WorstCaseBounds.of(positive: row.respondents, notAsked: unknown, total: everybody)
    }

    /// The word for the share.
    package var wording: Estimate<WordingBand> { WordingBand.of(row.mentioned.count, of: row.mentioned.total) }
}

extension Table {
    /// The columns of `verbatim frequencies --details`, to stand behind those of `frequencies.csv`, a row for each detail.
    package static func frequencyDetails(_ details: [FrequencyDetail]) -> Table {
        Table(
            columns: [
                Column("hedged", .integer), Column("reported", .integer), Column("upheld", .integer),
                Column("denied", .integer), Column("silent", .integer), Column("wording"),
                Column("bound_low", .number(decimals: 4)), Column("bound_high", .number(decimals: 4)),
                Column("spoke", .integer), Column("share_spoke", .number(decimals: 4)),
                Column("spontaneous", .integer), Column("share_asked_or_spontaneous", .number(decimals: 4)),
                Column("codings_median", .number(decimals: 1)), Column("codings_most", .integer), Column("reason"),
            ],
            rows: details.map { detail in
                [
                    .integer(detail.hedged), .integer(detail.reported), .integer(detail.row.upheld.count),
                    .integer(detail.row.denied.count), .integer(detail.silent), .text(detail.wording.value?.rawValue),
                    .number(detail.bounds.value?.low), .number(detail.bounds.value?.high),
                    .integer(detail.everybody), .number(detail.shareOfAll.value), .integer(detail.spontaneous),
                    .number(detail.shareOfReached.value), .number(detail.medianCodings),
                    detail.codings.last.map { .integer($0) } ?? .undefined,
                    .text((detail.wording.reason ?? detail.bounds.reason)?.rawValue),
                ]
            })
    }

    /// This table with the columns of another behind its own, row by row.
    package func appending(_ other: Table) -> Table {
        Table(columns: columns + other.columns, rows: zip(rows, other.rows).map { $0 + $1 })
    }
}
