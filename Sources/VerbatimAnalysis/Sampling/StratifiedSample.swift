/// A stratified simple random sample: from each stratum so many units, each with the same chance.
///
/// ```swift
/// let frame = SamplingFrame(segments.map { ($0.id, ReviewStratum($0.isCoded ? .coded : .uncoded)) })
/// let sample = StratifiedSample(frame, size: .neyman(200), seed: 7)
/// ```
///
/// The same frame and seed give the same sample, in whatever order the units are given. A stratum's draw does not
/// depend on the other strata, and a larger sample of it contains a smaller one: reviewing can go on where it stopped.
package struct StratifiedSample: Hashable, Sendable {
    /// A unit that was drawn.
    package struct Unit: Hashable, Sendable {
        /// The unit's identifier.
        package let id: String
        /// The place of its stratum in ``StratifiedSample/strata``.
        package let stratum: Int
        /// Whether an earlier draw gave it: it need not be read again.
        package let isEarlier: Bool
    }

    /// A stratum that was drawn from.
    package struct Stratum: Hashable, Sendable {
        /// What its units have in common.
        package let stratum: ReviewStratum
        /// How many units it has: N.
        package let members: Int
        /// How many of them are drawn, by earlier draws and this one: n.
        package let drawn: Int

        /// The chance of each of its units to be drawn: n/N, 0 for a stratum without units.
        package var inclusionProbability: Double { members == 0 ? 0 : Double(drawn) / Double(members) }

        /// For how many units each that is drawn stands: N/n; `nil` where none is drawn.
        package var weight: Double? { drawn == 0 ? nil : Double(members) / Double(drawn) }
    }

    /// The strata, in ascending order.
    package let strata: [Stratum]
    /// The units drawn, stratum by stratum: first those of earlier draws, then this one's in the order drawn.
    package let units: [Unit]
    /// The seed of the draw.
    package let seed: UInt64

    /// A sample of a frame.
    ///
    /// - Parameters:
    ///   - frame: All units.
    ///   - size: How many of each stratum, those of earlier draws among them.
    ///   - fewest: The least size of a stratum that has as many units, for sizes that are divided by a rule.
    ///   - seed: The seed. Draws for different codes should have different seeds.
    /// - Complexity: O(units of the frame).
    package init(_ frame: SamplingFrame, size: SampleSize, fewest: Int = 10, seed: UInt64) {
        let sizes = size.sizes(frame.expected, fewest: fewest)
        var strata: [Stratum] = []
        var units: [Unit] = []
        for (place, (stratum, size)) in zip(frame.strata, sizes).enumerated() {
            var random = SplitMix64(seed: seed ^ Self.hash(stratum.stratum.name))
            var order = stratum.units
            random.shuffle(&order)
            let earlier = Set(stratum.drawn.map { Array($0.utf8) })
            let fresh = order.lazy.filter { !earlier.contains(Array($0.utf8)) }.prefix(size - stratum.drawn.count)
            units += stratum.drawn.map { Unit(id: $0, stratum: place, isEarlier: true) }
            units += fresh.map { Unit(id: $0, stratum: place, isEarlier: false) }
            strata.append(Stratum(stratum: stratum.stratum, members: stratum.units.count, drawn: size))
        }
        self.strata = strata
        self.units = units
        self.seed = seed
    }

    /// The chance that a unit of this sample had to be drawn.
    package func inclusionProbability(of unit: Unit) -> Double {
        strata.indices.contains(unit.stratum) ? strata[unit.stratum].inclusionProbability : 0
    }

    /// FNV-1a of a stratum's name (Fowler, Noll and Vo), so that every stratum has a stream of its own.
    private static func hash(_ name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
