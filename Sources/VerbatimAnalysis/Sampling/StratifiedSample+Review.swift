extension StratifiedSample {
    /// The counts of each stratum after review, for an audit or a corrected share by the strata that were drawn from.
    ///
    /// Where the rules have changed since, ``PostStrata`` takes the units with what the rules find now.
    ///
    /// - Parameter judgement: Whether a person found the code in a unit; `nil` where it is not judged yet, or unsure.
    /// - Returns: The strata, in ascending order.
    package func reviewed(
        _ judgement: (String) -> Bool?
    ) -> [(stratum: ReviewStratum, counts: ReviewedStratum)] {
        var reviewed = strata.map { _ in 0 }
        var positive = reviewed
        for unit in units {
            guard let judgement = judgement(unit.id) else { continue }
            reviewed[unit.stratum] += 1
            if judgement { positive[unit.stratum] += 1 }
        }
        return strata.indices.map { place in
            let stratum = strata[place]
            return (
                stratum.stratum,
                ReviewedStratum(
                    members: stratum.members, reviewed: reviewed[place], positive: positive[place])
            )
        }
    }
}
