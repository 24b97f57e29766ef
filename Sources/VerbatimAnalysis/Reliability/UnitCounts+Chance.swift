/// A coefficient with its standard error and interval, where these are defined.
package struct Coefficient: Hashable, Sendable {
    /// The coefficient.
    package let value: Double
    /// Its standard error.
    package let standardError: Estimate<Double>
    /// Its 95 % interval.
    package let interval: Estimate<ConfidenceInterval>

    /// A coefficient whose interval is `value` ± `critical` standard errors.
    package init(_ value: Double, standardError: Estimate<Double>, critical: Double = ConfidenceInterval.z95) {
        self.value = value
        self.standardError = standardError
        interval = standardError.map { .wald(value, standardError: $0, critical: critical) }
    }
}

extension UnitCounts {
    /// Fleiss's kappa; with two coders Scott's pi, and with gaps its generalisation.
    ///
    /// (Pₐ − Pₑ)/(1 − Pₑ), with Pₐ the unit mean of agreement and Pₑ = Σ πₖ². Sources: J. L. Fleiss, Psychological Bulletin
    /// 76 (1971); for gaps K. L. Gwet, Handbook of Inter-Rater Reliability (2014).
    package func fleissKappa() -> Estimate<Double> {
        corrected(byChance: prevalences.reduce(0) { $0 + $1 * $1 })
    }

    /// Fleiss's kappa of each value against all others, where every unit has the same number of coders.
    ///
    /// 1 − Σ rᵢⱼ(m − rᵢⱼ) / (N m (m − 1) pⱼ qⱼ). Source: J. L. Fleiss, Psychological Bulletin 76 (1971).
    ///
    /// - Returns: One for each value; undefined (`noVariation`) for a value that all gave or nobody gave.
    package func fleissKappas() -> [Estimate<Double>] {
        guard obstacle == nil, let coders = evenCoders else {
            return Array(repeating: .undefined(obstacle ?? .noPairableUnits), count: categories)
        }
        let m = Double(coders)
        return zip(0..., prevalences).map { category, p in
            let apart = counts.reduce(0.0) { $0 + Double($1[category]) * (m - Double($1[category])) }
            let expected = Double(counts.count) * m * (m - 1) * p * (1 - p)
            return Estimate.ratio(apart, expected, orElse: .noVariation).map { 1 - $0 }
        }
    }

    /// The standard error of Fleiss's kappa if coders agreed by chance alone.
    ///
    /// √2 / (S √(N m (m − 1))) · √(S² − Σ pⱼ qⱼ (qⱼ − pⱼ)), S = Σ pⱼ qⱼ. Source: Fleiss, Nee and Landis, Psychological
    /// Bulletin 86 (1979). Defined where every unit has the same number of coders.
    package func fleissNullStandardError() -> Estimate<Double> {
        if let obstacle { return .undefined(obstacle) }
        guard let coders = evenCoders else { return .undefined(.noPairableUnits) }
        let m = Double(coders)
        let spread = prevalences.reduce(0) { $0 + $1 * (1 - $1) }
        let skew = prevalences.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
        let pairs = Double(counts.count) * m * (m - 1)
        return .ratio(
            (2 * max(0, spread * spread - skew)).squareRoot(), spread * pairs.squareRoot(), orElse: .noVariation)
    }

    /// The agreement corrected for chance among equally likely values: PABAK for two values.
    ///
    /// (Pₐ − 1/q)/(1 − 1/q). Sources: R. L. Brennan and D. J. Prediger, Educational and Psychological Measurement 41
    /// (1981); T. Byrt, J. Bishop and J. B. Carlin, Journal of Clinical Epidemiology 46 (1993).
    package func brennanPrediger() -> Estimate<Double> {
        corrected(byChance: categories > 0 ? 1 / Double(categories) : 1)
    }

    /// Gwet's AC1, with its standard error over units and an interval by Student's t.
    ///
    /// Pₑ = Σ πₖ(1 − πₖ)/(q − 1), q the number of values there are to choose from; the standard error is the unit-level
    /// form with n(n − 1). Source: K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008).
    package func gwetAC1() -> Estimate<Coefficient> {
        guard categories > 1 else { return .undefined(obstacle ?? .noVariation) }
        let pi = prevalences
        let chance = pi.reduce(0) { $0 + $1 * (1 - $1) } / Double(categories - 1)
        return corrected(byChance: chance).map { value in
            Coefficient(
                value, standardError: standardError(ofAC1: value, chance: chance, prevalences: pi),
                critical: StudentDistribution(degrees: Double(max(1, ratedUnits.count - 1))).quantile(0.975))
        }
    }

    private func standardError(ofAC1 value: Double, chance: Double, prevalences pi: [Double]) -> Estimate<Double> {
        let rated = ratedUnits
        guard rated.count > 1 else { return .undefined(.noUnits) }
        let n = Double(rated.count)
        let pairable = Double(pairableUnits)
        let sum = rated.reduce(0.0) { sum, row in
            let size = Double(row.reduce(0, +))
            var gain = 0.0
            if size > 1 {
                let agreement = row.reduce(0.0) { $0 + Double($1) * Double($1 - 1) } / (size * (size - 1))
                gain = n / pairable * (agreement - chance) / (1 - chance)
            }
            let expected = zip(row, pi).reduce(0.0) { $0 + Double($1.0) / size * (1 - $1.1) } / Double(categories - 1)
            let influence = gain - 2 * (1 - value) * (expected - chance) / (1 - chance)
            return sum + (influence - value) * (influence - value)
        }
        return .value((sum / (n * (n - 1))).squareRoot())
    }

    /// (Pₐ − Pₑ)/(1 − Pₑ).
    private func corrected(byChance chance: Double) -> Estimate<Double> {
        percentAgreement().flatMap { .ratio($0 - chance, 1 - chance, orElse: .noVariation) }
    }

    /// The units that at least one coder gave a value to.
    private var ratedUnits: [[Int]] { counts.filter { $0.contains { $0 > 0 } } }

    /// πₖ: the mean over units of the share of coders who gave the value.
    package var prevalences: [Double] {
        let rated = ratedUnits
        var sums = Array(repeating: 0.0, count: categories)
        for row in rated {
            let size = Double(row.reduce(0, +))
            for (category, count) in row.enumerated() { sums[category] += Double(count) / size }
        }
        return sums.map { rated.isEmpty ? 0 : $0 / Double(rated.count) }
    }

    /// The number of coders of every unit, where it is the same for all.
    private var evenCoders: Int? {
        let sizes = Set(counts.map { $0.reduce(0, +) })
        return sizes.count == 1 ? sizes.first : nil
    }
}
