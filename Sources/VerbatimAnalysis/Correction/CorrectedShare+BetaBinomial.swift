extension CorrectedShare {
    /// Between which whole numbers of respondents the theme lies, by Jeffreys's prior: an alternative for two strata.
    ///
    /// Of the N − n unread of a stratum as many have the theme as the beta-binomial distribution of y + 1/2 and n − y +
    /// 1/2 says; the strata are added. It is somewhat narrower than ``count``, and without a normal approximation. With
    /// many strata and rare themes the prior adds up and the interval misses, so it has no value for more than two.
    /// Source: A. Gelman and others, Bayesian Data Analysis (2013), section 2.4, for the distribution; Brown, Cai and
    /// DasGupta, Statistical Science 16 (2001), for the prior.
    ///
    /// - Parameter level: How much of the distribution lies between the limits.
    /// - Returns: The least counts that reach (1 − level)/2 and (1 + level)/2; undefined where ``count`` is, and `nil`
    ///   where there are more than two strata.
    /// - Complexity: O(N²).
    package func betaBinomialCounts(level: Double = 0.95) -> Estimate<ClosedRange<Int>>? {
        guard strata.strata.count <= 2 else { return nil }
        return count.map { _ in
            var certain = 0
            var sum = [1.0]
            for stratum in strata.strata {
                let positive = Int((stratum.share * Double(stratum.reviewed)).rounded())
                certain += positive
                sum = Self.convolve(sum, Self.unreadPositives(stratum, positive: positive))
            }
            let tail = (1 - level) / 2
            let low = Self.least(sum, reaching: tail)
            return (certain + low)...(certain + max(low, Self.least(sum, reaching: 1 - tail)))
        }
    }

    /// For each number from 0 up, the probability that so many unread respondents of a stratum have the theme.
    private static func unreadPositives(_ stratum: ExpectedStratum, positive: Int) -> [Double] {
        let unread = stratum.members - stratum.reviewed
        let a = Double(positive) + 0.5
        let b = Double(stratum.reviewed - positive) + 0.5
        func logBeta(_ x: Double, _ y: Double) -> Double { LogGamma.of(x) + LogGamma.of(y) - LogGamma.of(x + y) }
        return (0...unread).map { count in
            let logOdds = logBeta(Double(count) + a, Double(unread - count) + b) - logBeta(a, b)
            return Elementary.exp(LogGamma.binomial(unread, count) + logOdds)
        }
    }

    private static func convolve(_ left: [Double], _ right: [Double]) -> [Double] {
        var sum = [Double](repeating: 0, count: left.count + right.count - 1)
        for (i, x) in left.enumerated() {
            for (j, y) in right.enumerated() { sum[i + j] += x * y }
        }
        return sum
    }

    private static func least(_ probabilities: [Double], reaching level: Double) -> Int {
        var sum = 0.0
        for (count, probability) in probabilities.enumerated() {
            sum += probability
            if sum >= level { return count }
        }
        return probabilities.count - 1
    }
}
