/// A theme's share of these respondents, corrected for the errors of the rules by what people read of a sample.
///
/// ```swift
/// let share = CorrectedShare([
///     ReviewedStratum(members: 126, reviewed: 60, positive: 48),  // the rules found the theme
///     ReviewedStratum(members: 294, reviewed: 60, positive: 3),  // they did not
/// ])
/// share.share  // 0.275, from 0.242 to 0.331
/// ```
///
/// A unit is a respondent: whether anything the respondent said is of the theme. The strata are those that the
/// respondents were drawn from, each divided by whether the rules find the theme now (``PostStrata`` makes them).
///
/// The estimator Σ (N_h/N)(y_h/n_h) is that of double sampling (A. Tenenbein, JASA 65 (1970)); the regression
/// estimator, the tuned estimator of Angelopoulos, Duchi and Zrnic ("PPI++", 2023), that of Rogan and Gladen (1978)
/// with weighted error rates, and design-based supervised learning (Egami and others, 2023) with stratum means all give
/// the same number. The interval is ``ReviewedStrata/share(_:)`` with Wilson's limits for finite strata: in no setting
/// of the simulation in `Benchmarks/coverage` does it cover less than 93 %, where ± 1.96 standard errors fall to 66 %.
package struct CorrectedShare: Hashable, Sendable {
    /// The strata, those without respondents left out.
    package let strata: ReviewedStrata

    /// The share from the strata of a sample.
    package init(_ strata: [ReviewedStratum]) {
        self.strata = ReviewedStrata(strata)
    }

    /// The corrected share among these respondents (``InferenceTarget/respondents``).
    ///
    /// Undefined without respondents (`noUnits`), where nobody was read (`notReviewed`), and where nobody of one
    /// stratum was (`emptyStratum`). Where everybody was read, the interval has no width.
    package var share: Estimate<IntervalEstimate> { strata.share(.wilson) }

    /// The same as a number of respondents.
    package var count: Estimate<IntervalEstimate> { strata.members == 0 ? .undefined(.noUnits) : strata.total(.wilson) }

    /// The textbook standard error, to be reported only: the interval is not built on it.
    package var standardError: Estimate<Double> { strata.variance.map { $0.squareRoot() } }
}
