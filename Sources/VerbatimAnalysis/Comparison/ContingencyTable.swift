/// Counts of respondents by two properties: a row for each group, a column for each answer.
package struct ContingencyTable: Hashable, Sendable {
    /// The counts, row by row; every row has the same length.
    package let counts: [[Int]]
    /// The sum of each row.
    package let rowTotals: [Int]
    /// The sum of each column.
    package let columnTotals: [Int]
    /// The sum of all.
    package let total: Int

    /// A table of counts; short rows are filled up with zeros, and what is below zero counts as zero.
    package init(_ counts: [[Int]]) {
        let width = counts.map(\.count).max() ?? 0
        let rows = counts.map { row in row.map { max(0, $0) } + Array(repeating: 0, count: width - row.count) }
        self.counts = rows
        rowTotals = rows.map { $0.reduce(0, +) }
        columnTotals = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } }
        total = rowTotals.reduce(0, +)
    }

    /// Two groups: `first` of `firstTotal` against `second` of `secondTotal`.
    package init(_ first: Int, of firstTotal: Int, _ second: Int, of secondTotal: Int) {
        self.init([[first, firstTotal - first], [second, secondTotal - second]])
    }

    /// The count that a cell would have if rows and columns had nothing to do with each other.
    package func expected(row: Int, column: Int) -> Double {
        total == 0 ? 0 : Double(rowTotals[row]) * Double(columnTotals[column]) / Double(total)
    }

    /// The same table without its empty rows and columns.
    var condensed: ContingencyTable {
        let columns = columnTotals.indices.filter { columnTotals[$0] > 0 }
        return ContingencyTable(counts.filter { $0.contains { $0 > 0 } }.map { row in columns.map { row[$0] } })
    }

    /// ad / bc of a table of two by two; undefined (`emptyCell`) where b or c is zero.
    package var oddsRatio: Estimate<Double> {
        guard counts.count == 2, columnTotals.count == 2, total > 0 else { return .undefined(.noUnits) }
        return .ratio(
            Double(counts[0][0]) * Double(counts[1][1]), Double(counts[0][1]) * Double(counts[1][0]),
            orElse: .emptyCell)
    }
}
