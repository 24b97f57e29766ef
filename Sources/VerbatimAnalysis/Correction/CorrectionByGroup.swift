/// A theme's corrected share in each group of respondents, such as countries, from each group's own reviews.
///
/// Rules work better in one language than in another, so error rates that are pooled over countries give shares that
/// are wrong for every one of them, and shares drawn towards a common mean cover too little: nothing is borrowed here.
/// The price is that every group needs reviews of its own; see ``Group/needsMoreReviews``.
package struct CorrectionByGroup: Hashable, Sendable {
    /// One group.
    package struct Group: Hashable, Sendable {
        /// The group's number.
        package let group: Int
        /// The strata of the group's own respondents.
        package let postStrata: PostStrata
        /// The correction for a population that the group's respondents are a sample of.
        package let population: ClusteredCorrection

        /// How many of the group's respondents were read.
        package var reviews: Int { postStrata.strata.reduce(0) { $0 + $1.reviewed } }

        /// Whether so few of the group were read that the interval is too wide to be of use, though it holds.
        package var needsMoreReviews: Bool {
            let respondents = postStrata.cellOfUnit.count
            return reviews < min(CorrectionByGroup.fewestReviews, respondents)
        }

        /// The corrected share among the group's respondents, or in its population.
        package func share(of target: InferenceTarget = .respondents) -> Estimate<IntervalEstimate> {
            target == .respondents ? postStrata.correctedShare.share : population.share
        }

        /// What the test between groups takes; undefined where the share in the population is.
        package var forTest: Estimate<HeterogeneityTest.Group> {
            population.variance.flatMap { variance in
                population.estimate.map {
                    HeterogeneityTest.Group(share: $0, variance: variance, clusters: population.clusters)
                }
            }
        }
    }

    /// The groups, by number.
    package let groups: [Group]

    /// How many respondents of a group must be read for an interval of use: 25 give a width of about 0.22, 50 of 0.12.
    package static let fewestReviews = 25

    /// The correction in each group.
    ///
    /// - Parameters:
    ///   - units: All respondents, read or not.
    ///   - groups: For each respondent the number of its group; `nil` where it is in none.
    ///   - fewest: See ``PostStrata/init(_:fewest:)``.
    /// - Complexity: O(units), and sorting the groups.
    package init(_ units: [ReviewedUnit], groups: [Int?], fewest: Int = PostStrata.fewestJudgements) {
        var members: [Int: [ReviewedUnit]] = [:]
        for (unit, group) in zip(units, groups) {
            if let group { members[group, default: []].append(unit) }
        }
        self.groups = members.sorted { $0.key < $1.key }.map { group, units in
            let population = ClusteredCorrection(units, fewest: fewest)
            return Group(group: group, postStrata: population.postStrata, population: population)
        }
    }

    /// The share of one group less that of another, by number, with its interval
    /// (``IntervalEstimate/difference(from:)``).
    ///
    /// - Returns: The difference; undefined where one of the shares is, and for a group without respondents
    ///   (`noUnits`).
    package func difference(
        _ first: Int, _ second: Int, of target: InferenceTarget = .respondents
    ) -> Estimate<IntervalEstimate> {
        share(first, target).flatMap { left in share(second, target).map { left.difference(from: $0) } }
    }

    /// Whether the shares differ between the groups' populations, by the variances of the corrected shares.
    ///
    /// A test on what the rules found would find differences between their errors: with recall that differs by country
    /// it is wrong in 13 to 34 of 100 studies in which countries are the same, this test in at most 6.
    ///
    /// - Returns: The test; undefined where one group's share is, and for fewer than two groups.
    package var heterogeneity: Estimate<HeterogeneityTest> {
        var tested: [HeterogeneityTest.Group] = []
        for group in groups {
            switch group.forTest {
            case .value(let value): tested.append(value)
            case .undefined(let reason): return .undefined(reason)
            }
        }
        return HeterogeneityTest.of(tested)
    }

    private func share(_ group: Int, _ target: InferenceTarget) -> Estimate<IntervalEstimate> {
        groups.first { $0.group == group }?.share(of: target) ?? .undefined(.noUnits)
    }
}
