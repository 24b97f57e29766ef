/// The terms that set one body of text apart from another.
///
/// Terms are ranked by the z of ``LogOdds``, with the two bodies together as background and the size of the smaller
/// as the weight of the prior, and kept where both z and ``LogLikelihood`` say that the difference is no accident and
/// enough respondents use them: what one talkative person says is no vocabulary.
package struct Keyness<Term: Hashable & Sendable>: Sendable {
    /// One term that the first body uses more.
    package struct Row: Sendable {
        /// The term.
        package let term: Term
        /// The log-odds ratio.
        package let logOdds: LogOdds
        /// The log-likelihood ratio G².
        package let logLikelihood: Double
        /// How often it occurs in the first body.
        package let first: Int
        /// How often it occurs in the second body.
        package let second: Int
        /// How many respondents use it in the first body.
        package let respondents: Int
    }

    /// The terms, in no particular order.
    package let rows: [Row]

    /// The key terms of the first of two bodies of text.
    ///
    /// - Parameters:
    ///   - uses: how each term is used in the first body; terms that are not are left out.
    ///   - totals: how often each term occurs in both bodies together.
    ///   - minimumRespondents: how many respondents must use a term in the first body.
    ///   - minimumZ: the least z, by default that of two-sided 95 % certainty.
    /// - Complexity: O(terms).
    package init(
        _ uses: [Term: TermUse], totals: [Term: Int], minimumRespondents: Int = 3,
        minimumZ: Double = ConfidenceInterval.z95
    ) {
        let firstTotal = uses.values.reduce(0) { $0 + $1.count }
        let all = totals.values.reduce(0, +)
        let secondTotal = all - firstTotal
        guard firstTotal > 0, secondTotal > 0 else {
            rows = []
            return
        }
        let priorTotal = Double(min(firstTotal, secondTotal))
        rows = uses.compactMap { term, use in
            guard use.respondents >= minimumRespondents, let total = totals[term] else { return nil }
            let second = total - use.count
            guard
                let logOdds = LogOdds(
                    use.count, second, firstTotal: firstTotal, secondTotal: secondTotal,
                    prior: priorTotal * Double(total) / Double(all), priorTotal: priorTotal),
                let logLikelihood = LogLikelihood.twoTerm(
                    use.count, second, firstTotal: firstTotal, secondTotal: secondTotal),
                logOdds.z >= minimumZ, logLikelihood >= LogLikelihood.significant
            else { return nil }
            return Row(
                term: term, logOdds: logOdds, logLikelihood: logLikelihood, first: use.count, second: second,
                respondents: use.respondents)
        }
    }
}
