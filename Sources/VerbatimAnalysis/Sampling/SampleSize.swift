/// How many units are drawn, and how they are divided among the strata.
package enum SampleSize: Hashable, Sendable {
    /// So many in all, in proportion to the strata: every unit has the same chance.
    case proportional(Int)
    /// So many in all, more where guesses say that judgements will differ more (``OptimalAllocation``).
    case neyman(Int)
    /// So many in each group, divided within it like ``neyman(_:)``.
    case neymanInGroups(Int)
    /// So many of every stratum.
    case each(Int)
    /// So many of each stratum that is named, none of the others.
    case fixed([ReviewStratum: Int])
    /// All units.
    case everything

    /// The least size of a stratum of one of several groups: "at least 5 in each cell of flag and country".
    package static let fewestInGroup = 5

    /// The sizes for strata in order, at most all units of each.
    ///
    /// - Parameters:
    ///   - strata: The strata, with how many units each has, the guessed share, and how many were read already, which
    ///     count towards its size.
    ///   - fewest: The least size of a kind, for sizes that are divided by a rule; see ``leastSizes(_:fewest:)``.
    /// - Returns: How many of each stratum, in their order.
    package func sizes(
        _ strata: [(stratum: ReviewStratum, expected: ExpectedStratum)], fewest: Int = 0
    ) -> [Int] {
        let members = strata.map(\.expected.members)
        var least: [Int] { Self.leastSizes(strata, fewest: fewest) }
        switch self {
        case .proportional(let total):
            return OptimalAllocation.proportionalSizes(total: total, members: members, atLeast: least)
        case .neyman(let total): return Self.neyman(total, strata, atLeast: least)
        case .neymanInGroups(let total):
            var sizes = least
            for (_, places) in Dictionary(grouping: strata.indices, by: { strata[$0].stratum.groupBytes }) {
                let own = Self.neyman(total, places.map { strata[$0] }, atLeast: places.map { sizes[$0] })
                for (place, size) in zip(places, own) { sizes[place] = size }
            }
            return sizes
        case .each(let count):
            return strata.map { min(max(count, $0.expected.reviewed), $0.expected.members) }
        case .fixed(let counts):
            return strata.map { min(max(counts[$0.stratum] ?? 0, $0.expected.reviewed), $0.expected.members) }
        case .everything: return members
        }
    }

    /// The least sizes of strata: of each kind `fewest` in all its groups together, and ``fewestInGroup`` in each of
    /// several; all units where there are fewer, and never fewer than were read already.
    ///
    /// What a kind lacks is added where the least part of a stratum is taken.
    package static func leastSizes(
        _ strata: [(stratum: ReviewStratum, expected: ExpectedStratum)], fewest: Int
    ) -> [Int] {
        var least = strata.map { max(0, $0.expected.reviewed) }
        for (_, places) in Dictionary(grouping: strata.indices, by: { strata[$0].stratum.kind }) {
            let inEach = places.count > 1 ? min(fewest, fewestInGroup) : fewest
            for place in places { least[place] = min(max(inEach, least[place]), strata[place].expected.members) }
            var lacking = fewest - places.reduce(0) { $0 + least[$1] }
            while lacking > 0 {
                let part = { (place: Int) in Double(least[place]) / Double(strata[place].expected.members) }
                let open = places.filter { least[$0] < strata[$0].expected.members }
                guard let place = open.min(by: { (part($0), $0) < (part($1), $1) }) else { break }
                least[place] += 1
                lacking -= 1
            }
        }
        return least
    }

    private static func neyman(
        _ total: Int, _ strata: [(stratum: ReviewStratum, expected: ExpectedStratum)], atLeast least: [Int]
    ) -> [Int] {
        OptimalAllocation.sizes(
            total: total, spreads: strata.map { Double($0.expected.members) * $0.expected.spread },
            atLeast: least, atMost: strata.map(\.expected.members))
    }
}

extension ReviewStratum {
    /// The group, to be compared byte by byte.
    fileprivate var groupBytes: [UInt8] { Array(group.utf8) }
}
