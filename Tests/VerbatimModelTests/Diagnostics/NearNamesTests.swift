import Testing

@testable import VerbatimModel

@Suite struct NearNamesTests {
    /// Distances as given in the literature for optimal string alignment.
    @Test(arguments: [
        ("kitten", "sitting", 3), ("ca", "abc", 3), ("ab", "ba", 1), ("", "abc", 3), ("same", "same", 0),
        ("flaw", "lawn", 2), ("élan", "elan", 1),
    ])
    func distanceCountsEdits(_ left: String, _ right: String, _ expected: Int) {
        #expect(NearNames.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == expected)
        #expect(NearNames.distance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == expected)
    }

    @Test func onlyANearNameIsSuggested() {
        #expect(NearNames.nearest(to: "protecton", in: ["return", "protection", "projection"]) == "protection")
        #expect(NearNames.nearest(to: "money", in: ["homeland", "family"]) == nil)
        #expect(NearNames.nearest(to: "ab", in: ["xy"]) == nil)
        #expect(NearNames.nearest(to: "cat", in: ["hat", "bat"]) == "bat")
        #expect(NearNames.nearest(to: "", in: ["a"]) == nil)
    }
}
