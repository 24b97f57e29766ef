/// A test of whether rows and columns have anything to do with each other, by a chi-squared statistic.
package struct ChiSquaredTest: Hashable, Sendable {
    /// X² or G².
    package let statistic: Double
    /// (rows − 1)(columns − 1), empty ones left out.
    package let degrees: Int
    /// The probability of a statistic at least as large if they have nothing to do with each other.
    package let pValue: Double
    /// The smallest expected count; below 5 the p-value is not to be trusted.
    package let smallestExpected: Double

    init(statistic: Double, degrees: Int, smallestExpected: Double) {
        self.statistic = statistic
        self.degrees = degrees
        self.smallestExpected = smallestExpected
        pValue = ChiSquaredDistribution(degrees: Double(degrees)).upperTail(statistic)
    }
}

extension ContingencyTable {
    /// Pearson's test: X² = Σ (observed − expected)² / expected, without a correction for continuity.
    ///
    /// - Returns: The test; undefined for an empty table (`noUnits`) and for one row or column (`noVariation`).
    package func pearsonTest() -> Estimate<ChiSquaredTest> {
        chiSquared { observed, expected in (observed - expected) * (observed - expected) / expected }
    }

    /// The likelihood ratio test: G² = 2 Σ observed ln(observed / expected).
    ///
    /// - Returns: The test; undefined as ``pearsonTest()`` is.
    package func likelihoodRatioTest() -> Estimate<ChiSquaredTest> {
        chiSquared { observed, expected in observed == 0 ? 0 : 2 * observed * Elementary.log(observed / expected) }
    }

    /// Cramér's V: √(X² / (n · min(r − 1, c − 1))), from 0 (nothing to do with each other) to 1.
    ///
    /// Source: H. Cramér, Mathematical Methods of Statistics (1946).
    package var cramersV: Estimate<Double> {
        let table = condensed
        let shorter = min(table.counts.count, table.columnTotals.count) - 1
        return table.pearsonTest().map { ($0.statistic / (Double(total) * Double(shorter))).squareRoot() }
    }

    private func chiSquared(_ term: (_ observed: Double, _ expected: Double) -> Double) -> Estimate<ChiSquaredTest> {
        guard total > 0 else { return .undefined(.noUnits) }
        let table = condensed
        let degrees = (table.counts.count - 1) * (table.columnTotals.count - 1)
        guard degrees > 0 else { return .undefined(.noVariation) }
        var statistic = 0.0
        var smallest = Double.infinity
        for (row, counts) in table.counts.enumerated() {
            for (column, count) in counts.enumerated() {
                let expected = table.expected(row: row, column: column)
                smallest = min(smallest, expected)
                statistic += term(Double(count), expected)
            }
        }
        return .value(
            ChiSquaredTest(statistic: max(0, statistic), degrees: degrees, smallestExpected: smallest))
    }
}
