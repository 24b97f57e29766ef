/// What units of a sample are drawn from: what the rules made of them, and the group that they belong to.
package struct ReviewStratum: Hashable, Sendable {
    /// What the rules made of a segment or a respondent.
    package enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        /// The rules found the code.
        case coded
        /// They did not, but a wider form of a rule would have.
        case nearMiss = "near-miss"
        /// They did not.
        case uncoded
        /// Whatever they made of it: the units of a base sample, which is drawn without looking at the rules.
        case all

        /// The share with the code that is guessed before anything is read.
        ///
        /// For coded and uncoded the guesses that the coverage was simulated with; for near misses, between the two. For
        /// all units of any code a half, where judgements differ most: a plan on it is enough for every code.
        package var guessedShare: Double {
            switch self {
            case .coded: SharePlan.guessedPrecision
            case .nearMiss: 0.2
            case .uncoded: SharePlan.guessedMissRate
            case .all: 0.5
            }
        }

        /// Orders from coded to uncoded; all come last.
        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What the rules made of the units.
    package let kind: Kind
    /// The group, such as a country or a mode; empty where the sample is not drawn by group.
    package let group: String

    /// A stratum of a kind, in a group.
    package init(_ kind: Kind, group: String = "") {
        self.kind = kind
        self.group = group
    }

    /// The stratum in one cell of a table: `coded`, or `coded/Morocco`.
    package var name: String { group.isEmpty ? kind.rawValue : "\(kind.rawValue)/\(group)" }

    /// The stratum that ``name`` gives the name of; `nil` where it names no kind.
    package init?(name: String) {
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let kind = Kind(rawValue: String(first)) else { return nil }
        self.init(kind, group: parts.count > 1 ? String(parts[1]) : "")
    }
}

extension ReviewStratum: Comparable {
    /// Whether kind and group are the same, the group byte by byte.
    package static func == (left: Self, right: Self) -> Bool {
        left.kind == right.kind && left.group.utf8.elementsEqual(right.group.utf8)
    }

    /// Hashes kind and the bytes of the group.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        for byte in group.utf8 { hasher.combine(byte) }
    }

    /// Orders by group, then by kind.
    package static func < (left: Self, right: Self) -> Bool {
        if left.group.utf8.elementsEqual(right.group.utf8) { return left.kind < right.kind }
        return left.group.utf8.lexicographicallyPrecedes(right.group.utf8)
    }
}
