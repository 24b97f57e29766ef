/// All units that a sample may be drawn from, by stratum, with those that were read already.
///
/// Units are known by identifiers alone: a segment's or a respondent's. They are compared byte by byte.
package struct SamplingFrame: Hashable, Sendable {
    /// One stratum of the frame.
    package struct Stratum: Hashable, Sendable {
        /// What its units have in common.
        package let stratum: ReviewStratum
        /// The identifiers of all its units, in ascending order of their bytes.
        package let units: [String]
        /// Those of them that an earlier draw from the same frame gave, in the same order.
        package let drawn: [String]
        /// The share with the code that is guessed, for ``SampleSize/neyman(_:)``.
        package let guess: Double

        /// The stratum with its guess, for the formulas.
        package var expected: ExpectedStratum {
            ExpectedStratum(members: units.count, reviewed: drawn.count, share: guess)
        }
    }

    /// The strata, in ascending order.
    package let strata: [Stratum]

    /// The frame of all units, given in any order; a unit that is given twice counts once.
    ///
    /// - Parameters:
    ///   - units: Every unit with its stratum. A unit is in one stratum.
    ///   - drawn: The units that an earlier draw for the same code gave, or a draw for all codes: they count towards
    ///     the sizes. Draws for another code alone are not to be given, since their units had other chances.
    ///   - guesses: Guessed shares with the code. What is not given for a group, is taken from its kind without a
    ///     group, and by default from ``ReviewStratum/Kind/guessedShare``.
    /// - Complexity: O(units x log units).
    package init(
        _ units: [(id: String, stratum: ReviewStratum)], drawn: [String] = [], guesses: [ReviewStratum: Double] = [:]
    ) {
        let earlier = Set(drawn.map(Bytes.init))
        var byStratum: [ReviewStratum: [Bytes]] = [:]
        for unit in units { byStratum[unit.stratum, default: []].append(Bytes(unit.id)) }
        strata = byStratum.sorted { $0.key < $1.key }.map { stratum, units in
            var sorted: [Bytes] = []
            for unit in units.sorted() where unit != sorted.last { sorted.append(unit) }
            return Stratum(
                stratum: stratum, units: sorted.map(\.text), drawn: sorted.filter(earlier.contains).map(\.text),
                guess: guesses[stratum] ?? guesses[ReviewStratum(stratum.kind)] ?? stratum.kind.guessedShare)
        }
    }

    /// The strata as ``SampleSize/sizes(_:fewest:)`` takes them.
    package var expected: [(stratum: ReviewStratum, expected: ExpectedStratum)] {
        strata.map { ($0.stratum, $0.expected) }
    }
}

/// A text that is compared by its bytes: a composed accent is not a decomposed one.
private struct Bytes: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
