/// How much more often a term is used in one body of text than in another: the log-odds ratio with an informative
/// Dirichlet prior.
///
/// With y the count of the term and n of all terms in a body, a the term's prior count and a0 that of all terms:
/// delta = ln[(y1 + a)/(n1 + a0 − y1 − a)] − ln[(y2 + a)/(n2 + a0 − y2 − a)], its variance 1/(y1 + a) + 1/(y2 + a),
/// and z = delta / √variance. The prior shrinks rare terms towards what they are in the background, so that neither
/// the rarest nor the commonest words come first.
/// Source: B. L. Monroe, M. P. Colaresi and K. M. Quinn, "Fightin' Words", Political Analysis 16 (2008), eq. 16 to 22.
package struct LogOdds: Hashable, Sendable {
    /// The log-odds ratio; above 0 where the first body uses the term more.
    package let delta: Double
    /// The ratio in units of its standard deviation.
    package let z: Double

    /// The log-odds ratio of one term; `nil` where it is undefined: no prior, or no other terms.
    ///
    /// - Parameters:
    ///   - first: the count of the term in the first body.
    ///   - second: the count in the second body.
    ///   - firstTotal: the count of all terms in the first body.
    ///   - secondTotal: the count of all terms in the second body.
    ///   - prior: the prior count of the term, above 0: ``priorTotal`` times its share in the background.
    ///   - priorTotal: the prior count of all terms.
    package init?(
        _ first: Int, _ second: Int, firstTotal: Int, secondTotal: Int, prior: Double, priorTotal: Double
    ) {
        let inFirst = Double(first) + prior
        let inSecond = Double(second) + prior
        guard prior > 0,
            let firstOdds = NaturalLogarithm.of(inFirst / (Double(firstTotal) + priorTotal - inFirst)),
            let secondOdds = NaturalLogarithm.of(inSecond / (Double(secondTotal) + priorTotal - inSecond))
        else { return nil }
        delta = firstOdds - secondOdds
        z = delta / (1 / inFirst + 1 / inSecond).squareRoot()
    }
}
