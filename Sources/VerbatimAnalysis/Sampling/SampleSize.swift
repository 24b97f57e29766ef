/// How many units are drawn, and how they are divided among the strata.
package enum SampleSize: Hashable, Sendable {
    /// So many in all, in proportion to the strata: every unit has the same chance.
    case proportional(Int)
    /// So many in all, more where guesses say that judgements will differ more (``OptimalAllocation``).
    case neyman(Int)
    /// So many of every stratum.
    case each(Int)
    /// So many of each stratum that is named, none of the others.
    case fixed([ReviewStratum: Int])
    /// All units.
    case everything

    /// The sizes for strata in order, at most all units of each.
    ///
    /// - Parameters:
    ///   - strata: The strata, with how many units each has, the guessed share, and how many were read already, which
    ///     count towards its size.
    ///   - fewest: The least size of a stratum, for ``proportional(_:)`` and ``neyman(_:)``.
    /// - Returns: How many of each stratum, in their order.
    package func sizes(
        _ strata: [(stratum: ReviewStratum, expected: ExpectedStratum)], fewest: Int = 0
    ) -> [Int] {
        let members = strata.map(\.expected.members)
        let least = strata.map { min(max(fewest, $0.expected.reviewed), $0.expected.members) }
        switch self {
        case .proportional(let total):
            return OptimalAllocation.proportionalSizes(total: total, members: members, atLeast: least)
        case .neyman(let total):
            return OptimalAllocation.sizes(
                total: total, spreads: strata.map { Double($0.expected.members) * $0.expected.spread },
                atLeast: least, atMost: members)
        case .each(let count):
            return strata.map { min(max(count, $0.expected.reviewed), $0.expected.members) }
        case .fixed(let counts):
            return strata.map { min(max(counts[$0.stratum] ?? 0, $0.expected.reviewed), $0.expected.members) }
        case .everything: return members
        }
    }
}
