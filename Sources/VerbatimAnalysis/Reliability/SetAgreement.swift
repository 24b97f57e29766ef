/// How far apart two sets of codes are.
package enum SetDistance: String, Hashable, Sendable, CaseIterable {
    /// 1 − |A ∩ B| / |A ∪ B|.
    case jaccard
    /// 1 − J · M, M being 1 for equal sets, 0.67 where one holds the other, 0.33 where they overlap, 0 else.
    ///
    /// Source: R. Passonneau, "Measuring agreement on set-valued items (MASI)", LREC 2006.
    case masi

    /// The distance of two sets, from 0 to 1; two empty sets are equal.
    package func callAsFunction<Code: Hashable>(_ left: Set<Code>, _ right: Set<Code>) -> Double {
        if left == right { return 0 }
        let shared = Double(left.intersection(right).count)
        let jaccard = shared / Double(left.union(right).count)
        switch self {
        case .jaccard: return 1 - jaccard
        case .masi: return 1 - jaccard * (left.isSubset(of: right) || right.isSubset(of: left) ? 0.67 : 0.33)
        }
    }
}

/// Agreement on whole sets of codes: one number for a codebook whose codes may share a unit.
package enum SetAgreement {
    /// Krippendorff's alpha with the distance of sets in place of the squared difference of values.
    ///
    /// - Parameters:
    ///   - values: For each coder, the set of codes of each unit; `nil` where the unit was not the coder's.
    ///   - distance: How far apart two sets are.
    /// - Returns: Alpha; undefined as ``CoincidenceMatrix/alpha(_:)`` is.
    /// - Complexity: O(units x coders + different sets²).
    package static func alpha<Code: Hashable>(_ values: [[Set<Code>?]], distance: SetDistance) -> Estimate<Double> {
        var numbers: [Set<Code>: Int] = [:]
        var sets: [Set<Code>] = []
        let numbered = values.map { row in
            row.map { set -> Int? in
                guard let set else { return nil }
                if let number = numbers[set] { return number }
                numbers[set] = sets.count
                sets.append(set)
                return sets.count - 1
            }
        }
        let units = UnitCounts(values: numbered, categories: sets.count)
        if let obstacle = units.obstacle { return .undefined(obstacle) }
        return CoincidenceMatrix(units).alpha { distance(sets[$0], sets[$1]) }
    }
}
