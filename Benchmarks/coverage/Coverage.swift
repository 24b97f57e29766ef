import VerbatimAnalysis

/// How often the intervals of one method held the truth, and how wide they were.
struct Coverage: Sendable {
    /// The methods that are compared.
    enum Method: Int, CaseIterable, Sendable {
        /// The share of respondents in whom the rules find the theme, Wilson, for these respondents.
        case naive
        /// ``CorrectedShare``, for these respondents.
        case corrected
        /// The corrected share ± 1.96 standard errors, for these respondents.
        case wald
        /// The first one for the population.
        case naivePopulation
        /// ``ClusteredCorrection``, for the population.
        case clustered

        /// The method and its target in words.
        var name: String {
            switch self {
            case .naive: "rules alone, Wilson              T1"
            case .corrected: "corrected, MOVER-Wilson + FPC    T1"
            case .wald: "corrected, +- 1.96 SE + FPC      T1"
            case .naivePopulation: "rules alone, Wilson              T2"
            case .clustered: "corrected, clusters, Wilson-t    T2"
            }
        }
    }

    /// How many intervals there were.
    private(set) var intervals = 0
    private var held = 0
    private var widths = 0.0

    /// The share of intervals that held the truth.
    var share: Double { intervals == 0 ? 0 : Double(held) / Double(intervals) }

    /// The mean width.
    var width: Double { intervals == 0 ? 0 : widths / Double(intervals) }

    /// Counts one interval; a method that gives none has not held the truth.
    mutating func add(_ estimate: Estimate<IntervalEstimate>, truth: Double) {
        intervals += 1
        guard let interval = estimate.value?.interval else { return }
        // The ends are sums of floating-point numbers: the truth on an end counts as held.
        if interval.low <= truth + 1e-12 && truth <= interval.high + 1e-12 { held += 1 }
        widths += interval.width
    }

    /// The coverage of each method in one setting, in the order of ``Method``.
    static func simulate(_ setting: Setting, populations: Int, seed: UInt64) -> [Coverage] {
        var random = SplitMix64(seed: seed)
        var results = [Coverage](repeating: Coverage(), count: Method.allCases.count)
        for _ in 0..<populations {
            let population = Population(setting, &random)
            let naive = IntervalEstimate.share(population.coded, of: population.truth.count)
            let correction = ClusteredCorrection(population.units)
            results[Method.naive.rawValue].add(naive, truth: population.share)
            let corrected = correction.postStrata.correctedShare
            results[Method.corrected.rawValue].add(corrected.share, truth: population.share)
            let wald = corrected.standardError.flatMap { error in
                corrected.share.map { IntervalEstimate($0.value, .wald($0.value, standardError: error)) }
            }
            results[Method.wald.rawValue].add(wald, truth: population.share)
            results[Method.naivePopulation.rawValue].add(naive, truth: setting.prevalence)
            results[Method.clustered.rawValue].add(correction.share, truth: setting.prevalence)
        }
        return results
    }
}
