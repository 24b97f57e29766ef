package import VerbatimAnalysis
package import VerbatimModel

/// The corrected shares of the groups of one attribute, each from its own reviews, and whether they differ.
package struct CorrectedGroups: Hashable, Sendable {
    /// Whether the share of one code differs between groups.
    package struct Test: Hashable, Sendable {
        /// The probability of differences at least as large where the groups' populations are alike:
        /// ``CorrectionByGroup/heterogeneity``.
        package var pValue: Estimate<Double>
        /// The same, adjusted by Benjamini and Hochberg for all tests of the attribute; `nil` where it is not defined.
        package var adjusted: Double?

        /// A test; see the properties of the same names.
        package init(pValue: Estimate<Double>, adjusted: Double?) {
            self.pValue = pValue
            self.adjusted = adjusted
        }
    }

    /// The name of the attribute.
    package var attribute: String
    /// A row for each group and code that was reviewed, group by group; each has one value, `nil` for not known.
    package var rows: [CorrectedRow]
    /// The test of each code.
    package var tests: [Code.ID: Test]

    /// Shares of groups; see the properties of the same names.
    package init(attribute: String, rows: [CorrectedRow], tests: [Code.ID: Test]) {
        self.attribute = attribute
        self.rows = rows
        self.tests = tests
    }

    /// The groups, in the order of their rows.
    var values: [String?] {
        var values: [String?] = []
        for row in rows where values.last != row.group.first { values.append(row.group.first ?? nil) }
        return values
    }

    /// For each code, in the order of the rows, its rows in the order of the groups.
    var codes: [(code: Code.ID, rows: [CorrectedRow])] {
        var order: [Code.ID] = []
        for row in rows where !order.contains(row.code) { order.append(row.code) }
        let byCode = Dictionary(grouping: rows, by: \.code)
        return order.map { ($0, byCode[$0] ?? []) }
    }
}

extension CorrectedRow {
    /// Whether so few of the group were read that the interval, though it holds, is too wide to be of use.
    var needsMoreReviews: Bool { read < min(CorrectionByGroup.fewestReviews, asked) }
}
