/// The result of an exact test, and how it was reached.
package struct ExactTest: Hashable, Sendable {
    /// How the probability was found.
    package enum Method: Hashable, Sendable {
        /// By going through all tables with the same margins.
        case enumeration
        /// There are too many: by drawing so many tables with the same margins from a fixed seed.
        case drawn(tables: Int)
    }

    /// The probability of a table at most as probable as this one, if rows and columns have nothing to do with each other.
    package let pValue: Double
    /// How the probability was found.
    package let method: Method
}

extension ContingencyTable {
    /// Fisher's exact test for two rows and two columns, and Freeman and Halton's for more, two-sided.
    ///
    /// The sum of the probabilities of all tables with the same margins that are at most as probable as this one, times
    /// 1 + 10⁻⁷ for rounding, as R's `fisher.test` has it. A table with one row or column that is not empty has p = 1.
    ///
    /// Sources: R. A. Fisher, Statistical Methods for Research Workers (1934); G. H. Freeman and J. H. Halton, Biometrika
    /// 38 (1951); bounds on what the rows still to come can add: C. R. Mehta and N. R. Patel, JASA 78 (1983).
    ///
    /// - Parameter budget: How many steps the search may take before tables are drawn instead.
    /// - Returns: The test; undefined (`noUnits`) for an empty table.
    /// - Complexity: O(smallest margin) for two by two; up to `budget` for more.
    package func exactTest(budget: Int = 2_000_000) -> Estimate<ExactTest> {
        guard total > 0 else { return .undefined(.noUnits) }
        let table = condensed
        guard table.counts.count > 1, table.columnTotals.count > 1 else {
            return .value(ExactTest(pValue: 1, method: .enumeration))
        }
        if table.counts.count == 2, table.columnTotals.count == 2 {
            return .value(ExactTest(pValue: table.fisherProbability, method: .enumeration))
        }
        var search = TableSearch(table, budget: budget)
        if let probability = search.probability() {
            return .value(ExactTest(pValue: min(1, probability), method: .enumeration))
        }
        let drawn = 10_000
        return .value(ExactTest(pValue: search.drawnProbability(tables: drawn), method: .drawn(tables: drawn)))
    }

    /// By the quotient of neighbouring hypergeometric probabilities, from the most probable count outwards.
    private var fisherProbability: Double {
        let (successes, drawn) = (columnTotals[0], rowTotals[0])
        let rest = total - successes - drawn
        let support = max(0, -rest)...min(drawn, successes)
        let mode = min(
            max(support.lowerBound, (drawn + 1) * (successes + 1) / (total + 2)), support.upperBound)
        var weights = Array(repeating: 0.0, count: support.count)
        weights[mode - support.lowerBound] = 1
        for count in stride(from: mode, to: support.upperBound, by: 1) {
            let quotient =
                Double(successes - count) * Double(drawn - count) / (Double(count + 1) * Double(rest + count + 1))
            weights[count + 1 - support.lowerBound] = weights[count - support.lowerBound] * quotient
        }
        for count in stride(from: mode, to: support.lowerBound, by: -1) {
            let quotient =
                Double(count) * Double(rest + count) / (Double(successes - count + 1) * Double(drawn - count + 1))
            weights[count - 1 - support.lowerBound] = weights[count - support.lowerBound] * quotient
        }
        let limit = weights[counts[0][0] - support.lowerBound] * (1 + 1e-7)
        let extreme = weights.reduce(0) { $1 <= limit ? $0 + $1 : $0 }
        return min(1, extreme / weights.reduce(0, +))
    }
}
