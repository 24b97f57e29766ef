/// How often each two codes share a unit.
package struct CooccurrenceMatrix: Hashable, Sendable {
    /// How many codes there are.
    package let codes: Int
    /// How many units there are, those without any code too.
    package let units: Int
    /// For each code the number of units with it.
    package let occurrences: [Int]
    /// For each two codes, the first before the second, the number of units with both, row by row.
    private let shared: [Int]

    /// The matrix of marks, each a code found in a unit, both numbered from 0; marks outside count nowhere.
    ///
    /// Any unit will do: respondents, turns, sentences, groups of overlapping segments.
    ///
    /// - Complexity: O(marks + codes² x units / 64).
    package init(codes: Int, units: Int, marks: some Sequence<(code: Int, unit: Int)>) {
        let (codes, units) = (max(0, codes), max(0, units))
        var sets = Array(repeating: BitSet(capacity: units), count: codes)
        for mark in marks where (0..<codes).contains(mark.code) && (0..<units).contains(mark.unit) {
            sets[mark.code].insert(mark.unit)
        }
        self.codes = codes
        self.units = units
        occurrences = sets.map(\.count)
        var shared: [Int] = []
        shared.reserveCapacity(codes * max(0, codes - 1) / 2)
        for first in sets.indices {
            for second in sets.indices.dropFirst(first + 1) {
                shared.append(sets[first].sharedCount(with: sets[second]))
            }
        }
        self.shared = shared
    }

    /// The counts of two codes, by their numbers; of a code and itself, its own number of units.
    package subscript(first: Int, second: Int) -> CooccurrenceCounts {
        var both = occurrences[first]
        if first != second {
            let (low, high) = (min(first, second), max(first, second))
            // The rows above hold codes − 1, codes − 2, ... pairs.
            both = shared[low * (2 * codes - low - 1) / 2 + high - low - 1]
        }
        return CooccurrenceCounts(
            both: both, first: occurrences[first], second: occurrences[second], total: units)
    }

    /// Every two codes once, in order.
    package var pairs: [(first: Int, second: Int, counts: CooccurrenceCounts)] {
        (0..<codes).flatMap { first in
            ((first + 1)..<max(first + 1, codes)).map { (first, $0, self[first, $0]) }
        }
    }
}
