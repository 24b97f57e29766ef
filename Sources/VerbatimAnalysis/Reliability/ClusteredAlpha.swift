/// Krippendorff's alpha with an interval that knows that units of one transcript resemble one another.
///
/// Transcripts are drawn, not units: the interval says what other transcripts of this kind would have shown.
package struct ClusteredAlpha: Hashable, Sendable {
    /// How the bootstrap draws.
    package struct Bootstrap: Hashable, Sendable {
        /// How many times the transcripts are drawn anew.
        package var replicates: Int
        /// The seed of the draws, so that the same data give the same interval.
        package var seed: UInt64
        /// How many threads share the work; the result does not depend on it.
        package var threads: Int

        /// 2,000 replicates from the seed 42 in one thread, unless said otherwise.
        package init(replicates: Int = 2_000, seed: UInt64 = 42, threads: Int = 1) {
            self.replicates = replicates
            self.seed = seed
            self.threads = threads
        }
    }

    /// The interval that a bootstrap gives.
    package struct BootstrapInterval: Hashable, Sendable {
        /// From the 2.5 % to the 97.5 % quantile (type 7) of the replicates.
        package let interval: ConfidenceInterval
        /// How many replicates had no alpha, because all values drawn were equal, and were left out.
        package let skipped: Int
    }

    /// For each stratum the matrices of its transcripts, those without a pair of values left out.
    private let strata: [[CoincidenceMatrix]]
    private let level: MeasurementLevel
    private let obstacle: UndefinedReason?

    /// The units of a study, by the transcript they are from.
    ///
    /// - Parameters:
    ///   - units: The values, unit by unit.
    ///   - clusters: For each unit the number of its transcript, from 0.
    ///   - strata: For each transcript the number of its stratum (mode by country), from 0; transcripts are drawn within
    ///     it. Empty: one stratum. Strata with a single transcript, which could only be drawn as they are, are taken
    ///     together (W. G. Cochran, Sampling Techniques (1977), section 5A.12).
    ///   - level: How far apart values are.
    ///   - scale: What the categories stand for; see ``CoincidenceMatrix``.
    package init(
        _ units: UnitCounts, clusters: [Int], strata: [Int] = [], level: MeasurementLevel = .nominal,
        scale: [Double]? = nil
    ) {
        let none = CoincidenceMatrix(categories: units.categories, scale: scale)
        var matrices = Array(repeating: none, count: (clusters.max() ?? -1) + 1)
        for (row, cluster) in zip(units.counts, clusters) where cluster >= 0 { matrices[cluster].add(row) }
        var groups: [Int: [CoincidenceMatrix]] = [:]
        for (cluster, matrix) in matrices.enumerated() where matrix != none {
            groups[cluster < strata.count ? strata[cluster] : 0, default: []].append(matrix)
        }
        self.strata = Self.collapsed(groups.sorted { $0.key < $1.key }.map(\.value))
        self.level = level
        obstacle = units.obstacle
    }

    /// How many transcripts have a unit that two coders gave a value to.
    package var clusters: Int { strata.reduce(0) { $0 + $1.count } }

    /// Alpha of all units.
    package var alpha: Estimate<Double> {
        obstacle.map { .undefined($0) } ?? strata.joined().reduce(nil, Self.sum)?.alpha(level)
            ?? .undefined(.noPairableUnits)
    }

    /// The percentile interval of alpha over transcripts drawn with replacement, within each stratum.
    ///
    /// Alpha is computed from scratch in each replicate, its expected disagreement too. Source: B. Efron and R. Tibshirani,
    /// An Introduction to the Bootstrap (1993); that whole clusters are to be drawn: A. C. Davison and D. V. Hinkley,
    /// Bootstrap Methods and their Application (1997), section 3.8.
    ///
    /// - Returns: The interval; undefined where alpha is, and for a single transcript.
    /// - Complexity: O(replicates x transcripts x categories²).
    package func bootstrap(_ options: Bootstrap = Bootstrap()) -> Estimate<BootstrapInterval> {
        if let reason = alpha.reason { return .undefined(reason) }
        let draws = clusters
        guard draws > 1 else { return .undefined(.singleCluster) }
        let cells = FlatMatrices(strata)
        let alphas = Replicates.map(options.replicates, threads: options.threads) { replicate -> Double? in
            var random = SplitMix64(seed: options.seed, skipping: replicate * draws)
            return cells.drawn(&random)?.alpha(level).value
        }
        let sorted = alphas.compactMap(\.self).sorted()
        guard let low = SampleQuantile.type7(0.025, ofSorted: sorted),
            let high = SampleQuantile.type7(0.975, ofSorted: sorted)
        else { return .undefined(.noVariation) }
        return .value(
            BootstrapInterval(
                interval: ConfidenceInterval(low: low, high: high), skipped: alphas.count - sorted.count))
    }

    /// The standard error of alpha by leaving out one transcript at a time; nothing is drawn.
    ///
    /// √((C − 1)/C Σ (αᵢ − ᾱ)²). Source: Efron and Tibshirani (1993), chapter 11. Where leaving out one transcript leaves
    /// no variation, there is no such error.
    ///
    /// - Complexity: O(transcripts x categories²).
    package func jackknifeStandardError() -> Estimate<Double> {
        if let reason = alpha.reason { return .undefined(reason) }
        let matrices = Array(strata.joined())
        guard matrices.count > 1 else { return .undefined(.singleCluster) }
        // The sums of the transcripts before and behind each: adding alone, unlike taking away, leaves zeros exact.
        var before: [CoincidenceMatrix?] = [nil]
        for matrix in matrices { before.append(Self.sum(before.last.flatMap(\.self), matrix)) }
        var behind: CoincidenceMatrix?
        var alphas: [Double] = []
        for left in matrices.indices.reversed() {
            let others = behind.map { Self.sum(before[left], $0) } ?? before[left]
            guard let alpha = others?.alpha(level).value else { return .undefined(.noVariation) }
            alphas.append(alpha)
            behind = Self.sum(behind, matrices[left])
        }
        let mean = alphas.reduce(0, +) / Double(alphas.count)
        let squares = alphas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return .value((squares * Double(alphas.count - 1) / Double(alphas.count)).squareRoot())
    }

    /// The strata with those of a single transcript taken together; where that is one again, with the smallest other.
    private static func collapsed(_ strata: [[CoincidenceMatrix]]) -> [[CoincidenceMatrix]] {
        var collapsed = strata.filter { $0.count > 1 }
        let single = strata.filter { $0.count == 1 }.flatMap(\.self)
        guard !single.isEmpty else { return collapsed }
        let smallest = collapsed.indices.min { (collapsed[$0].count, $0) < (collapsed[$1].count, $1) }
        if single.count == 1, let smallest {
            collapsed[smallest] += single
        } else {
            collapsed.append(single)
        }
        return collapsed
    }

    private static func sum(_ total: CoincidenceMatrix?, _ matrix: CoincidenceMatrix) -> CoincidenceMatrix {
        guard var total else { return matrix }
        total.add(matrix)
        return total
    }
}

/// The matrices of all transcripts one behind the other, so that a draw reads a few numbers and follows no pointer.
private struct FlatMatrices: Sendable {
    private let cells: [Double]
    private let strata: [Range<Int>]
    /// A matrix of no units with the categories of all.
    private let empty: CoincidenceMatrix?

    init(_ strata: [[CoincidenceMatrix]]) {
        cells = strata.joined().flatMap(\.cells)
        var start = 0
        self.strata = strata.map { stratum in
            defer { start += stratum.count }
            return start..<(start + stratum.count)
        }
        empty = strata.joined().first.map { CoincidenceMatrix(categories: $0.scale.count, scale: $0.scale) }
    }

    /// The sum of as many matrices as there are, each drawn from its stratum.
    func drawn(_ random: inout SplitMix64) -> CoincidenceMatrix? {
        guard let empty else { return nil }
        let size = empty.cells.count
        var sums = empty.cells
        sums.withUnsafeMutableBufferPointer { sums in
            cells.withUnsafeBufferPointer { cells in
                for stratum in strata {
                    for _ in stratum {
                        let first = (stratum.lowerBound + random.index(below: stratum.count)) * size
                        for cell in 0..<size { sums[cell] += cells[first + cell] }
                    }
                }
            }
        }
        return CoincidenceMatrix(cells: sums, scale: empty.scale)
    }
}
