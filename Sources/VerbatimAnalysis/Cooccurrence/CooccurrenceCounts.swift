/// How often two codes share a unit, and what that says: all measures of one pair.
///
/// The unit (respondent, turn, sentence) must be named wherever these are shown: the same codes look strangers by
/// sentence and friends by respondent.
package struct CooccurrenceCounts: Hashable, Sendable {
    /// Units with both codes.
    package let both: Int
    /// Units with the first code.
    package let first: Int
    /// Units with the second code.
    package let second: Int
    /// All units.
    package let total: Int

    /// The four counts, brought within each other's bounds.
    package init(both: Int, first: Int, second: Int, total: Int) {
        self.total = max(0, total)
        self.first = min(max(0, first), self.total)
        self.second = min(max(0, second), self.total)
        self.both = min(max(max(0, both), self.first + self.second - self.total), self.first, self.second)
    }

    /// Units with both codes, were they strangers: n₁ n₂ / N.
    package var expected: Estimate<Double> { .ratio(Double(first) * Double(second), Double(total), orElse: .noUnits) }

    /// Of the units with either code, the share with both: n₁₂/(n₁ + n₂ − n₁₂).
    ///
    /// ATLAS.ti's c-coefficient, counted over units: over overlapping quotations it can leave 0 to 1. Source: P. Jaccard,
    /// New Phytologist 11 (1912).
    package var jaccard: Estimate<Double> { defined { .ratio(both, first + second - both, orElse: .emptyCell) } }

    /// The units with both, against the mean of the units with each: 2n₁₂/(n₁ + n₂).
    ///
    /// Source: L. R. Dice, Ecology 26 (1945).
    package var dice: Estimate<Double> { defined { .ratio(2 * both, first + second, orElse: .emptyCell) } }

    /// Of the units with the rarer code, the share with both: n₁₂/min(n₁, n₂) (Szymkiewicz and Simpson).
    package var overlap: Estimate<Double> { defined { .ratio(both, min(first, second), orElse: .emptyCell) } }

    /// The correlation of the two codes, from −1 to 1; undefined (`noVariation`) where a code is in every unit.
    package var phi: Estimate<Double> {
        defined {
            let (n, n1, n2) = (Double(total), Double(first), Double(second))
            return .ratio(
                n * Double(both) - n1 * n2, (n1 * (n - n1)).squareRoot() * (n2 * (n - n2)).squareRoot(),
                orElse: .noVariation)
        }
    }

    /// How many times more often they meet than strangers would: n₁₂ N/(n₁ n₂).
    package var lift: Estimate<Double> {
        defined { .ratio(Double(both) * Double(total), Double(first) * Double(second), orElse: .emptyCell) }
    }

    /// The pointwise mutual information, log₂ of ``lift``, in bits; undefined (`emptyCell`) where they never meet.
    package var mutualInformation: Estimate<Double> {
        lift.flatMap { both == 0 ? .undefined(.emptyCell) : .value(Elementary.log2($0)) }
    }

    /// ``mutualInformation`` over −log₂(n₁₂/N), from −1 (they never meet) to 1 (they always do).
    ///
    /// Undefined (`noVariation`) where both are in every unit. Source: G. Bouma, GSCL 2009.
    package var normalisedMutualInformation: Estimate<Double> {
        if first > 0, second > 0, both == 0 { return .value(-1) }
        return mutualInformation.flatMap {
            .ratio($0, -Elementary.log2(Double(both) / Double(total)), orElse: .noVariation)
        }
    }

    /// Of the units with the second code, the share with the first: P(first | second).
    package var firstGivenSecond: Estimate<Double> { .ratio(both, second, orElse: total == 0 ? .noUnits : .emptyCell) }

    /// Of the units with the first code, the share with the second: P(second | first).
    package var secondGivenFirst: Estimate<Double> { .ratio(both, first, orElse: total == 0 ? .noUnits : .emptyCell) }

    /// The four cells: both, only the first; only the second, neither.
    package var table: ContingencyTable {
        ContingencyTable([[both, first - both], [second - both, total - first - second + both]])
    }

    /// ad/bc of ``table``.
    package var oddsRatio: Estimate<Double> { table.oddsRatio }

    /// Fisher's exact p-value of ``table``, two-sided; to be adjusted for the number of pairs that were looked at.
    package var fisherPValue: Estimate<Double> { defined { table.exactTest().map(\.pValue) } }

    /// Undefined where there are no units (`noUnits`), or one of the codes is in none (`emptyCell`).
    private func defined(_ value: () -> Estimate<Double>) -> Estimate<Double> {
        if total == 0 { return .undefined(.noUnits) }
        return first == 0 || second == 0 ? .undefined(.emptyCell) : value()
    }
}
