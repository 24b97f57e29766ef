import Testing
import VerbatimAnalysis

@Suite struct WordingBandTests {
    @Test(arguments: [
        (0, "none"), (1, "few"), (14, "few"), (15, "some"), (39, "some"), (40, "about half"), (60, "about half"),
        (61, "most"), (90, "most"), (91, "nearly all"), (99, "nearly all"), (100, "all"),
    ])
    func wordsChangeAtTheirBounds(percent: Int, word: String) {
        #expect(WordingBand.of(percent, of: 100).value?.rawValue == word)
        #expect(WordingBand.of(percent * 7, of: 700).value?.rawValue == word)
    }

    @Test func ofNobodyThereIsNoWord() {
        #expect(WordingBand.of(0, of: 0) == .undefined(.noUnits))
    }

    @Test func anEstimateIsNeverNoneOrAll() {
        #expect([0, 0.2, 0.5, 0.7, 1].map(WordingBand.ofEstimate) == [.few, .some, .aboutHalf, .most, .nearlyAll])
    }

    @Test func wordsAreInOrder() {
        let words = (0...20).compactMap { WordingBand.of($0, of: 20).value }
        #expect(words == words.sorted())
        #expect(Set(words).count == WordingBand.allCases.count)
    }
}

@Suite struct WorstCaseBoundsTests {
    @Test func thoseNotAskedMakeTheDifference() {
        let bounds = WorstCaseBounds.of(positive: 20, notAsked: 30, total: 100).value
        #expect(bounds?.low == 0.2)
        #expect(bounds?.high == 0.5)
        #expect(WorstCaseBounds.of(positive: 0, notAsked: 0, total: 0) == .undefined(.noUnits))
    }
}
