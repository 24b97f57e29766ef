/// A random stream that is the same on every machine, and in which any place can be jumped to.
///
/// So the draws of a replicate do not depend on which thread makes it: replicate b begins where the draws of the b
/// replicates before it end.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64
    private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The stream of a seed, from its draw number `skipped` on, counted from 0.
    package init(seed: UInt64, skipping skipped: Int = 0) {
        state = seed &+ UInt64(bitPattern: Int64(skipped)) &* Self.step
    }

    /// The next 64 random bits.
    package mutating func next() -> UInt64 {
        state &+= Self.step
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A whole number from 0 up to and without `bound`, by one draw: ⌊u · bound⌋ with u the upper 53 bits.
    package mutating func index(below bound: Int) -> Int {
        Int(Double(next() >> 11) * 0x1p-53 * Double(bound))
    }

    /// Shuffles in place (Fisher and Yates), by one draw less than there are elements.
    package mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, index(below: last + 1)) }
    }
}
