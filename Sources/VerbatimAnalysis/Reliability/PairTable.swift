/// How far two ordered codes are apart, for weighted kappa.
package enum KappaWeights: String, Hashable, Sendable, CaseIterable {
    /// |i − j|.
    case linear
    /// (i − j)².
    case quadratic
}

/// What two coders gave to the same units: a square table of counts, rows the first coder, columns the second.
package struct PairTable: Hashable, Sendable {
    /// The counts, row by row.
    package let counts: [[Int]]

    /// A table of counts; rows and columns that are missing are filled with zeros.
    package init(counts: [[Int]]) {
        let size = max(counts.count, counts.map(\.count).max() ?? 0)
        let empty = Array(repeating: 0, count: size)
        self.counts = (0..<size).map { row in
            guard row < counts.count else { return empty }
            return counts[row].map { max(0, $0) } + empty.dropFirst(counts[row].count)
        }
    }

    /// The table of two coders' values, of the units to which both gave one from 0 up to `categories`.
    package init(_ first: [Int?], _ second: [Int?], categories: Int) {
        let range = 0..<max(0, categories)
        var counts = Array(repeating: Array(repeating: 0, count: range.count), count: range.count)
        for case (let row?, let column?) in zip(first, second) where range.contains(row) && range.contains(column) {
            counts[row][column] += 1
        }
        self.counts = counts
    }

    /// How many units there are.
    package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

    /// The shares of each value, of the first and of the second coder.
    private var margins: (rows: [Double], columns: [Double]) {
        let n = Double(max(1, total))
        let rows = counts.map { Double($0.reduce(0, +)) / n }
        let columns = counts.indices.map { column in Double(counts.reduce(0) { $0 + $1[column] }) / n }
        return (rows, columns)
    }

    /// The share of units to which both gave the same value.
    package var observedAgreement: Estimate<Double> {
        .ratio(counts.indices.reduce(0) { $0 + counts[$1][$1] }, total, orElse: .noUnits)
    }

    /// The share of agreement that chance alone would give, by each coder's own use of the values.
    package var expectedAgreement: Estimate<Double> {
        guard total > 0 else { return .undefined(.noUnits) }
        let margins = margins
        return .value(zip(margins.rows, margins.columns).reduce(0) { $0 + $1.0 * $1.1 })
    }

    /// Cohen's kappa with its large-sample standard error.
    ///
    /// (pₒ − pₑ)/(1 − pₑ). Sources: J. Cohen, Educational and Psychological Measurement 20 (1960); for the error J. L.
    /// Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969), formula 13.
    package func kappa() -> Estimate<Coefficient> {
        guard let observed = observedAgreement.value, let expected = expectedAgreement.value else {
            return .undefined(.noUnits)
        }
        guard expected < 1 else { return .undefined(.noVariation) }
        let value = (observed - expected) / (1 - expected)
        let (rows, columns) = margins
        let n = Double(total)
        var sum = 0.0
        for i in counts.indices {
            for j in counts.indices {
                let p = Double(counts[i][j]) / n
                // Of a value's share, the first coder's stands crosswise: p(.i) with p(j.).
                let term = i == j ? 1 - (rows[i] + columns[i]) * (1 - value) : (1 - value) * (columns[i] + rows[j])
                sum += p * term * term
            }
        }
        let bias = value - expected * (1 - value)
        let variance = max(0, sum - bias * bias) / (n * (1 - expected) * (1 - expected))
        return .value(Coefficient(value, standardError: .value(variance.squareRoot())))
    }

    /// Weighted kappa of ordered values, with its large-sample standard error.
    ///
    /// 1 − Σ w pᵢⱼ / Σ w pᵢ. p.ⱼ. Sources: J. Cohen, Psychological Bulletin 70 (1968); Fleiss, Cohen and Everitt (1969),
    /// formula 10, with the agreement weights 1 − w/max w.
    package func weightedKappa(_ weights: KappaWeights) -> Estimate<Coefficient> {
        guard total > 0 else { return .undefined(.noUnits) }
        let (rows, columns) = margins
        let n = Double(total)
        let size = counts.count
        let widest = Double(max(1, size - 1))
        func agreement(_ i: Int, _ j: Int) -> Double {
            let apart = Double(abs(i - j)) / widest
            return 1 - (weights == .linear ? apart : apart * apart)
        }
        var observed = 0.0
        var expected = 0.0
        var rowMeans = Array(repeating: 0.0, count: size)
        var columnMeans = rowMeans
        for i in 0..<size {
            for j in 0..<size {
                let weight = agreement(i, j)
                observed += weight * Double(counts[i][j]) / n
                expected += weight * rows[i] * columns[j]
                rowMeans[i] += weight * columns[j]
                columnMeans[j] += weight * rows[i]
            }
        }
        guard expected < 1 else { return .undefined(.noVariation) }
        let value = (observed - expected) / (1 - expected)
        var sum = 0.0
        for i in 0..<size {
            for j in 0..<size {
                let term = agreement(i, j) - (rowMeans[i] + columnMeans[j]) * (1 - value)
                sum += Double(counts[i][j]) / n * term * term
            }
        }
        let bias = value - expected * (1 - value)
        let variance = max(0, sum - bias * bias) / (n * (1 - expected) * (1 - expected))
        return .value(Coefficient(value, standardError: .value(variance.squareRoot())))
    }

    /// One kappa for several codes: of the mean agreement and the mean agreement by chance.
    ///
    /// Source: H. De Vries and others, "Using pooled kappa to summarize interrater agreement across many items", Field
    /// Methods 20 (2008). Tables without units are left out.
    package static func pooledKappa(_ tables: [PairTable]) -> Estimate<Double> {
        let observed = Estimate.mean(tables.map(\.observedAgreement))
        let expected = Estimate.mean(tables.map(\.expectedAgreement))
        guard let observed = observed.value, let expected = expected.value else { return .undefined(.noUnits) }
        return .ratio(observed - expected, 1 - expected, orElse: .noVariation)
    }
}
