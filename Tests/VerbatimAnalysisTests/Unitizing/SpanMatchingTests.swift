import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

@Suite struct SpanMatchingTests {
    @Test(arguments: [
        (SpanMatching.Criterion.exact, 0, 0, 0, 0), (.overlap(0.5), 2, 0.5, 0.6666666666666666, 0.5714285714285714),
        (.overlap(0.9), 1, 0.25, 0.3333333333333333, 0.2857142857142857),
    ])
    func countsAreThoseWorkedOutByHand(
        criterion: SpanMatching.Criterion, matches: Int, precision: Double, recall: Double, f1: Double
    ) {
        let matching = SpanMatching(
            truth: UnitizingAlphaTests.first,
            proposed: UnitizingAlphaTests.second + [LabelledSpan(160, 170, label: 1)], criterion: criterion)
        #expect(matching.counts.correct == matches)
        #expect(agree(matching.counts.precision.value?.value, precision))
        #expect(agree(matching.counts.recall.value?.value, recall))
        #expect(agree(matching.counts.f1.value, f1))
    }

    @Test func nothingOnEitherSideHasNoF1() {
        let matching = SpanMatching(truth: [], proposed: [], criterion: .exact)
        #expect(matching.counts.f1 == .undefined(.noUnits))
        #expect(SpanMatching(truth: [], proposed: UnitizingAlphaTests.first, criterion: .exact).counts.f1 == .value(0))
    }

    @Test func aGreedyChoiceCostsNoMatch() {
        // The first true segment could take the only partner of the second.
        let truth = [LabelledSpan(0, 10, label: 0), LabelledSpan(0, 8, label: 0)]
        let proposed = [LabelledSpan(0, 9, label: 0), LabelledSpan(3, 14, label: 0)]
        let matching = SpanMatching(truth: truth, proposed: proposed, criterion: .overlap(0.5))
        #expect(matching.partners == [1, 0])
    }

    @Test func copiesMatchOneToOne() {
        let copies = Array(repeating: LabelledSpan(5, 9, label: 2), count: 3)
        #expect(SpanMatching(truth: copies, proposed: Array(copies.prefix(2)), criterion: .exact).counts.correct == 2)
    }

    @Test(arguments: 0..<60)
    func agreesWithTryingAllMatchings(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func spans() -> [LabelledSpan] {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
                let start = Int.random(in: 0...12, using: &random)
                return LabelledSpan(
                    start, start + Int.random(in: 1...10, using: &random), label: Int.random(in: 0...1, using: &random))
            }
        }
        let (truth, proposed) = (spans(), spans())
        let least = [0.2, 0.5, 0.8].randomElement(using: &random) ?? 0.5
        func fits(_ left: LabelledSpan, _ right: LabelledSpan) -> Bool {
            let both = Set(left.span.start..<left.span.end).intersection(right.span.start..<right.span.end)
            let either = Set(left.span.start..<left.span.end).union(right.span.start..<right.span.end)
            return left.label == right.label && !both.isEmpty && Double(both.count) >= least * Double(either.count)
        }
        func most(_ index: Int, _ free: Set<Int>) -> Int {
            guard index < truth.count else { return 0 }
            let taken = free.filter { fits(truth[index], proposed[$0]) }
                .map { 1 + most(index + 1, free.subtracting([$0])) }
            return max(most(index + 1, free), taken.max() ?? 0)
        }
        let matching = SpanMatching(truth: truth, proposed: proposed, criterion: .overlap(least))
        #expect(matching.counts.correct == most(0, Set(proposed.indices)))
        let used = matching.partners.compactMap(\.self)
        #expect(Set(used).count == used.count)
        for (index, partner) in matching.partners.enumerated() {
            if let partner { #expect(fits(truth[index], proposed[partner])) }
        }
    }
}
