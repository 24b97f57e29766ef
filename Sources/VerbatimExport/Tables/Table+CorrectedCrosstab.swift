package import VerbatimAnalysis

/// One cell of a cross table of corrected shares, with what is said of its whole row.
package struct CorrectedCrosstabCell: Hashable, Sendable {
    /// The value of the row: a code, or a value of an attribute; `nil` where none is known.
    package var row: String?
    /// The value of the column; `nil` where none is known.
    package var column: String?
    /// How many respondents the share is of.
    package var asked: Int
    /// In how many of them the rules find the code.
    package var found: Int
    /// How many of them people judged.
    package var read: Int
    /// The corrected share.
    package var share: Estimate<IntervalEstimate>
    /// The share of the column less that of all other columns; `nil` for those of whom no value is known.
    package var difference: Estimate<IntervalEstimate>?
    /// The test of the row.
    package var test: Estimate<CrosstabTest>
    /// The p-value of the row, adjusted for the family.
    package var adjustedPValue: Double?
    /// How many tests the family has.
    package var family: Int

    /// A cell; see the properties of the same names.
    package init(
        row: String?, column: String?, asked: Int, found: Int, read: Int, share: Estimate<IntervalEstimate>,
        difference: Estimate<IntervalEstimate>?, test: Estimate<CrosstabTest>, adjustedPValue: Double?, family: Int
    ) {
        self.row = row
        self.column = column
        self.asked = asked
        self.found = found
        self.read = read
        self.share = share
        self.difference = difference
        self.test = test
        self.adjustedPValue = adjustedPValue
        self.family = family
    }
}

extension Table {
    /// The table of `verbatim crosstab --basis corrected`: one row for each cell.
    ///
    /// `found` counts what the rules find and `read` whom people judged, as in
    /// ``correctedShares(_:by:target:)``; the other columns are those of ``crosstab(_:rows:columns:)``.
    package static func correctedCrosstab(
        _ cells: [CorrectedCrosstabCell], rows: String, columns: String, target: InferenceTarget
    ) -> Table {
        let decimals = Kind.number(decimals: 4)
        return Table(
            columns: [
                Column(rows == columns ? "row.\(rows)" : rows), Column(columns), Column("target"),
                Column("asked", .integer), Column("found", .integer), Column("read", .integer),
                Column("share", decimals), Column("ci_low", decimals), Column("ci_high", decimals),
                Column("difference", decimals), Column("difference_low", decimals),
                Column("difference_high", decimals), Column("test"), Column("statistic", decimals),
                Column("p", .number(decimals: 6)), Column("p_adjusted", .number(decimals: 6)),
                Column("family", .integer), Column("reason"),
            ],
            rows: cells.map { cell in
                let (share, difference, test) = (cell.share.value, cell.difference?.value, cell.test.value)
                let reason = cell.share.reason ?? cell.difference?.reason ?? cell.test.reason
                return [
                    .text(cell.row), .text(cell.column), .text(target.rawValue), .integer(cell.asked),
                    .integer(cell.found), .integer(cell.read), .number(share?.value), .number(share?.interval.low),
                    .number(share?.interval.high), .number(difference?.value), .number(difference?.interval.low),
                    .number(difference?.interval.high), .text(test?.name), .number(test?.statistic),
                    .number(test?.pValue), .number(cell.adjustedPValue), .integer(cell.family),
                    .text(reason?.rawValue ?? (cell.difference == nil ? "notKnown" : nil)),
                ]
            })
    }
}
