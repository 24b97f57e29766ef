/// The log-likelihood ratio of a term between two bodies of text.
package enum LogLikelihood {
    /// The 0.95 quantile of the chi-square distribution with one degree of freedom.
    package static let significant = 3.841458820694124

    /// G² with two terms: 2[a ln(a/E1) + b ln(b/E2)], E1 = c(a + b)/(c + d), E2 = d(a + b)/(c + d), and 0 · ln 0 = 0.
    ///
    /// Source: P. Rayson and R. Garside, "Comparing corpora using frequency profiling" (2000).
    /// - Parameters:
    ///   - first: a, the count of the term in the first body.
    ///   - second: b, the count in the second body.
    ///   - firstTotal: c, the count of all terms in the first body.
    ///   - secondTotal: d, the count of all terms in the second body.
    /// - Returns: `nil` where a body is empty.
    package static func twoTerm(_ first: Int, _ second: Int, firstTotal: Int, secondTotal: Int) -> Double? {
        guard firstTotal > 0, secondTotal > 0 else { return nil }
        let both = Double(first + second) / Double(firstTotal + secondTotal)
        func term(_ count: Int, _ total: Int) -> Double {
            guard let logarithm = NaturalLogarithm.of(Double(count) / (Double(total) * both)) else { return 0 }
            return Double(count) * logarithm
        }
        return 2 * (term(first, firstTotal) + term(second, secondTotal))
    }
}
