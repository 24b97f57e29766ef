/// How many codes there are at least, those that nobody has mentioned yet among them.
///
/// A lower bound: say "at least". Source: A. Chao, Scandinavian Journal of Statistics 11 (1984) for abundances (Chao1),
/// Biometrics 43 (1987) for incidences (Chao2).
package struct RichnessEstimate: Hashable, Sendable {
    /// Which of Chao's formulas is used, with A = (m − 1)/m for m transcripts, and 1 for abundances.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        /// S + A Q₁²/(2Q₂); needs codes that occur twice.
        case classic
        /// S + A Q₁(Q₁ − 1)/(2(Q₂ + 1)); always finite.
        case biasCorrected = "bias-corrected"
    }

    /// The formula.
    package let form: Form
    /// S: how many codes were seen.
    package let observed: Int
    /// How many there are at least.
    package let estimate: Double
    /// The variance of the estimate; undefined (`noVariation`) where no code occurs only once.
    package let variance: Estimate<Double>
    /// The 95 % interval of the estimate, log-normal above ``observed``; undefined where the variance is.
    package let interval: Estimate<ConfidenceInterval>

    /// How many codes are unseen at least.
    package var unseen: Double { estimate - Double(observed) }

    /// Chao2, from codes in a single transcript and in two.
    ///
    /// - Parameters:
    ///   - incidence: The codes of each transcript.
    ///   - form: The formula; without one the classic where at least three codes are in exactly two transcripts, else the
    ///     bias-corrected.
    /// - Returns: The estimate; undefined where there is no code or no transcript (`noUnits`), and in the classic form
    ///   where no code is in exactly two transcripts (`emptyCell`).
    package static func chao2(_ incidence: CodeIncidence, form: Form? = nil) -> Estimate<RichnessEstimate> {
        let m = Double(incidence.transcripts.count)
        return of(incidence.frequencies, factor: m > 0 ? (m - 1) / m : 0, form: form)
    }

    /// Chao1, from how often each code was given.
    package static func chao1(_ abundances: [Int], form: Form? = nil) -> Estimate<RichnessEstimate> {
        of(abundances.filter { $0 > 0 }, factor: 1, form: form)
    }

    private static func of(_ frequencies: [Int], factor: Double, form: Form?) -> Estimate<RichnessEstimate> {
        guard !frequencies.isEmpty else { return .undefined(.noUnits) }
        let twice = frequencies.count { $0 == 2 }
        let form = form ?? (twice < 3 ? .biasCorrected : .classic)
        if form == .classic, twice == 0 { return .undefined(.emptyCell) }
        let once = Double(frequencies.count { $0 == 1 })
        return .value(
            Self(form: form, observed: frequencies.count, once: once, twice: Double(twice), factor: factor))
    }

    private init(form: Form, observed: Int, once: Double, twice: Double, factor: Double) {
        let unseen: Double
        let variance: Double
        switch form {
        case .classic:
            unseen = factor * once * once / (2 * twice)
            let r = once / twice
            variance = twice * (factor * r * r / 2 + factor * factor * (r * r * r + r * r * r * r / 4))
        case .biasCorrected:
            unseen = factor * once * (once - 1) / (2 * (twice + 1))
            // Chao's variances, as EstimateS 9 (R. K. Colwell 2013) gives them in its appendix B.
            let first = factor * once * (once - 1) / (2 * (twice + 1))
            let second = factor * factor * once * (2 * once - 1) * (2 * once - 1) / (4 * (twice + 1) * (twice + 1))
            let power = (twice + 1) * (twice + 1) * (twice + 1) * (twice + 1)
            let third =
                twice == 0
                ? -factor * factor * once * once * once * once / (4 * (Double(observed) + unseen))
                : factor * factor * once * once * twice * (once - 1) * (once - 1) / (4 * power)
            variance = first + second + third
        }
        self.form = form
        self.observed = observed
        estimate = Double(observed) + unseen
        guard unseen > 0, variance > 0 else {
            self.variance = .undefined(.noVariation)
            interval = .undefined(.noVariation)
            return
        }
        let spread = Elementary.exp(
            ConfidenceInterval.z95 * Elementary.log(1 + variance / (unseen * unseen)).squareRoot())
        self.variance = .value(variance)
        interval = .value(
            ConfidenceInterval(low: Double(observed) + unseen / spread, high: Double(observed) + unseen * spread))
    }
}
