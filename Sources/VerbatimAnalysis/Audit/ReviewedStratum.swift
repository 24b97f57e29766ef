/// One stratum of a reviewed sample: how many units it has, how many a person judged, and in how many the code is true.
///
/// The judged units are a simple random sample of the stratum, drawn without putting back. A unit is a segment, where
/// the rules are audited, or a respondent, where a share of respondents is corrected.
package struct ReviewedStratum: Hashable, Sendable {
    /// How many units the stratum has: N.
    package let members: Int
    /// How many of them a person judged: n, at most ``members``.
    package let reviewed: Int
    /// In how many of these the person found the code: y, at most ``reviewed``.
    package let positive: Int

    /// A stratum of counts; a count that is too large or below zero is brought to the nearer end.
    package init(members: Int, reviewed: Int, positive: Int) {
        self.members = max(0, members)
        self.reviewed = min(max(0, reviewed), self.members)
        self.positive = min(max(0, positive), self.reviewed)
    }

    /// The share of the judged units in which the code is true: y / n.
    ///
    /// Undefined for a stratum without units (`noUnits`), and where none of them was judged (`notReviewed`).
    package var share: Estimate<Double> {
        members == 0 ? .undefined(.noUnits) : .ratio(positive, reviewed, orElse: .notReviewed)
    }

    /// The share with its interval, for all units of the stratum.
    package func share(_ method: ReviewInterval = .wilson) -> Estimate<IntervalEstimate> {
        share.map { IntervalEstimate($0, expected.interval(method)) }
    }

    /// The stratum as the formulas take it.
    var expected: ExpectedStratum {
        ExpectedStratum(members: members, reviewed: reviewed, share: share.value ?? 0)
    }
}
