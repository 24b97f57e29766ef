import Testing

@testable import VerbatimExport

@Suite struct ShareScaleTests {
    @Test(arguments: [(0.0, 0.2), (0.2, 0.2), (0.21, 0.4), (0.55, 0.6), (0.8, 0.8), (0.81, 1), (1, 1)])
    func holdsTheLargestShare(largest: Double, maximum: Double) {
        let scale = ShareScale(holding: largest)
        #expect(scale.maximum == maximum)
        #expect(scale.ticks.first == 0 && scale.ticks.last == maximum)
    }

    @Test func positionsAreSharesOfTheWidth() {
        let scale = ShareScale(holding: 0.4)
        #expect(scale.position(0) == "0%")
        #expect(scale.position(0.1) == "25%")
        #expect(scale.position(1.0 / 3) == "83.33%")
        #expect(scale.position(2) == "100%")
    }
}
