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

    /// Adds all numbers of a set of the same capacity, and tells how many of them are new.
    /// - Complexity: O(capacity / 64).
    mutating func formUnion(_ other: BitSet) -> Int {
        var new = 0
        for index in words.indices where index < other.words.count {
            new += (other.words[index] & ~words[index]).nonzeroBitCount
            words[index] |= other.words[index]
        }
        return new
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
