/// The random numbers of one session: SplitMix64, so that they are the same on every machine and version.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Draws are made with
/// integers only and by this type's own methods: the standard library does not promise how it draws.
package struct SplitMix64: Sendable {
    private var state: UInt64

    /// The numbers of the item `index` (from 0) under a seed; neighbouring items have unrelated numbers.
    package init(seed: UInt64, index: Int) {
        var first = SplitMix64(state: seed)
        var second = SplitMix64(state: first.next() ^ UInt64(bitPattern: Int64(index)))
        state = second.next()
    }

    private init(state: UInt64) { self.state = state }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number from 0 up to, not including, `bound`; 0 where `bound` is not positive.
    ///
    /// The high half of a product (Lemire 2019, "Fast random integer generation in an interval", without its rejection:
    /// for the bounds used here the bias is below 2^-50).
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// Whether an event of the probability `perMille`/1000 happens.
    package mutating func happens(perMille: Int) -> Bool { below(1000) < perMille }

    /// One of the elements; `nil` of none.
    package mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// One of the values, by their weights; the first where no weight is positive.
    mutating func choice<Value>(_ first: Value, of weighted: [(value: Value, weight: Int)]) -> Value {
        var rest = below(weighted.reduce(0) { $0 + $1.weight })
        for (value, weight) in weighted {
            if rest < weight { return value }
            rest -= weight
        }
        return first
    }

    /// Puts the elements in a random order (Fisher and Yates, from the end).
    package mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, below(last + 1)) }
    }
}
