/// Whether the shares of several groups differ, judged from each share's own variance.
///
/// The weights are w = 1/V, X² = Σ w (p − p̄)² with p̄ the weighted mean, and F = X²/(k − 1) on k − 1 and ΣC − k degrees
/// of freedom, C being the transcripts of a group. It takes corrected shares, which tests on raw counts do not: with rules
/// that work worse in one language these find differences that are not there. Source: E. L. Korn and B. I. Graubard,
/// Analysis of Health Surveys (1999), section 3.
package struct HeterogeneityTest: Hashable, Sendable {
    /// The share of one group.
    package struct Group: Hashable, Sendable {
        /// The share.
        package var share: Double
        /// Its variance, above zero.
        package var variance: Double
        /// How many transcripts it rests on.
        package var clusters: Int

        /// The share of a group with its variance and the number of its transcripts.
        package init(share: Double, variance: Double, clusters: Int) {
            self.share = share
            self.variance = variance
            self.clusters = clusters
        }
    }

    /// The mean of the shares, each weighted by one over its variance.
    package let pooledShare: Double
    /// Σ w (p − p̄)².
    package let statistic: Double
    /// k − 1.
    package let numeratorDegrees: Int
    /// ΣC − k.
    package let denominatorDegrees: Int
    /// The probability of an F at least as large if the shares are the same.
    package let pValue: Double
    /// The same with infinitely many transcripts, by chi-squared.
    package let chiSquaredPValue: Double

    /// The test of two or more groups.
    ///
    /// - Returns: The test; undefined for fewer than two groups (`noUnits`), for a variance that is not above zero
    ///   (`noVariation`), and where no group has a second transcript (`singleCluster`).
    package static func of(_ groups: [Group]) -> Estimate<HeterogeneityTest> {
        guard groups.count > 1 else { return .undefined(.noUnits) }
        guard groups.allSatisfy({ $0.variance > 0 && $0.variance.isFinite }) else { return .undefined(.noVariation) }
        let denominator = groups.reduce(0) { $0 + $1.clusters } - groups.count
        guard denominator > 0 else { return .undefined(.singleCluster) }
        return .value(Self(groups, denominatorDegrees: denominator))
    }

    private init(_ groups: [Group], denominatorDegrees: Int) {
        let weights = groups.map { 1 / $0.variance }
        let pooled = zip(groups, weights).reduce(0) { $0 + $1.0.share * $1.1 } / weights.reduce(0, +)
        let statistic = zip(groups, weights).reduce(0.0) { sum, group in
            sum + group.1 * (group.0.share - pooled) * (group.0.share - pooled)
        }
        let degrees = Double(groups.count - 1)
        pooledShare = pooled
        self.statistic = statistic
        numeratorDegrees = groups.count - 1
        self.denominatorDegrees = denominatorDegrees
        pValue = FDistribution(degrees, Double(denominatorDegrees)).upperTail(statistic / degrees)
        chiSquaredPValue = ChiSquaredDistribution(degrees: degrees).upperTail(statistic)
    }
}
