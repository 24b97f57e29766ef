package import VerbatimAnalysis
package import VerbatimModel

/// How often two codes share a unit: a row of `verbatim cooccurrence`.
package struct CooccurrenceRow: Hashable, Sendable {
    /// The first code's id.
    package var first: Code.ID
    /// The second code's id.
    package var second: Code.ID
    /// The counts.
    package var counts: CooccurrenceCounts
    /// Fisher's exact p-value.
    package var pValue: Estimate<Double>
    /// The same, adjusted for the family.
    package var adjustedPValue: Double?

    /// A row; see the properties of the same names.
    package init(
        first: Code.ID, second: Code.ID, counts: CooccurrenceCounts, pValue: Estimate<Double>,
        adjustedPValue: Double?
    ) {
        self.first = first
        self.second = second
        self.counts = counts
        self.pValue = pValue
        self.adjustedPValue = adjustedPValue
    }
}

extension Table {
    /// The table of `verbatim cooccurrence`: one row for each pair of codes.
    ///
    /// `jaccard` is ATLAS.ti's c-coefficient counted over units; `a_given_b` is the share of the units with `code_b` that
    /// have `code_a` too. `p_adjusted` is by Benjamini and Hochberg over `family` pairs.
    package static func cooccurrence(_ rows: [CooccurrenceRow], unit: String, family: Int) -> Table {
        let decimals = Kind.number(decimals: 4)
        return Table(
            columns: [
                Column("code_a"), Column("code_b"), Column("unit"), Column("both", .integer), Column("a", .integer),
                Column("b", .integer), Column("units", .integer), Column("expected", .number(decimals: 2)),
                Column("jaccard", decimals), Column("phi", decimals), Column("lift", decimals),
                Column("a_given_b", decimals), Column("b_given_a", decimals), Column("p", .number(decimals: 6)),
                Column("p_adjusted", .number(decimals: 6)), Column("family", .integer), Column("reason"),
            ],
            rows: rows.map { row in
                let counts = row.counts
                let reason = row.pValue.reason ?? counts.jaccard.reason ?? counts.phi.reason ?? counts.lift.reason
                return [
                    .text(row.first), .text(row.second), .text(unit), .integer(counts.both), .integer(counts.first),
                    .integer(counts.second), .integer(counts.total), .number(counts.expected.value),
                    .number(counts.jaccard.value), .number(counts.phi.value), .number(counts.lift.value),
                    .number(counts.firstGivenSecond.value), .number(counts.secondGivenFirst.value),
                    .number(row.pValue.value), .number(row.adjustedPValue), .integer(family),
                    .text(reason?.rawValue),
                ]
            })
    }
}
