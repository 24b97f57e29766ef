import VerbatimModel

/// Agreement on where codes begin and end: Krippendorff's alphas for unitizing.
///
/// Source: K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher, "On the reliability of unitizing textual continua:
/// further developments", Quality & Quantity 50 (2016). It is not the alpha of 1995, which other programs still give.
package struct UnitizingAlpha: Hashable, Sendable {
    /// ᵤα: units, codes and gaps together.
    package let alpha: Estimate<Double>
    /// |ᵤα: only whether text belongs to any unit or to a gap.
    package let binary: Estimate<Double>
    /// ᶜᵘα: only the codes, where units of two coders overlap.
    package let labels: Estimate<Double>
    /// The share of the text for which two coders have units, and ``labels`` speaks.
    package let labelCoverage: Estimate<Double>
    /// ₍ₖ₎ᵤα of each code: how well it is told from the others where units overlap.
    package let perLabel: [Estimate<Double>]
    /// Of each code's text, the share that overlaps a unit of another coder.
    package let perLabelCoverage: [Estimate<Double>]
    /// How much text has which values, in scalars: gap first, then the codes; row by column of coder pairs.
    package let observed: [[Double]]

    /// The alphas of a continuum.
    /// - Complexity: O(coders² x pieces + codes²).
    package init(_ continuum: UnitizedContinuum) {
        let sums = OverlapSums(continuum)
        observed = sums.observed
        if let obstacle = Self.obstacle(of: continuum) {
            alpha = .undefined(obstacle)
            binary = .undefined(obstacle)
            labels = .undefined(obstacle)
            labelCoverage = .undefined(obstacle)
            perLabel = Array(repeating: .undefined(obstacle), count: continuum.labels)
            perLabelCoverage = perLabel
            return
        }
        (alpha, binary) = Self.whole(sums)
        (labels, perLabel) = Self.labelsOnly(sums)
        let total = sums.total
        labelCoverage = .ratio(sums.valuedTotal, total, orElse: .noUnits)
        perLabelCoverage = (0..<continuum.labels).map { label in
            .ratio(sums.valuedMargins[label], sums.margins[label + 1], orElse: .noUnits)
        }
    }

    private static func obstacle(of continuum: UnitizedContinuum) -> UndefinedReason? {
        if continuum.length == 0 || continuum.coders.isEmpty { return .noUnits }
        if continuum.coders.count < 2 { return .oneRater }
        return continuum.coders.contains { $0.contains { $0.label != nil } } ? nil : .noVariation
    }

    /// ᵤα and |ᵤα.
    private static func whole(_ sums: OverlapSums) -> (alpha: Estimate<Double>, binary: Estimate<Double>) {
        let total = sums.total
        // What a value shares with itself by its own units is no chance agreement.
        let factor = total / (total * total - sums.selfPairs.reduce(0, +))
        func expected(_ c: Int) -> Double {
            factor * (sums.margins[c] * sums.margins[c] - sums.selfPairs[c])
        }
        let agreed = sums.observed.indices.reduce(0) { $0 + sums.observed[$1][$1] }
        let agreedByChance = sums.observed.indices.reduce(0) { $0 + expected($1) }
        // The row sum of what is expected: all columns together.
        let gaps = factor * (sums.margins[0] * total - sums.selfPairs[0])
        return (
            one(less: total - agreed, over: total - agreedByChance),
            one(less: sums.margins[0] - sums.observed[0][0], over: gaps - expected(0))
        )
    }

    /// ᶜᵘα, and ₍ₖ₎ᵤα of each code.
    private static func labelsOnly(_ sums: OverlapSums) -> (all: Estimate<Double>, each: [Estimate<Double>]) {
        let total = sums.valuedTotal
        let labels = sums.valuedMargins.indices
        guard total > 0 else {
            return (.undefined(.noPairableUnits), labels.map { _ in .undefined(.noPairableUnits) })
        }
        let denominator = total - sums.valuedSelfPairs.reduce(0, +) / total
        guard labels.count(where: { sums.valuedMargins[$0] > 0 }) > 1, denominator > 0 else {
            return (.undefined(.noVariation), labels.map { _ in .undefined(.noVariation) })
        }
        func expected(_ c: Int, _ k: Int) -> Double {
            let pairs = sums.valuedMargins[c] * sums.valuedMargins[k] - (c == k ? sums.valuedSelfPairs[c] : 0)
            return pairs / denominator
        }
        let agreed = labels.reduce(0) { $0 + sums.observed[$1 + 1][$1 + 1] }
        let agreedByChance = labels.reduce(0) { $0 + expected($1, $1) }
        let each = labels.map { k -> Estimate<Double> in
            let margin = sums.valuedMargins[k]
            guard margin > 0 else { return .undefined(.noPairableUnits) }
            let row = labels.reduce(0) { $0 + expected($1, k) }
            return one(less: row / margin * (margin - sums.observed[k + 1][k + 1]), over: row - expected(k, k))
        }
        return (one(less: total - agreed, over: total - agreedByChance), each)
    }

    private static func one(less observed: Double, over expected: Double) -> Estimate<Double> {
        expected > 0 ? .value(1 - observed / expected) : .undefined(.noVariation)
    }
}
