/// A theme's corrected share in the population that the respondents are a probability sample of.
///
/// Two things are uncertain: who was interviewed, and what nobody has read. The respondents of a focus group resemble
/// each other, so transcripts count as what was drawn, an interview being a transcript of one.
///
/// With z_i = ȳ_h + (N_h/n_h)(Y_i − ȳ_h) for those read, ȳ_h for the others, and C transcripts: V_c = C/(C − 1) Σ_c
/// (Σ_{i∈c} (z_i − p))²/N², V₁ = max(V_c − V₂, p(1 − p)/N), V = V₁ + max(V₂, V₂⁺), where V₂ and V₂⁺ are
/// ``ReviewedStrata/variance`` and ``ReviewedStrata/smoothedVariance``. The interval is Wilson's on p(1 − p)/V
/// respondents with Student's t on C − 1 degrees of freedom. Sources: for z, N. Egami and others, "Using imperfect
/// surrogates for downstream inference" (NeurIPS 2023); for the variance of two phases C.-E. Särndal, B. Swensson and
/// J. Wretman, Model Assisted Survey Sampling (1992), chapter 9; for the effective size E. L. Korn and B. I. Graubard,
/// Survey Methodology 24 (1998). The floors hold the coverage where a stratum has no error by luck (simulated in
/// `Benchmarks/coverage`).
package struct ClusteredCorrection: Hashable, Sendable {
    /// The strata that the sample is evaluated in.
    package let postStrata: PostStrata
    /// How many transcripts the respondents are from.
    package let clusters: Int
    /// The sum over a transcript of z − p, squared, over all transcripts.
    private let squaredTotals: Double

    /// The correction from all respondents of a study, read or not.
    ///
    /// - Complexity: O(units).
    package init(_ units: [ReviewedUnit], fewest: Int = PostStrata.fewestJudgements) {
        let postStrata = PostStrata(units, fewest: fewest)
        let strata = postStrata.cells.map(\.counts.expected)
        let share = postStrata.correctedShare.share.value?.value ?? 0
        var totals: [Int: Double] = [:]
        for (unit, cell) in zip(units, postStrata.cellOfUnit) {
            let stratum = strata[cell]
            var value = stratum.share
            if let judgement = unit.judgement {
                let weight = Double(stratum.members) / Double(max(1, stratum.reviewed))
                value += weight * ((judgement ? 1 : 0) - stratum.share)
            }
            totals[unit.transcript, default: 0] += value - share
        }
        self.postStrata = postStrata
        clusters = totals.count
        // In the order of transcripts, so that the sum is the same to the last bit on every run.
        squaredTotals = totals.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    }

    /// The share, the same as among these respondents.
    package var estimate: Estimate<Double> { postStrata.correctedShare.share.map(\.value) }

    /// The variance between transcripts, V_c; undefined for a single transcript (`singleCluster`).
    package var clusterVariance: Estimate<Double> {
        estimate.flatMap { _ in
            guard clusters > 1 else { return .undefined(.singleCluster) }
            let size = Double(postStrata.cellOfUnit.count)
            return .value(Double(clusters) / Double(clusters - 1) * squaredTotals / (size * size))
        }
    }

    /// The variance of the share from both sources, V: what tests between groups take.
    package var variance: Estimate<Double> {
        clusterVariance.flatMap { between in
            let strata = postStrata.correctedShare.strata
            return TwoPhaseVariance.of(
                share: estimate.value ?? 0, respondents: postStrata.cellOfUnit.count, between: between,
                review: strata.variance.value ?? 0, reviewFloor: strata.smoothedVariance.value ?? 0)
        }
    }

    /// How many independent respondents, all read, tell as much.
    package var effectiveSize: Estimate<Double> {
        variance.map {
            TwoPhaseVariance.effectiveSize(
                share: estimate.value ?? 0, respondents: postStrata.cellOfUnit.count, variance: $0)
        }
    }

    /// The corrected share in the population (``InferenceTarget/population``).
    ///
    /// Undefined where the share is, and for a single transcript (`singleCluster`).
    package var share: Estimate<IntervalEstimate> {
        effectiveSize.flatMap { size in
            let share = estimate.value ?? 0
            return ConfidenceInterval.wilson(
                share: share, size: size,
                critical: StudentDistribution(degrees: Double(clusters - 1)).quantile(0.975)
            ).map { IntervalEstimate(share, $0) }
        }
    }
}
