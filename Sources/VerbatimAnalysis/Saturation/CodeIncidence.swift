/// Which codes each transcript has, transcripts in the order in which they were held.
///
/// A focus group is one transcript. This tells about *code* saturation, whether further transcripts bring further codes;
/// not whether everything that can be said about a code was said (M. Hennink, B. Kaiser and V. Marconi, Qualitative Health
/// Research 27 (2017)).
package struct CodeIncidence: Hashable, Sendable {
    /// For each transcript its codes, by any number.
    package let transcripts: [Set<Int>]

    /// The codes of each transcript.
    package init(_ transcripts: [Set<Int>]) {
        self.transcripts = transcripts
    }

    /// For each transcript, how many codes it has that none before it had.
    package var newCodes: [Int] {
        var seen: Set<Int> = []
        return transcripts.map { codes in
            let before = seen.count
            seen.formUnion(codes)
            return seen.count - before
        }
    }

    /// For each transcript, how many codes it and those before it have.
    package var accumulated: [Int] {
        var sum = 0
        return newCodes.map { new in
            sum += new
            return sum
        }
    }

    /// How many transcripts have each code that any has, in ascending order.
    package var frequencies: [Int] {
        var counts: [Int: Int] = [:]
        for code in transcripts.joined() { counts[code, default: 0] += 1 }
        return counts.values.sorted()
    }

    /// How many codes any transcript has.
    package var observedCodes: Int { frequencies.count }

    /// How many codes are in so many transcripts: Q₁ for those in a single one, Q₂ for those in two.
    package func codes(inExactly transcripts: Int) -> Int { frequencies.count { $0 == transcripts } }

    /// How many codes t transcripts have on average over all ways to choose them, for t from 1 to all of them.
    ///
    /// S − Σ C(N − nₖ, t)/C(N, t): the accumulation curve without the accident of order. Source: R. K. Colwell and others,
    /// Journal of Plant Ecology 5 (2012), equation 4.
    ///
    /// - Complexity: O(codes x transcripts).
    package var rarefaction: [Double] {
        let total = transcripts.count
        let frequencies = frequencies
        // The probability of each code to be missed by t transcripts, made from that for t − 1.
        var missed = Array(repeating: 1.0, count: frequencies.count)
        return (0..<total).map { drawn in
            for (code, frequency) in frequencies.enumerated() {
                missed[code] *= Double(max(0, total - frequency - drawn)) / Double(total - drawn)
            }
            return Double(frequencies.count) - missed.reduce(0, +)
        }
    }
}
