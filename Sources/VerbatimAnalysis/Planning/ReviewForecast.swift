/// What more reviewing would bring: the half-width of an interval now, and what it would be.
///
/// Said before the next hour is spent, so that reviewing ends when it no longer pays. The shares are taken to stay as
/// they are; the next reviews go where they bring most.
package struct ReviewForecast: Hashable, Sendable {
    /// Half of the width of the interval now; undefined where there is none yet.
    package let now: Estimate<Double>
    /// Half of the width after the reviews; undefined where not even the shares are known yet.
    package let after: Estimate<Double>
    /// How many more units to review of each stratum; for recall the coded strata first.
    ///
    /// Strata without units are not among them.
    package let additional: [Int]

    /// How many more units are reviewed in all: fewer than asked for where all are reviewed then.
    package var reviews: Int { additional.reduce(0, +) }

    /// How many reviews so many hours bring, whole ones.
    package static func reviews(hours: Double, perHour: Double) -> Int {
        let count = (hours * perHour).rounded(.down)
        return count > 0 && count.isFinite ? Int(min(count, 1e9)) : 0
    }

    /// What so many more reviews would bring to a corrected share among these respondents.
    package static func ofShare(_ share: CorrectedShare, reviews: Int) -> Self {
        let strata = share.strata.strata
        let spreads = strata.map { Double($0.members) * $0.smoothedSpread }
        let sizes = allocate(reviews, strata, spreads)
        let then = ReviewedStrata(expecting: zip(strata, sizes).map { $0.reviewing($1) })
        return Self(
            now: share.share.map(\.interval.halfWidth),
            after: share.share.flatMap { _ in then.share().map(\.interval.halfWidth) },
            additional: zip(sizes, strata).map { $0 - $1.reviewed })
    }

    /// What so many more reviews would bring to the recall of a code.
    package static func ofRecall(_ audit: CodeAudit, reviews: Int) -> Self {
        let coded = audit.coded.strata
        let strata = coded + audit.uncoded.strata
        func total(_ strata: [ExpectedStratum]) -> Double {
            strata.reduce(0) { $0 + Double($1.members) * $1.smoothedShare }
        }
        let totals = (found: total(coded), missed: total(audit.uncoded.strata))
        let spreads = strata.enumerated().map { place, stratum in
            Double(stratum.members) * stratum.smoothedSpread / (place < coded.count ? totals.found : totals.missed)
        }
        let sizes = allocate(reviews, strata, spreads)
        let then = zip(strata, sizes).map { $0.reviewing($1) }
        let expected = CodeAudit(
            coded: ReviewedStrata(expecting: Array(then.prefix(coded.count))),
            uncoded: ReviewedStrata(expecting: Array(then.dropFirst(coded.count))))
        return Self(
            now: audit.recall.map(\.interval.halfWidth),
            after: audit.recall.flatMap { _ in expected.recall.map(\.interval.halfWidth) },
            additional: zip(sizes, strata).map { $0 - $1.reviewed })
    }

    private static func allocate(_ reviews: Int, _ strata: [ExpectedStratum], _ spreads: [Double]) -> [Int] {
        let done = strata.reduce(0) { $0 + $1.reviewed }
        return OptimalAllocation.sizes(
            total: done + max(0, reviews), spreads: spreads, atLeast: strata.map(\.reviewed),
            atMost: strata.map(\.members))
    }
}

extension ExpectedStratum {
    /// The spread that is believed before the next reviews, never 0.
    fileprivate var smoothedSpread: Double { (smoothedShare * (1 - smoothedShare)).squareRoot() }
}

extension ConfidenceInterval {
    /// Half of ``width``.
    package var halfWidth: Double { width / 2 }
}
