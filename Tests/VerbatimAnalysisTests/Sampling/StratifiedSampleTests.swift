import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

@Suite struct StratifiedSampleTests {
    /// 30 coded, 50 near-miss and 420 uncoded segments.
    static let units: [(id: String, stratum: ReviewStratum)] = (0..<500).map { number in
        let kind: ReviewStratum.Kind = number < 30 ? .coded : number < 80 ? .nearMiss : .uncoded
        return ("segment-\(number)", ReviewStratum(kind))
    }

    static func sample(_ size: SampleSize, seed: UInt64 = 1) -> StratifiedSample {
        StratifiedSample(SamplingFrame(units), size: size, seed: seed)
    }

    @Test(arguments: 0..<10)
    func theOrderOfTheInputDoesNotMatter(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let shuffled = Self.units.shuffled(using: &random)
        let again = StratifiedSample(
            SamplingFrame(shuffled + shuffled.prefix(20)), size: .neyman(90), seed: seed)
        #expect(again == Self.sample(.neyman(90), seed: seed))
    }

    @Test func anotherSeedGivesAnotherSample() {
        #expect(Self.sample(.each(10), seed: 1).units != Self.sample(.each(10), seed: 2).units)
    }

    @Test func aLargerSampleHoldsTheSmaller() {
        let small = Self.sample(.each(10))
        let large = Self.sample(.each(25))
        for stratum in small.strata.indices {
            let first = small.units.filter { $0.stratum == stratum }
            #expect(Array(large.units.filter { $0.stratum == stratum }.prefix(10)) == first)
        }
    }

    @Test func aStratumIsDrawnAloneAndWithOthersTheSame() {
        let coded = StratifiedSample(
            SamplingFrame(Self.units.filter { $0.stratum.kind == .coded }), size: .each(10), seed: 1)
        #expect(coded.units.map(\.id) == Self.sample(.each(10)).units.prefix(10).map(\.id))
    }

    @Test func sizesAndChancesAreKnown() {
        let sample = Self.sample(.fixed([ReviewStratum(.coded): 15, ReviewStratum(.uncoded): 42]))
        #expect(sample.strata.map(\.members) == [30, 50, 420])
        #expect(sample.strata.map(\.drawn) == [15, 0, 42])
        #expect(sample.strata.map(\.inclusionProbability) == [0.5, 0, 0.1])
        #expect(sample.strata.map(\.weight) == [2, nil, 10])
        #expect(sample.units.count == 57)
        #expect(Set(sample.units.map(\.id)).count == 57)
        #expect(sample.inclusionProbability(of: sample.units[56]) == 0.1)
        #expect(Self.sample(.everything).units.count == 500)
        #expect(Self.sample(.each(1_000)).units.count == 500)
    }

    @Test func proportionsGiveEveryUnitTheSameChance() {
        let sample = StratifiedSample(SamplingFrame(Self.units), size: .proportional(50), fewest: 0, seed: 3)
        #expect(sample.strata.map(\.drawn) == [3, 5, 42])
        #expect(Self.sample(.proportional(50)).strata.map(\.drawn) == [10, 10, 42])
    }

    /// In 4,000 samples of 10 of 30, each unit is drawn about 1,333 times: six standard errors are 179.
    @Test func everyUnitOfAStratumHasTheSameChance() {
        let frame = SamplingFrame(Self.units.filter { $0.stratum.kind == .coded })
        var counts: [String: Int] = [:]
        for seed in 0..<4_000 {
            for unit in StratifiedSample(frame, size: .each(10), seed: UInt64(seed)).units {
                counts[unit.id, default: 0] += 1
            }
        }
        #expect(counts.count == 30)
        #expect(counts.values.allSatisfy { abs($0 - 1_333) < 179 })
    }

    @Test func earlierDrawsCountAndAreNotDrawnAgain() {
        let first = Self.sample(.each(8), seed: 4)
        let drawn = first.units.map(\.id)
        let frame = SamplingFrame(Self.units, drawn: drawn.reversed() + ["gone since"])
        let second = StratifiedSample(frame, size: .each(20), seed: 5)
        #expect(second.strata.map(\.drawn) == [20, 20, 20])
        #expect(second.units.count == 60)
        #expect(Set(second.units.filter(\.isEarlier).map(\.id)) == Set(drawn))
        #expect(Set(second.units.map(\.id)).count == 60)
        // Fewer than there are already: nothing new.
        let fewer = StratifiedSample(frame, size: .each(3), seed: 5)
        #expect(fewer.units.allSatisfy { $0.isEarlier })
    }

    @Test func judgementsAreCountedByStratum() {
        let sample = Self.sample(.each(10))
        let strata = sample.reviewed { id in
            guard let number = Int(id.dropFirst("segment-".count)), id != sample.units[0].id else { return nil }
            return number < 30
        }
        #expect(strata.map(\.stratum.kind) == [.coded, .nearMiss, .uncoded])
        #expect(
            strata.map(\.counts) == [
                ReviewedStratum(members: 30, reviewed: 9, positive: 9),
                ReviewedStratum(members: 50, reviewed: 10, positive: 0),
                ReviewedStratum(members: 420, reviewed: 10, positive: 0),
            ])
    }

    @Test func groupsAreStrata() {
        let units = (0..<40).map { number in
            (
                id: "r\(number)",
                stratum: ReviewStratum(number % 4 == 0 ? .coded : .uncoded, group: number < 20 ? "Tunisia" : "Iraq")
            )
        }
        let sample = StratifiedSample(SamplingFrame(units), size: .each(2), seed: 1)
        #expect(
            sample.strata.map(\.stratum.name) == ["coded/Iraq", "uncoded/Iraq", "coded/Tunisia", "uncoded/Tunisia"])
        #expect(sample.strata.map(\.members) == [5, 15, 5, 15])
    }

    /// Coded 12, 2 and 40 units in three countries, uncoded 100, 3 and 20.
    private static let byCountry: [(stratum: ReviewStratum, expected: ExpectedStratum)] = [
        ("Iraq", 12, 100), ("Morocco", 2, 3), ("Tunisia", 40, 20),
    ].flatMap { group, coded, uncoded in
        [
            (ReviewStratum(.coded, group: group), ExpectedStratum(members: coded, share: 0.8)),
            (ReviewStratum(.uncoded, group: group), ExpectedStratum(members: uncoded, share: 0.05)),
        ]
    }

    @Test func eachKindHasTenAndEachCellFive() {
        #expect(SampleSize.leastSizes(Self.byCountry, fewest: 10) == [5, 5, 2, 3, 5, 5])
        // Of 12 coded units in one country 5 are taken, and of 2 all; the other 3 of 10 come where least is taken.
        #expect(SampleSize.leastSizes(Array(Self.byCountry.prefix(4)), fewest: 10) == [8, 7, 2, 3])
        #expect(SampleSize.leastSizes(Array(Self.byCountry.prefix(2)), fewest: 10) == [10, 10])
        #expect(SampleSize.leastSizes(Self.byCountry, fewest: 0) == [0, 0, 0, 0, 0, 0])
        let read = Self.byCountry.map { ($0.stratum, ExpectedStratum(members: $0.1.members, reviewed: 2, share: 0.5)) }
        #expect(SampleSize.leastSizes(read, fewest: 0) == [2, 2, 2, 2, 2, 2])
    }

    /// Neyman's sizes: in proportion to N√(p(1 − p)), which is 4.8 and 21.8 in Iraq, 16 and 4.36 in Tunisia.
    @Test func sizesInGroupsAreDividedWithinThem() {
        let sizes = SampleSize.neymanInGroups(24).sizes(Self.byCountry, fewest: 0)
        #expect(sizes == [4, 20, 2, 3, 19, 5])
        #expect(SampleSize.neymanInGroups(8).sizes(Self.byCountry, fewest: 10) == [5, 5, 2, 3, 5, 5])
        #expect(SampleSize.neyman(60).sizes(Self.byCountry, fewest: 10).reduce(0, +) == 60)
    }

    @Test func guessesOfAKindHoldInItsGroups() {
        let frame = SamplingFrame(
            [("a", "Iraq"), ("b", "Tunisia")].map { (id: $0, stratum: ReviewStratum(.uncoded, group: $1)) },
            guesses: [ReviewStratum(.uncoded): 0.01, ReviewStratum(.uncoded, group: "Iraq"): 0.3])
        #expect(frame.strata.map(\.guess) == [0.3, 0.01])
        #expect(SamplingFrame([(id: "a", stratum: ReviewStratum(.all))]).strata[0].guess == 0.5)
    }

    @Test func aPilotGivesGuesses() {
        func judged(_ group: String, _ count: Int, true positive: Int) -> [(stratum: ReviewStratum, isTrue: Bool)] {
            (0..<count).map { (ReviewStratum(.coded, group: group), $0 < positive) }
        }
        let guesses = SamplingFrame.guesses(
            from: judged("Iraq", 10, true: 8) + judged("Tunisia", 4, true: 0)
                + [(ReviewStratum(.uncoded, group: "Iraq"), true)])
        // 8 + 1 of 10 + 2, and for Tunisia 8 + 1 of 14 + 2; of one uncoded unit nothing is said.
        #expect(guesses == [ReviewStratum(.coded, group: "Iraq"): 0.75, ReviewStratum(.coded): 0.5625])
        #expect(
            SamplingFrame.guesses(from: (0..<10).map { _ in (ReviewStratum(.coded), false) }).values.first == 1.0 / 12)
    }

    @Test func namesOfStrataLeadBack() {
        for stratum in [
            ReviewStratum(.nearMiss), ReviewStratum(.coded, group: "a/b"), ReviewStratum(.uncoded),
            ReviewStratum(.all, group: "Morocco"),
        ] {
            #expect(ReviewStratum(name: stratum.name) == stratum)
        }
        #expect(ReviewStratum(name: "other") == nil)
        #expect(ReviewStratum(.coded, group: "\u{E9}") != ReviewStratum(.coded, group: "e\u{301}"))
    }

    @Test func identifiersAreComparedByTheirBytes() {
        let frame = SamplingFrame([
            (id: "caf\u{E9}", stratum: ReviewStratum(.coded)), (id: "cafe\u{301}", stratum: ReviewStratum(.coded)),
        ])
        #expect(frame.strata[0].units.count == 2)
        #expect(StratifiedSample(frame, size: .everything, seed: 1).units.count == 2)
    }
}

@Suite struct ReviewAssignmentTests {
    let sample = StratifiedSampleTests.sample(.each(30), seed: 9)

    @Test(arguments: 1...6)
    func reviewersGetEquallyMany(reviewers: Int) {
        let assignment = ReviewAssignment(sample, reviewers: reviewers, doubleShare: 0.2)
        let loads = assignment.tasks.map(\.count)
        #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= 1)
        #expect(assignment.doubleCoded == (reviewers > 1 ? 18 : 0))
        #expect(loads.reduce(0, +) == 90 + assignment.doubleCoded)
        for stratum in 0..<3 {
            let parts = assignment.tasks.map { $0.count { sample.units[$0.unit].stratum == stratum } }
            #expect((parts.max() ?? 0) - (parts.min() ?? 0) <= 2)
        }
    }

    @Test(arguments: 2...6)
    func doubleCodedUnitsHaveTwoReviewers(reviewers: Int) {
        let assignment = ReviewAssignment(sample, reviewers: reviewers, doubleShare: 0.2)
        var readers: [Int: [Int]] = [:]
        for (reviewer, tasks) in assignment.tasks.enumerated() {
            for task in tasks { readers[task.unit, default: []].append(reviewer) }
        }
        for task in assignment.tasks.joined() {
            #expect(readers[task.unit]?.count == (task.isDoubleCoded ? 2 : 1))
        }
        #expect(readers.count == 90)
        #expect(readers.values.count { $0.count == 2 } == assignment.doubleCoded)
        #expect(readers.values.allSatisfy { Set($0).count == $0.count && $0.count <= 2 })
        // With enough of them, every two reviewers meet.
        let all = ReviewAssignment(sample, reviewers: reviewers, doubleShare: 1)
        var pairs: Set<[Int]> = []
        for unit in sample.units.indices {
            pairs.insert(all.tasks.indices.filter { reviewer in all.tasks[reviewer].contains { $0.unit == unit } })
        }
        #expect(pairs.count == reviewers * (reviewers - 1) / 2)
    }

    @Test func everyStratumIsDoubleCoded() {
        let assignment = ReviewAssignment(sample, reviewers: 3)
        for stratum in 0..<3 {
            let double = Set(
                assignment.tasks.joined().filter { $0.isDoubleCoded && sample.units[$0.unit].stratum == stratum }
                    .map(\.unit))
            #expect(double.count == 3)
        }
    }

    @Test func theOrderTellsNothingWhenBlind() {
        let open = ReviewAssignment(sample, reviewers: 2, order: .byStratum)
        let blind = ReviewAssignment(sample, reviewers: 2)
        func strata(_ tasks: [ReviewAssignment.Task]) -> [Int] { tasks.map { sample.units[$0.unit].stratum } }
        for (ordered, shuffled) in zip(open.tasks, blind.tasks) {
            #expect(strata(ordered) == strata(ordered).sorted())
            #expect(strata(shuffled) != strata(ordered))
            #expect(Set(shuffled) == Set(ordered))
        }
        #expect(ReviewAssignment(sample, reviewers: 2) == blind)
        #expect(ReviewAssignment(sample, reviewers: 2, seed: 77) != blind)
    }

    @Test func earlierUnitsAreNotReadAgain() {
        let frame = SamplingFrame(StratifiedSampleTests.units, drawn: sample.units.map(\.id))
        let more = StratifiedSample(frame, size: .each(30), seed: 2)
        #expect(ReviewAssignment(more, reviewers: 2).tasks == [[], []])
        #expect(ReviewAssignment(sample, reviewers: 0).tasks == [])
    }
}
