/// How many coders gave each unit which value: what the coefficients for any number of coders are made from.
///
/// A unit is a piece of text that was put before the coders: a turn, a sentence, a respondent. Values are numbered from
/// 0; of "present or absent" 0 is absent and 1 present. **Seen and left blank is the value 0; not assigned is no value.**
package struct UnitCounts: Hashable, Sendable {
    /// How many values there are to choose from, whether or not all were used.
    package let categories: Int
    /// For each unit, how many coders gave it each value.
    package let counts: [[Int]]
    /// How many coders gave any value.
    package let coders: Int

    /// The counts of units that coders gave values to.
    ///
    /// - Parameters:
    ///   - values: For each coder, the value of each unit; `nil` where the unit was not the coder's.
    ///   - categories: How many values there are; values outside 0 to that count as none.
    package init(values: [[Int?]], categories: Int) {
        let range = 0..<max(0, categories)
        let units = values.map(\.count).max() ?? 0
        var counts = Array(repeating: Array(repeating: 0, count: range.count), count: units)
        var coders = 0
        for row in values {
            var gaveAny = false
            for (unit, value) in row.enumerated() {
                guard let value, range.contains(value) else { continue }
                counts[unit][value] += 1
                gaveAny = true
            }
            if gaveAny { coders += 1 }
        }
        self.categories = range.count
        self.counts = counts
        self.coders = coders
    }

    /// Counts that are there already, a row for each unit and in it one for each value; `coders` is the most of a unit.
    package init(counts: [[Int]]) {
        let categories = counts.map(\.count).max() ?? 0
        self.categories = categories
        self.counts = counts.map { row in
            row.map { max(0, $0) } + Array(repeating: 0, count: categories - row.count)
        }
        coders = self.counts.map { $0.reduce(0, +) }.max() ?? 0
    }

    /// Why there is no agreement to speak of; `nil` where at least one unit has two values.
    package var obstacle: UndefinedReason? {
        if !counts.contains(where: { $0.contains { $0 > 0 } }) { return .noUnits }
        if coders < 2 { return .oneRater }
        return counts.contains { $0.reduce(0, +) > 1 } ? nil : .noPairableUnits
    }

    /// How many units have the values of at least two coders.
    package var pairableUnits: Int { counts.count { $0.reduce(0, +) > 1 } }
}

/// What the percentage of agreement is a percentage of, where units have different numbers of coders.
package enum PercentAgreementKind: String, Hashable, Sendable, CaseIterable {
    /// The mean over units of the share of pairs of coders that agree (Fleiss 1971, Gwet 2008).
    case unitMean
    /// The share of all pairs of coders of all units that agree, so that units with more coders count for more.
    case pooledPairs
    /// The share of agreeing values among all that can be paired, 1 − Dₒ (Krippendorff 2004).
    case krippendorff
}

extension UnitCounts {
    /// The share of agreement, not corrected for chance; for two coders without gaps all three kinds are one.
    package func percentAgreement(_ kind: PercentAgreementKind = .unitMean) -> Estimate<Double> {
        if let obstacle { return .undefined(obstacle) }
        var agreeing = 0.0
        var total = 0.0
        for row in counts {
            let size = Double(row.reduce(0, +))
            guard size > 1 else { continue }
            let pairs = row.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
            let weight: Double
            switch kind {
            case .unitMean: weight = 1 / (size * (size - 1))
            case .pooledPairs: weight = 1
            case .krippendorff: weight = 1 / (size - 1)
            }
            agreeing += weight * pairs
            total += weight * size * (size - 1)
        }
        return .ratio(agreeing, total, orElse: .noPairableUnits)
    }
}
