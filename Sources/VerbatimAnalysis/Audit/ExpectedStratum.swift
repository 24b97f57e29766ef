/// A stratum of a sample with the share that was found in it, or that is expected.
///
/// What the formulas of audit, correction and planning have in common. A plan expects shares before anything is judged,
/// and more reviews than there are yet; so the share need not be a count over ``reviewed``.
package struct ExpectedStratum: Hashable, Sendable {
    /// How many units the stratum has: N.
    package let members: Int
    /// How many of them are judged: n.
    package let reviewed: Int
    /// The share of units in which the code is true, found or expected: p.
    package let share: Double

    /// A stratum; numbers outside their range are brought to the nearer end.
    package init(members: Int, reviewed: Int = 0, share: Double) {
        self.members = max(0, members)
        self.reviewed = min(max(0, reviewed), self.members)
        self.share = min(max(0, share), 1)
    }

    /// The same stratum with another number of units judged.
    package func reviewing(_ count: Int) -> Self { Self(members: members, reviewed: count, share: share) }

    /// The part of the units that nobody has judged: 1 − n/N.
    var unread: Double { members == 0 ? 0 : 1 - Double(reviewed) / Double(members) }

    /// The standard deviation of a single judgement: √(p(1 − p)).
    var spread: Double { (share * (1 - share)).squareRoot() }

    /// The variance of the share: (1 − n/N) p(1 − p)/(n − 1).
    ///
    /// It is 0 where all judgements are alike, one judgement among them: no interval is built on it alone. Source: W.
    /// G. Cochran, Sampling Techniques (1977), theorem 3.2.
    var variance: Double { unread * share * (1 - share) / Double(max(1, reviewed - 1)) }

    /// The share as (y + 1)/(n + 2), which is never 0 or 1.
    var smoothedShare: Double { (share * Double(reviewed) + 1) / (Double(reviewed) + 2) }

    /// The variance of the share with ``smoothedShare`` for the share: (1 − n/N) p(1 − p)/n.
    var smoothedVariance: Double {
        unread * smoothedShare * (1 - smoothedShare) / Double(max(1, reviewed))
    }

    /// The interval of the share of all units of the stratum, from 0 to 1 where nothing is judged.
    func interval(_ method: ReviewInterval) -> ConfidenceInterval {
        let nothingKnown = ConfidenceInterval(low: 0, high: 1)
        guard members > 0 else { return ConfidenceInterval(low: 0, high: 0) }
        guard reviewed > 0 else { return nothingKnown }
        let n = Double(reviewed)
        switch method {
        case .wilson:
            let left = Double(members - reviewed)
            let size = left == 0 ? .infinity : n * Double(members - 1) / left
            return ConfidenceInterval.wilson(share: share, size: size).value ?? nothingKnown
        case .clopperPearson:
            let found = share * n
            let certain = found / Double(members)
            let interval = ConfidenceInterval.clopperPearson(found, of: n).value ?? nothingKnown
            return interval.clamped(to: certain...max(certain, min(1, certain + unread)))
        }
    }
}
