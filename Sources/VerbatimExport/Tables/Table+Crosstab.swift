package import VerbatimAnalysis

/// One cell of a cross table, with what is said of its whole row.
package struct CrosstabCell: Hashable, Sendable {
    /// The value of the row: a code, or a value of an attribute; `nil` where none is known.
    package var row: String?
    /// The value of the column; `nil` where none is known.
    package var column: String?
    /// How many respondents of the column are in the row.
    package var count: Int
    /// How many respondents the share is of.
    package var total: Int
    /// The share of the column less that of all other columns; `nil` where columns share respondents, and for those of
    /// whom no value is known.
    package var difference: Estimate<IntervalEstimate>?
    /// The test of the row.
    package var test: Estimate<CrosstabTest>?
    /// The p-value of the row, adjusted for the family.
    package var adjustedPValue: Double?
    /// How many tests the family has.
    package var family: Int

    /// A cell; see the properties of the same names.
    package init(
        row: String?, column: String?, count: Int, total: Int, difference: Estimate<IntervalEstimate>? = nil,
        test: Estimate<CrosstabTest>? = nil, adjustedPValue: Double? = nil, family: Int = 0
    ) {
        self.row = row
        self.column = column
        self.count = count
        self.total = total
        self.difference = difference
        self.test = test
        self.adjustedPValue = adjustedPValue
        self.family = family
    }

    /// The share with Wilson's interval; `noUnits` for a column without respondents.
    package var share: Estimate<IntervalEstimate> { IntervalEstimate.share(count, of: total) }
}

/// Which test was made of a row, and what it gave.
package struct CrosstabTest: Hashable, Sendable {
    /// Its name: `pearson`, `exact`, `exact-drawn` or `wald-f`.
    package var name: String
    /// X² or F; `nil` for an exact test.
    package var statistic: Double?
    /// The p-value, not adjusted.
    package var pValue: Double

    /// A test; see the properties of the same names.
    package init(name: String, statistic: Double?, pValue: Double) {
        self.name = name
        self.statistic = statistic
        self.pValue = pValue
    }

    /// A test by the variances of the shares, with F for its statistic.
    package init(_ test: HeterogeneityTest) {
        self.init(
            name: "wald-f", statistic: test.statistic / Double(test.numeratorDegrees), pValue: test.pValue)
    }
}

extension Table {
    /// Why a cell has no difference; `nil` where it has one.
    private static func gap(of cell: CrosstabCell) -> String? {
        guard cell.difference == nil else { return nil }
        return cell.column == nil ? "notKnown" : "sharedRespondents"
    }

    /// The table of `verbatim crosstab`: one row for each cell.
    ///
    /// `difference` is the share of the column less that of all other columns together, with the interval of Newcombe.
    /// `p_adjusted` is by Benjamini and Hochberg over the `family` tests of the table.
    package static func crosstab(_ cells: [CrosstabCell], rows: String, columns: String) -> Table {
        let decimals = Kind.number(decimals: 4)
        return Table(
            columns: [
                Column(rows == columns ? "row.\(rows)" : rows), Column(columns), Column("count", .integer),
                Column("total", .integer), Column("share", decimals), Column("ci_low", decimals),
                Column("ci_high", decimals), Column("difference", decimals), Column("difference_low", decimals),
                Column("difference_high", decimals), Column("test"), Column("statistic", decimals),
                Column("p", .number(decimals: 6)), Column("p_adjusted", .number(decimals: 6)),
                Column("family", .integer), Column("reason"),
            ],
            rows: cells.map { cell in
                let (share, difference, test) = (cell.share.value, cell.difference?.value, cell.test?.value)
                let reason = cell.share.reason ?? cell.difference?.reason ?? cell.test?.reason
                return [
                    .text(cell.row), .text(cell.column), .integer(cell.count), .integer(cell.total),
                    .number(share?.value), .number(share?.interval.low), .number(share?.interval.high),
                    .number(difference?.value), .number(difference?.interval.low),
                    .number(difference?.interval.high), .text(test?.name), .number(test?.statistic),
                    .number(test?.pValue), .number(cell.adjustedPValue), .integer(cell.family),
                    .text(reason?.rawValue ?? (gap(of: cell))),
                ]
            })
    }
}
