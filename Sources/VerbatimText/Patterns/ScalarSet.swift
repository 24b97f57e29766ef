/// The scalars that one place of a regular expression accepts.
struct ScalarSet: Hashable, Sendable {
    /// Ranges of scalars, in ascending order and apart from each other once ``normalise()`` has run.
    var ranges: [ClosedRange<UInt32>] = []
    /// The kinds of scalars that are accepted as a whole, as bits by ``ScalarKind``.
    var kinds: UInt8 = 0
    /// Whether all other scalars are accepted, and not these.
    var isNegated = false

    /// Every scalar.
    static let any = ScalarSet(isNegated: true)

    /// One scalar.
    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    /// All scalars of some kinds.
    init(_ kinds: [ScalarKind]) {
        self.kinds = kinds.reduce(0) { $0 | 1 << $1.rawValue }
    }

    /// An empty set, or every scalar.
    init(isNegated: Bool = false) {
        self.isNegated = isNegated
    }

    /// Whether every scalar is accepted.
    var isAny: Bool { isNegated && ranges.isEmpty && kinds == 0 }

    /// Adds a range of scalars.
    mutating func insert(_ range: ClosedRange<UInt32>) {
        if let last = ranges.last, last.lowerBound <= range.lowerBound, range.lowerBound <= last.upperBound + 1 {
            ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }

    /// Sorts the ranges and joins those that touch.
    mutating func normalise() {
        let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
        ranges.removeAll()
        for range in sorted { insert(range) }
    }

    /// Whether a scalar of the given kind is accepted.
    /// - Complexity: O(number of ranges).
    func contains(_ scalar: UInt32, kind: ScalarKind) -> Bool {
        (kinds & 1 << kind.rawValue != 0 || ranges.contains { $0.contains(scalar) }) != isNegated
    }
}
