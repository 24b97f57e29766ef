/// A phrase as an automaton over tokens: a position for each element, and which may follow which.
///
/// Source of the construction: Glushkov, "The abstract theory of automata", Russian Mathematical Surveys 16 (1961).
struct PhraseProgram: Hashable, Sendable {
    /// Of a position: any token, which is no evidence.
    static let anyToken: Int32 = -1

    /// For each position the leaf that its token must match, or ``anyToken``.
    var leaves: [Int32] = []
    /// The positions that a run may begin with.
    var first: [Int] = []
    /// For each position those that may follow it.
    var follow: [[Int]] = []
    /// For each position whether a run may end there.
    var isLast: [Bool] = []
    /// Whether it has `_` or `...`: then only minimal runs are hits.
    var hasGap = false

    /// Whether it is a plain chain, so that every run has one token for each position.
    var isChain: Bool {
        guard first == [0], let last = isLast.last, last else { return false }
        return leaves.indices.allSatisfy { position in
            position == leaves.count - 1
                ? follow[position].isEmpty : follow[position] == [position + 1] && !isLast[position]
        }
    }
}

/// A part of a phrase while its automaton is built.
struct PhraseFragment {
    /// Whether the part can be left out.
    var isOptional: Bool
    var first: [Int]
    var last: [Int]

    /// Nothing at all.
    static let empty = PhraseFragment(isOptional: true, first: [], last: [])
}

extension PhraseProgram {
    /// Adds a position, for a leaf or for any token.
    mutating func add(_ leaf: Int32) -> PhraseFragment {
        leaves.append(leaf)
        follow.append([])
        isLast.append(false)
        let position = leaves.count - 1
        return PhraseFragment(isOptional: false, first: [position], last: [position])
    }

    /// `left` followed by `right`.
    mutating func sequence(_ left: PhraseFragment, _ right: PhraseFragment) -> PhraseFragment {
        for position in left.last {
            for next in right.first where !follow[position].contains(next) { follow[position].append(next) }
        }
        return PhraseFragment(
            isOptional: left.isOptional && right.isOptional,
            first: left.isOptional ? left.first + right.first : left.first,
            last: right.isOptional ? left.last + right.last : right.last)
    }

    /// Any one of the parts.
    static func alternatives(_ parts: [PhraseFragment]) -> PhraseFragment {
        PhraseFragment(
            isOptional: parts.contains { $0.isOptional }, first: parts.flatMap(\.first), last: parts.flatMap(\.last))
    }

    /// Any tokens, at least `minimum` and at most `maximum`.
    mutating func gap(minimum: Int, maximum: Int) -> PhraseFragment {
        hasGap = true
        var whole = PhraseFragment.empty
        for count in 0..<max(0, maximum) {
            var part = add(Self.anyToken)
            part.isOptional = count >= minimum
            whole = sequence(whole, part)
        }
        return whole
    }

    /// Closes the automaton with the part that is the whole phrase.
    mutating func finish(_ whole: PhraseFragment) {
        first = whole.first.sorted()
        for position in whole.last { isLast[position] = true }
        for position in follow.indices { follow[position].sort() }
    }

    /// Whether a run could begin or end with a token that is no evidence, or hold no token at all.
    func hasGapAtEdge(_ whole: PhraseFragment) -> Bool {
        whole.isOptional || (whole.first + whole.last).contains { leaves[$0] == Self.anyToken }
    }
}
