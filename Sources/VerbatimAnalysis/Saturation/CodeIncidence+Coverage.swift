extension CodeIncidence {
    /// The share of what respondents would mention that belongs to codes already seen.
    ///
    /// 1 − (Q₁/U)·(m − 1)Q₁/((m − 1)Q₁ + 2Q₂), U the sum of ``frequencies``. Source: A. Chao and L. Jost, Ecology 93 (2012).
    package var coverage: Estimate<Double> {
        let mentions = frequencies.reduce(0, +)
        guard mentions > 0 else { return .undefined(.noUnits) }
        let once = Double(codes(inExactly: 1))
        guard once > 0 else { return .value(1) }
        let weighted = Double(transcripts.count - 1) * once
        let share = Estimate.ratio(
            weighted, weighted + 2 * Double(codes(inExactly: 2)), orElse: UndefinedReason.singleCluster)
        return share.map { 1 - once / Double(mentions) * $0 }
    }

    /// The same by Turing's simpler formula, 1 − Q₁/U.
    ///
    /// Source: I. J. Good, Biometrika 40 (1953).
    package var turingCoverage: Estimate<Double> {
        Estimate.ratio(codes(inExactly: 1), frequencies.reduce(0, +), orElse: .noUnits).map { 1 - $0 }
    }

    /// How many codes there would be after `further` transcripts more.
    ///
    /// S + Q₀[1 − (1 − Q₁/(mQ₀ + Q₁))^t], Q₀ the unseen codes of ``RichnessEstimate/chao2(_:form:)``. Source: Colwell and
    /// others (2012), equation 9. Beyond twice the transcripts at hand it is a guess.
    package func extrapolated(by further: Int, form: RichnessEstimate.Form? = nil) -> Estimate<Double> {
        RichnessEstimate.chao2(self, form: form).map { richness in
            guard richness.unseen > 0 else { return richness.estimate }
            let once = Double(codes(inExactly: 1))
            let missed = 1 - once / (Double(transcripts.count) * richness.unseen + once)
            let stillMissed = Elementary.exp(Double(max(0, further)) * Elementary.log(missed))
            return Double(richness.observed) + richness.unseen * (1 - stillMissed)
        }
    }

    /// Good's coverage of counts: 1 − f₁/n, the share of mentions of codes that were given more than once.
    package static func goodCoverage(_ abundances: [Int]) -> Estimate<Double> {
        Estimate.ratio(abundances.count { $0 == 1 }, abundances.reduce(0, +), orElse: .noUnits).map { 1 - $0 }
    }
}
