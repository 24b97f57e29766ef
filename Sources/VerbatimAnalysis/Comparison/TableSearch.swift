/// The search for all tables with given margins that are at most as probable as a given one.
///
/// Tables are built row by row. Of what is left to fill, the most and the least probable way are known, so that whole
/// branches are taken or dropped at once. "Weight" is −Σ ln x! over cells: the logarithm of a table's probability, but for
/// a constant that the margins give.
struct TableSearch {
    private struct Rest: Hashable {
        var row: Int
        /// What is left of each column, in descending order: the order of columns does not matter to probabilities.
        var columns: [Int]
    }

    private let rows: [Int]
    private let columns: [Int]
    private let logFactorials: [Double]
    /// The weight of the given table, and a little more for rounding.
    private let limit: Double
    private var extremes: [Rest: (low: Double, high: Double)] = [:]
    private var budget: Int

    /// The search for a table without empty rows or columns.
    init(_ table: ContingencyTable, budget: Int) {
        // The rest is described by its columns, so let these be few.
        let isWide = table.columnTotals.count > table.rowTotals.count
        rows = (isWide ? table.columnTotals : table.rowTotals).sorted(by: >)
        columns = (isWide ? table.rowTotals : table.columnTotals).sorted(by: >)
        let logFactorials = LogGamma.factorials(upTo: table.total)
        self.logFactorials = logFactorials
        limit = 1e-7 - table.counts.joined().reduce(0) { $0 + logFactorials[$1] }
        self.budget = budget
    }

    /// The probability of all such tables; `nil` where the budget does not suffice.
    mutating func probability() -> Double? {
        let constant = rest(0, columns)
        return mass(row: 0, columns: columns, past: 0, constant: constant)
    }

    /// The logarithm of the sum of exp(weight) over all ways to fill the rows from `row` on: Σ Π 1/x! = n! / Π r! Π c!.
    private func rest(_ row: Int, _ columns: [Int]) -> Double {
        logFactorials[columns.reduce(0, +)] - rows[row...].reduce(0) { $0 + logFactorials[$1] }
            - columns.reduce(0) { $0 + logFactorials[$1] }
    }

    private func weight(_ cells: [Int]) -> Double { -cells.reduce(0) { $0 + logFactorials[$1] } }

    /// The probability of the tables within the limit whose first rows weigh `past` and leave `columns`.
    private mutating func mass(row: Int, columns: [Int], past: Double, constant: Double) -> Double? {
        guard let (low, high) = bounds(row: row, columns: columns) else { return nil }
        if past + high <= limit { return Elementary.exp(past + rest(row, columns) - constant) }
        if past + low > limit { return 0 }
        guard let fillings = fillings(rows[row], columns) else { return nil }
        var sum = 0.0
        for cells in fillings {
            let left = zip(columns, cells).map { $0 - $1 }.sorted(by: >)
            guard let mass = mass(row: row + 1, columns: left, past: past + weight(cells), constant: constant) else {
                return nil
            }
            sum += mass
        }
        return sum
    }

    /// The least and the greatest weight of any filling of the rows from `row` on.
    private mutating func bounds(row: Int, columns: [Int]) -> (low: Double, high: Double)? {
        guard row < rows.count - 1 else {
            let weight = weight(columns)
            return (weight, weight)
        }
        let key = Rest(row: row, columns: columns)
        if let known = extremes[key] { return known }
        guard let fillings = fillings(rows[row], columns) else { return nil }
        var found = (low: Double.infinity, high: -Double.infinity)
        for cells in fillings {
            let left = zip(columns, cells).map { $0 - $1 }.sorted(by: >)
            guard let rest = bounds(row: row + 1, columns: left) else { return nil }
            let weight = weight(cells)
            found = (min(found.low, weight + rest.low), max(found.high, weight + rest.high))
        }
        extremes[key] = found
        return found
    }

    /// All ways to share out a row's total among columns that take no more than is left of each.
    private mutating func fillings(_ total: Int, _ columns: [Int]) -> [[Int]]? {
        var partial: [(cells: [Int], left: Int)] = [([], total)]
        var room = columns.reduce(0, +)
        for column in columns {
            room -= column
            var longer: [(cells: [Int], left: Int)] = []
            for (cells, left) in partial {
                let fewest = max(0, left - room)
                let most = min(column, left)
                guard fewest <= most else { continue }
                budget -= most - fewest + 1
                if budget < 0 { return nil }
                for cell in fewest...most { longer.append((cells + [cell], left - cell)) }
            }
            partial = longer
        }
        return partial.map(\.cells)
    }

    /// The share of drawn tables at most as probable as the given one, which counts as one of them.
    ///
    /// Source: for (1 + hits)/(1 + draws), A. C. A. Hope, Journal of the Royal Statistical Society B 30 (1968).
    func drawnProbability(tables: Int, seed: UInt64 = 42) -> Double {
        var answers = columns.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        var random = SplitMix64(seed: seed)
        var hits = 0
        for _ in 0..<tables {
            random.shuffle(&answers)
            var weight = 0.0
            var start = 0
            for row in rows {
                var cells = Array(repeating: 0, count: columns.count)
                for answer in answers[start..<(start + row)] { cells[answer] += 1 }
                weight += self.weight(cells)
                start += row
            }
            if weight <= limit { hits += 1 }
        }
        return Double(1 + hits) / Double(1 + tables)
    }
}
