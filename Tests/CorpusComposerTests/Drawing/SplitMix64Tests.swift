import CorpusComposer
import Testing
import VerbatimTestSupport

@Suite struct SplitMix64Tests {
    @Test func drawsAreEvenAndInBounds() {
        var random = SplitMix64(seed: 1, index: 7)
        var counts = [0, 0, 0, 0, 0]
        for _ in 0..<50_000 { counts[random.below(5)] += 1 }
        // Five standard deviations of a binomial count, sqrt(50000 * 0.2 * 0.8) = 89.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 450 })
        #expect(random.below(0) == 0)
        #expect(random.below(1) == 0)
    }

    @Test func aShuffleKeepsEverything() {
        var random = SplitMix64(seed: 3, index: 0)
        var numbers = Array(0..<100)
        random.shuffle(&numbers)
        #expect(numbers != Array(0..<100))
        #expect(numbers.sorted() == Array(0..<100))
    }

    @Test func neighboursAndSeedsHaveNumbersOfTheirOwn() {
        var firsts: Set<UInt64> = []
        for seed: UInt64 in 0..<10 {
            for index in 0..<100 {
                var random = SplitMix64(seed: seed, index: index)
                firsts.insert(random.next())
            }
        }
        #expect(firsts.count == 1000)
    }
}
