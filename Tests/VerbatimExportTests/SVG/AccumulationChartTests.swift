import Testing

@testable import VerbatimExport

@Suite struct AccumulationChartTests {
    @Test(arguments: [
        (0.0, [0, 1]), (1.0, [0, 1]), (5.0, [0, 1, 2, 3, 4, 5]), (7.0, [0, 2, 4, 6, 8]), (32.0, [0, 10, 20, 30, 40]),
        (420.0, [0, 100, 200, 300, 400, 500]),
    ])
    func ticksAreRound(largest: Double, ticks: [Int]) {
        #expect(AccumulationChart.ticks(holding: largest, count: 6) == ticks)
    }

    @Test func stairsGoUpAtEachStep() {
        var markup = Markup()
        AccumulationChart(
            title: "Codes", description: "Two of two.", steps: "transcripts", noun: "codes", accumulated: [1, 2],
            mean: [1.5, 2], level: nil
        ).write(into: &markup)
        // The axis goes from 48 to 640 and from 250 up to 16, for 0 to 2 transcripts and 0 to 2 codes.
        #expect(markup.text.contains("d=\"M48 250H344V133H640V16\""))
        #expect(markup.text.contains("points=\"344,74.5 640,16\""))
        #expect(!markup.text.contains("class=\"level\""))
    }
}
