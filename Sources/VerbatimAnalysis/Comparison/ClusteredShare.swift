/// A share among respondents of whom several spoke in one transcript, with intervals that know it.
///
/// An interview is a cluster of one. Sources: W. G. Cochran, Sampling Techniques (1977), section 9A; E. L. Korn and B. I.
/// Graubard, Survey Methodology 24 (1998); for the intraclass correlation A. Donner, International Statistical Review 54
/// (1986).
package struct ClusteredShare: Hashable, Sendable {
    /// The respondents of each transcript, those without any left out.
    private let sizes: [Double]
    /// How many of them have the code.
    private let counts: [Double]

    /// The intraclass correlation that is assumed where all transcripts have the same share, and nothing tells.
    package static let assumedCorrelation = 0.1

    /// The share over transcripts: of each how many respondents it has, and how many of these have the code.
    package init(_ transcripts: [(respondents: Int, withCode: Int)]) {
        let used = transcripts.filter { $0.respondents > 0 }
        sizes = used.map { Double($0.respondents) }
        counts = used.map { Double(min(max(0, $0.withCode), $0.respondents)) }
    }

    /// How many transcripts have respondents.
    package var clusters: Int { sizes.count }

    /// How many respondents there are.
    package var respondents: Double { sizes.reduce(0, +) }

    /// The share of respondents with the code.
    package var share: Estimate<Double> { .ratio(counts.reduce(0, +), respondents, orElse: .noUnits) }

    /// The standard error of the share between transcripts: √(C/(C − 1) Σ (y − m p)²) / n.
    package var standardError: Estimate<Double> { variance.map { $0.squareRoot() } }

    /// The square of ``standardError``.
    package var variance: Estimate<Double> {
        share.flatMap { p in
            guard clusters > 1 else { return .undefined(.singleCluster) }
            let c = Double(clusters)
            let squares = zip(counts, sizes).reduce(0) { $0 + ($1.0 - $1.1 * p) * ($1.0 - $1.1 * p) }
            return .value(c / (c - 1) * squares / (respondents * respondents))
        }
    }

    /// How much more respondents of one transcript resemble each other than those of different ones (analysis of variance).
    ///
    /// (MSB − MSW)/(MSB + (m₀ − 1) MSW); may be below zero. Undefined where no transcript has two respondents, and where all
    /// respondents are alike (`noVariation`).
    package var intraclassCorrelation: Estimate<Double> {
        share.flatMap { p in
            guard clusters > 1 else { return .undefined(.singleCluster) }
            let within = respondents - Double(clusters)
            guard within > 0 else { return .undefined(.noVariation) }
            let between = zip(counts, sizes).reduce(0) { $0 + $1.1 * ($1.0 / $1.1 - p) * ($1.0 / $1.1 - p) }
            let meanBetween = between / Double(clusters - 1)
            let meanWithin = zip(counts, sizes).reduce(0) { $0 + $1.0 * (1 - $1.0 / $1.1) } / within
            return .ratio(
                meanBetween - meanWithin, meanBetween + (averageSize - 1) * meanWithin, orElse: .noVariation)
        }
    }

    /// m₀ = (n − Σm²/n)/(k − 1): the size of transcripts for the analysis of variance.
    package var averageSize: Double {
        (respondents - sizes.reduce(0) { $0 + $1 * $1 } / respondents) / Double(max(1, clusters - 1))
    }

    /// m* = Σm²/Σm: the size of the transcript of a respondent, on average.
    package var weightedSize: Double { sizes.reduce(0) { $0 + $1 * $1 } / respondents }

    /// Kish's design effect 1 + (m* − 1) ICC, with an ICC below zero taken for zero.
    ///
    /// Source: L. Kish, Survey Sampling (1965).
    package var designEffect: Estimate<Double> {
        intraclassCorrelation.map { 1 + (weightedSize - 1) * max(0, $0) }
    }

    /// How many independent respondents tell as much: p(1 − p)/V.
    ///
    /// Where transcripts do not differ at all the data are silent on it; then it is n over the design effect for
    /// ``assumedCorrelation``, and ``assumesCorrelation`` is true.
    package var effectiveSize: Estimate<Double> {
        share.flatMap { p in
            variance.map { variance in
                variance > 0
                    ? p * (1 - p) / variance
                    : respondents / (1 + (weightedSize - 1) * Self.assumedCorrelation)
            }
        }
    }

    /// Whether ``effectiveSize`` rests on ``assumedCorrelation``: to be said beside the interval.
    package var assumesCorrelation: Bool { variance.value == 0 }

    /// Wilson's interval on ``effectiveSize``, with Student's t on C − 1 degrees of freedom for the normal quantile.
    package var wilsonInterval: Estimate<ConfidenceInterval> {
        share.flatMap { p in
            effectiveSize.flatMap { size in
                .wilson(share: p, size: size, critical: criticalValue(clusters - 1))
            }
        }
    }

    /// Korn and Graubard's interval: Clopper and Pearson's on ``effectiveSize`` · (t(n − 1)/t(C − 1))².
    package var kornGraubardInterval: Estimate<ConfidenceInterval> {
        share.flatMap { p in
            effectiveSize.flatMap { size in
                let quotient = criticalValue(Int(respondents) - 1) / criticalValue(clusters - 1)
                let adjusted = size * quotient * quotient
                return .clopperPearson(p * adjusted, of: adjusted)
            }
        }
    }

    private func criticalValue(_ degrees: Int) -> Double {
        StudentDistribution(degrees: Double(max(1, degrees))).quantile(0.975)
    }

    /// How many equally weighted respondents tell as much as these weights: (Σw)²/Σw² (Kish 1965).
    package static func kishEffectiveSize(weights: [Double]) -> Estimate<Double> {
        let sum = weights.reduce(0, +)
        return .ratio(sum * sum, weights.reduce(0) { $0 + $1 * $1 }, orElse: .noUnits)
    }
}

extension Estimate where Value == ConfidenceInterval {
    /// See ``ConfidenceInterval/wilson(share:size:critical:)``.
    fileprivate static func wilson(share: Double, size: Double, critical: Double) -> Self {
        ConfidenceInterval.wilson(share: share, size: size, critical: critical)
    }

    /// See ``ConfidenceInterval/clopperPearson(_:of:level:)``.
    fileprivate static func clopperPearson(_ count: Double, of total: Double) -> Self {
        ConfidenceInterval.clopperPearson(count, of: total)
    }
}
