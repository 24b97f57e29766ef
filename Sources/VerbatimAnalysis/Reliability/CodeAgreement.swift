/// How far two coders agree on one code: a line of the table of agreement.
///
/// No coefficient is shown without the others: kappa and alpha fall when a code is rare, AC1 and PABAK hardly do, and
/// positive agreement tells which it is.
package struct CodeAgreement: Hashable, Sendable {
    /// The units that both coders saw, by who found the code in them.
    package let counts: PresencePair
    /// The share of units in which they agree.
    package let percent: Estimate<Double>
    /// Cohen's kappa with its large-sample error, which takes units for independent.
    package let kappa: Estimate<Coefficient>
    /// Krippendorff's nominal alpha.
    package let alpha: Estimate<Double>
    /// The interval of alpha over transcripts.
    package let alphaInterval: Estimate<ClusteredAlpha.BootstrapInterval>
    /// The standard error of alpha, leaving out one transcript at a time.
    package let alphaJackknifeError: Estimate<Double>
    /// Gwet's AC1.
    package let ac1: Estimate<Coefficient>
    /// 2pₒ − 1.
    package let pabak: Estimate<Double>
    /// Of what either found, the share that both found.
    package let positive: Estimate<Double>
    /// Of what either left blank, the share that both left blank.
    package let negative: Estimate<Double>

    /// The agreement on the units that both coders saw.
    ///
    /// - Parameters:
    ///   - first: For each unit whether the first coder found the code; `nil` where the unit was not the coder's.
    ///   - second: The same of the second coder, in the same order.
    ///   - clusters: For each unit the number of its transcript, from 0.
    ///   - strata: For each transcript the number of its stratum, from 0; empty: one stratum.
    ///   - bootstrap: How the interval of alpha is drawn.
    package init(
        first: [Bool?], second: [Bool?], clusters: [Int], strata: [Int] = [],
        bootstrap: ClusteredAlpha.Bootstrap = ClusteredAlpha.Bootstrap()
    ) {
        func numbers(_ values: [Bool?]) -> [Int?] { values.map { $0.map { $0 ? 1 : 0 } } }
        let seenByBoth = zip(first, second).map { $0 != nil && $1 != nil }
        let pairs = [first, second].map { zip(numbers($0), seenByBoth).map { $1 ? $0 : nil } }
        let units = UnitCounts(values: pairs, categories: 2)
        let resampling = ClusteredAlpha(units, clusters: clusters, strata: strata)
        // Coders who each gave values, but never to the same unit, are another case than one coder alone.
        let obstacle = UnitCounts(values: [numbers(first), numbers(second)], categories: 2).obstacle
        func explained<Value>(_ estimate: Estimate<Value>) -> Estimate<Value> {
            obstacle.map { .undefined($0) } ?? estimate
        }
        counts = PresencePair(first, second)
        percent = explained(counts.percentAgreement)
        kappa = explained(counts.kappa)
        alpha = explained(counts.alpha)
        alphaInterval = explained(resampling.bootstrap(bootstrap))
        alphaJackknifeError = explained(resampling.jackknifeStandardError())
        ac1 = explained(units.gwetAC1())
        pabak = explained(counts.pabak)
        positive = explained(counts.positiveAgreement)
        negative = explained(counts.negativeAgreement)
    }

    /// Why alpha and kappa are empty; `nil` where they are not.
    package var reason: UndefinedReason? { alpha.reason ?? kappa.reason }

    /// What may be built on the code, judged by the lower end of alpha's interval.
    package var reading: Estimate<AlphaReading> { alphaInterval.map { AlphaReading($0.interval.low) } }
}

/// What an alpha allows, by Krippendorff's thresholds; to be asked of the lower end of its interval.
///
/// Source: K. Krippendorff, Content Analysis (2004), p. 241. Where it is too low, the codebook is to be refined: nothing
/// corrects a number for it.
package enum AlphaReading: String, Hashable, Sendable, CaseIterable {
    /// At least .800: conclusions can rely on it.
    case reliable
    /// From .667: tentative conclusions only.
    case tentative
    /// Below .667.
    case insufficient

    /// The reading of an alpha.
    package init(_ alpha: Double) {
        self = alpha >= 0.8 ? .reliable : alpha >= 0.667 ? .tentative : .insufficient
    }
}
