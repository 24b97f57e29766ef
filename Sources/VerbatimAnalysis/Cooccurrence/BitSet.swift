/// A set of whole numbers from 0 up, a bit for each: to count what two large sets share in no time.
struct BitSet: Hashable, Sendable {
    private var words: [UInt64]

    /// The empty set of numbers below `capacity`.
    init(capacity: Int) {
        words = Array(repeating: 0, count: (max(0, capacity) + 63) / 64)
    }

    /// Adds a number below the capacity.
    mutating func insert(_ number: Int) {
        words[number >> 6] |= 1 << UInt64(number & 63)
    }

    /// Whether it holds a number below the capacity.
    func contains(_ number: Int) -> Bool { words[number >> 6] & (1 << UInt64(number & 63)) != 0 }

    /// How many numbers it holds.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// How many numbers two sets of the same capacity share.
    /// - Complexity: O(capacity / 64).
    func sharedCount(with other: BitSet) -> Int {
        words.withUnsafeBufferPointer { own in
            other.words.withUnsafeBufferPointer { other in
                var count = 0
                for index in 0..<min(own.count, other.count) { count += (own[index] & other[index]).nonzeroBitCount }
                return count
            }
        }
    }
}
