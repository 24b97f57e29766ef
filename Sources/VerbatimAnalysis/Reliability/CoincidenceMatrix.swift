/// How far apart two values are.
package enum MeasurementLevel: String, Hashable, Sendable, CaseIterable {
    /// Same or different: codes.
    case nominal
    /// In an order: weak, medium, strong.
    case ordinal
    /// With equal steps.
    case interval
    /// With equal steps and a true zero.
    case ratio
}

/// How often two values stand together in a unit: what Krippendorff's alpha is made from.
///
/// Matrices of different units can be added, so that a bootstrap over transcripts costs one addition a transcript.
///
/// Sources: K. Krippendorff, Content Analysis (2004), chapter 11; "Computing Krippendorff's alpha-reliability" (2011).
package struct CoincidenceMatrix: Hashable, Sendable {
    /// The value that each category stands for; matters for intervals and ratios only.
    package let scale: [Double]
    /// For each pair of values, how often it occurs: category c with k at `c * scale.count + k`.
    private(set) var cells: [Double]

    /// The matrix of no units; categories stand for 0, 1, 2 and so on unless a scale is given.
    package init(categories: Int, scale: [Double]? = nil) {
        let count = max(0, categories)
        let given = scale ?? []
        self.scale = given.count == count ? given : (0..<count).map(Double.init)
        cells = Array(repeating: 0, count: count * count)
    }

    /// The matrix with these cells, as ``cells`` holds them.
    init(cells: [Double], scale: [Double]) {
        self.scale = scale
        self.cells = cells
    }

    /// The matrix of all units of a table.
    package init(_ units: UnitCounts, scale: [Double]? = nil) {
        self.init(categories: units.categories, scale: scale)
        for row in units.counts { add(row) }
    }

    /// Adds a unit, given how many coders gave it each value; one with fewer than two values adds nothing.
    package mutating func add(_ row: [Int]) {
        let size = row.reduce(0, +)
        guard size > 1 else { return }
        let count = scale.count
        for (c, first) in row.enumerated() where first > 0 {
            for (k, second) in row.enumerated() where second > 0 {
                cells[c * count + k] += Double(first * (c == k ? second - 1 : second)) / Double(size - 1)
            }
        }
    }

    /// Adds all units of a matrix of the same categories.
    package mutating func add(_ other: CoincidenceMatrix) {
        for index in cells.indices where index < other.cells.count { cells[index] += other.cells[index] }
    }

    /// How many values of each category can be paired.
    package var margins: [Double] {
        let count = scale.count
        return (0..<count).map { c in cells[(c * count)..<((c + 1) * count)].reduce(0, +) }
    }

    /// Krippendorff's alpha, 1 − Dₒ/Dₑ.
    package func alpha(_ level: MeasurementLevel = .nominal) -> Estimate<Double> {
        let margins = margins
        return alpha(margins: margins) { c, k in distance(c, k, level, margins: margins) }
    }

    /// Alpha for any distance of two categories; `distance` is symmetric, and 0 of a category and itself.
    package func alpha(distance: (Int, Int) -> Double) -> Estimate<Double> {
        alpha(margins: margins, distance: distance)
    }

    private func alpha(margins: [Double], distance: (Int, Int) -> Double) -> Estimate<Double> {
        let total = margins.reduce(0, +)
        guard total > 0 else { return .undefined(.noPairableUnits) }
        var observed = 0.0
        var expected = 0.0
        for c in margins.indices where margins[c] > 0 {
            for k in margins.indices where k > c && margins[k] > 0 {
                let apart = distance(c, k)
                observed += (cells[c * scale.count + k] + cells[k * scale.count + c]) * apart
                expected += 2 * margins[c] * margins[k] * apart
            }
        }
        return Estimate.ratio((total - 1) * observed, expected, orElse: .noVariation).map { 1 - $0 }
    }

    /// The squared difference δ² of two categories.
    private func distance(_ c: Int, _ k: Int, _ level: MeasurementLevel, margins: [Double]) -> Double {
        switch level {
        case .nominal: return c == k ? 0 : 1
        case .ordinal:
            let between = margins[min(c, k)...max(c, k)].reduce(0, +) - (margins[c] + margins[k]) / 2
            return c == k ? 0 : between * between
        case .interval: return (scale[c] - scale[k]) * (scale[c] - scale[k])
        case .ratio:
            let sum = scale[c] + scale[k]
            let share = sum == 0 ? 0 : (scale[c] - scale[k]) / sum
            return share * share
        }
    }
}
