import VerbatimModel

/// How often the assertions that were found are those of the labelled sentences.
struct AssertionMeasure: Sendable {
    /// What is counted: each is a way in which a hit is more than affirmed, stated and the speaker's own.
    static let kinds: [AssertionKind] = [.negated, .hedged, .conditional, .question, .reported]

    /// How often one kind was there, was found, and both.
    struct Count: Hashable, Sendable {
        /// Sentences that a careful reader gives this kind.
        var truth = 0
        /// Sentences that were found to be of this kind.
        var found = 0
        /// Sentences that are of this kind, and were found to be.
        var correct = 0

        /// The share of those found that are right; 1 where none was found.
        var precision: Double { found == 0 ? 1 : Double(correct) / Double(found) }
        /// The share of those there are that were found; 1 where there are none.
        var recall: Double { truth == 0 ? 1 : Double(correct) / Double(truth) }
    }

    /// The sentences.
    private(set) var sentences = 0
    /// The sentences in which all three parts of the assertion are right.
    private(set) var right = 0
    /// The counts of each kind.
    private(set) var counts: [AssertionKind: Count] = [:]
    /// The counts of all kinds together.
    var total: Count {
        Self.kinds.reduce(into: Count()) { sum, kind in
            sum.truth += self[kind].truth
            sum.found += self[kind].found
            sum.correct += self[kind].correct
        }
    }

    /// The counts of one kind.
    subscript(kind: AssertionKind) -> Count { counts[kind] ?? Count() }

    /// Counts one sentence.
    mutating func add(truth: Assertion, found: Assertion) {
        sentences += 1
        if truth == found { right += 1 }
        for kind in Self.kinds {
            let isThere = truth.isOf(kind)
            let isFound = found.isOf(kind)
            counts[kind, default: Count()].truth += isThere ? 1 : 0
            counts[kind, default: Count()].found += isFound ? 1 : 0
            counts[kind, default: Count()].correct += isThere && isFound ? 1 : 0
        }
    }
}
