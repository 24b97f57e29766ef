/// The tree of a regular expression, over scalars of the folded form.
indirect enum RegexNode: Hashable, Sendable {
    /// Nothing at all.
    case empty
    /// One scalar of a set.
    case set(ScalarSet)
    /// One after the other.
    case sequence([RegexNode])
    /// One of several.
    case alternatives([RegexNode])
    /// So many times; without a maximum, any number of times.
    case repetition(RegexNode, minimum: Int, maximum: Int?)

    /// How many instructions the node takes, repetitions written out; `Int.max` for more than can be counted.
    var size: Int {
        switch self {
        case .empty, .set: return 1
        case .sequence(let parts), .alternatives(let parts):
            return parts.reduce(parts.count) { Self.add($0, $1.size) }
        case .repetition(let part, let minimum, let maximum):
            // Without a maximum, the loop takes one copy more where the minimum has none.
            let (product, isTooLarge) = Self.add(part.size, 1).multipliedReportingOverflow(
                by: max(maximum ?? minimum + 1, 1))
            return isTooLarge ? .max : product
        }
    }

    private static func add(_ left: Int, _ right: Int) -> Int {
        let (sum, isTooLarge) = left.addingReportingOverflow(right)
        return isTooLarge ? .max : sum
    }

    /// Whether the empty text matches.
    var isNullable: Bool {
        switch self {
        case .empty: true
        case .set: false
        case .sequence(let parts): parts.allSatisfy(\.isNullable)
        case .alternatives(let parts): parts.contains(where: \.isNullable)
        case .repetition(let part, let minimum, _): minimum == 0 || part.isNullable
        }
    }

    /// Whether it can be seen that every text but the empty one matches, as it does for `.*`, `.+` and `a?.*`.
    var matchesEverything: Bool {
        switch self {
        case .empty, .set: return false
        case .sequence(let parts):
            return parts.indices.contains { index in
                parts[index].matchesEverything
                    && parts.indices.allSatisfy { $0 == index || parts[$0].isNullable }
            }
        case .alternatives(let parts): return parts.contains(where: \.matchesEverything)
        case .repetition(let part, let minimum, let maximum):
            if minimum <= 1, maximum != 0, part.matchesEverything { return true }
            return minimum <= 1 && maximum == nil && part.matchesAnyScalar
        }
    }

    private var matchesAnyScalar: Bool {
        switch self {
        case .empty: false
        case .set(let set): set.isAny
        case .sequence(let parts): parts.count == 1 && parts[0].matchesAnyScalar
        case .alternatives(let parts): parts.contains(where: \.matchesAnyScalar)
        case .repetition(let part, let minimum, let maximum):
            minimum <= 1 && maximum != 0 && part.matchesAnyScalar
        }
    }
}
