package import VerbatimModel

/// What a node of a trace stands for.
package enum TraceContent: Hashable, Sendable {
    /// An expression of a rule.
    case expression(Expression)
    /// An item of the named list.
    case item(WordList.Item, list: String)
}

/// A token that a part of a rule matched.
package struct TracedWord: Hashable, Sendable {
    /// The word as written.
    package var text: String
    /// Where it stands, in Unicode scalars of the canonical text.
    package var span: TextSpan
    /// Its number among all tokens of the transcript, from 0: neighbours differ by 1.
    package var token: Int
    /// The number of its turn, from 1.
    package var turn: Int
}

/// One hit of a part of a rule: its evidence, in order.
package struct TracedRun: Hashable, Sendable {
    /// The evidence tokens, in order.
    package var words: [TracedWord]

    /// A hit with the given evidence.
    package init(words: [TracedWord]) {
        self.words = words
    }
}

/// What the words of two sides have between them.
package struct TracedPair: Hashable, Sendable {
    /// The hit of the left side.
    package var left: TracedRun
    /// The hit of the right side.
    package var right: TracedRun
    /// The number of tokens between the two; `nil` where they overlap.
    package var between: Int?
}

/// What was seen at a node beyond its own words.
package enum TraceFinding: Hashable, Sendable {
    /// The pairs that made the hits, and how many tokens may stand between the two sides.
    case near([TracedPair], atMost: Int)
    /// Both sides are there; the nearest two stand too far apart.
    case tooFar(TracedPair, atMost: Int)
    /// Both sides are there, and only in the other order.
    case wrongOrder(TracedPair)
    /// Both sides are there, and only in one another.
    case overlapping(TracedPair)
    /// What must not be near is: the hit, and what stands too near to it.
    case tooNear(TracedPair, within: Int)
    /// What must not be near is there, but far enough.
    case farEnough(TracedPair, within: Int)
    /// What must not be in the scope is.
    case unwanted(TracedRun)
    /// The left side lies inside the right side, and must not.
    case inside(TracedRun, outer: TracedRun)
    /// No hit of the left side lies inside one of the right side.
    case notInside
    /// How many of the parts have hits, and how many must have.
    case count(Int, of: Int)
    /// There is none in the scope; the nearest one outside of it, if there is any, and how many tokens away.
    case missing(elsewhere: TracedRun?, tokensAway: Int?)
    /// The codes and rules whose hits a reference stands for, by id.
    case hits([Reference])

    /// A rule of a code whose hits are used.
    package struct Reference: Hashable, Sendable {
        /// The code.
        package var code: Code.ID
        /// The rule.
        package var rule: String
    }
}

/// One node of a rule's expression on one transcript: what satisfied it, or why it failed.
package struct ExpressionTrace: Hashable, Sendable {
    /// What a node is needed for.
    package enum Role: Hashable, Sendable {
        /// Its tokens are evidence.
        case evidence
        /// It must be there, and its tokens are not evidence.
        case condition
        /// It must not be there.
        case exclusion
    }

    /// What the node stands for.
    package var content: TraceContent
    /// What it is needed for.
    package var role: Role
    /// Its hits: in an explanation those that made the hits above, else all in the scope.
    package var runs: [TracedRun]
    /// Whether it is as the rule wants it: has a hit in the scope or, of an exclusion, keeps no hit away.
    package var isMet: Bool
    /// What was seen beyond its own words.
    package var finding: TraceFinding?
    /// Its sides, or the items of its list that have hits.
    package var children: [ExpressionTrace]
    /// How much of it was found.
    package var nearness: Nearness

    /// The nodes at which an unmet expression fails: of an `or` those under its nearest part only, or the `or` itself
    /// where nothing of any part was found.
    package var failures: [ExpressionTrace] {
        guard !isMet else { return [] }
        switch content {
        case .expression(let expression):
            let unmet = children.filter { !$0.isMet }
            switch expression.form {
            case .or:
                // Where nothing of any part was found, no part is the one that failed.
                let nearest = children.max { $0.nearness < $1.nearness }
                return nearest.map { $0.nearness.found > 0 ? $0.failures : [self] } ?? [self]
            case .term:
                return [self]
            case .atLeast, .and, .andNot, .proximity, .containment:
                // An exclusion is told by the node above it, which knows what it was kept from.
                let missing = unmet.filter { $0.role != .exclusion }
                return missing.isEmpty ? [self] : missing.flatMap(\.failures)
            }
        case .item:
            return [self]
        }
    }
}

/// How near a part of a rule came to a hit: first by the share of its terms that were found, then by distance.
///
/// Each term is one, and so is each part that must be absent and keeps a hit away. Of an `or` the nearest part counts, and of `at least K`
/// the K nearest. The distance is by how many tokens two sides stand too far apart, and how many tokens away from the
/// scope the nearest word of a missing term stands: as many as the transcript has, where there is none.
package struct Nearness: Hashable, Sendable, Comparable {
    /// How many terms were found.
    package var found: Int
    /// How many there are.
    package var all: Int
    /// By how many tokens it misses; 0 where everything is met.
    package var distance: Int

    /// The share of the terms that were found, from 0 to 1.
    package var share: Double { all == 0 ? 0 : Double(found) / Double(all) }

    /// Orders the further before the nearer.
    package static func < (left: Nearness, right: Nearness) -> Bool {
        left.found * right.all != right.found * left.all
            ? left.found * right.all < right.found * left.all : left.distance > right.distance
    }

    /// Both together.
    static func + (left: Nearness, right: Nearness) -> Nearness {
        Nearness(
            found: left.found + right.found, all: left.all + right.all, distance: left.distance + right.distance)
    }
}
