/// The variance of a share of which two things are uncertain: who was interviewed, and what nobody has read.
enum TwoPhaseVariance {
    /// V = max(V_c − V₂, p(1 − p)/N) + max(V₂, V₂⁺); see ``ClusteredCorrection``.
    ///
    /// - Parameters:
    ///   - share: The corrected share p.
    ///   - respondents: How many respondents there are, N.
    ///   - between: The variance between transcripts V_c, which has that of the review in it.
    ///   - review: The variance from what was not read, V₂.
    ///   - reviewFloor: The least that this variance may be, V₂⁺.
    /// - Returns: The variance V; undefined without respondents (`noUnits`).
    static func of(
        share: Double, respondents: Int, between: Double, review: Double, reviewFloor: Double
    ) -> Estimate<Double> {
        guard respondents > 0 else { return .undefined(.noUnits) }
        let sampling = max(between - review, share * (1 - share) / Double(respondents))
        return .value(sampling + max(review, reviewFloor))
    }

    /// p(1 − p)/V with p kept off 0 and 1 by half a respondent; at least 3.
    static func effectiveSize(share: Double, respondents: Int, variance: Double) -> Double {
        let half = 1 / (2 * Double(max(1, respondents)))
        let kept = min(max(share, half), 1 - half)
        return variance > 0 ? max(3, kept * (1 - kept) / variance) : Double(max(3, respondents))
    }
}
