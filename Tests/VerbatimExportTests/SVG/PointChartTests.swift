import Testing

@testable import VerbatimExport

@Suite struct PointChartTests {
    private func text(_ value: Double?, _ interval: ClosedRange<Double>?, _ other: Double?) -> String {
        var markup = Markup()
        PointChart(
            title: "Agreement",
            points: [
                PointChart.Point(
                    label: "Shelter", href: nil, value: value, interval: interval, other: other, figure: "–",
                    description: "d")
            ], ticks: [(0, "0"), (1, "1")]
        ).write(into: &markup)
        return markup.text
    }

    @Test func pointsStandAtTheirPlaceAndOutsideAtTheEnd() {
        let inside = text(0.25, -0.5...0.75, 0.5)
        #expect(inside.contains("cx=\"25%\"") && inside.contains("x1=\"0%\" x2=\"75%\""))
        #expect(inside.contains("class=\"diamond\"") && inside.contains("<svg x=\"50%\""))
        #expect(text(-0.2, nil, nil).contains("cx=\"0%\""))
    }

    @Test func whatIsNotDefinedIsNotDrawn() {
        let nothing = text(nil, nil, nil)
        #expect(!nothing.contains("<circle") && !nothing.contains("whisker") && !nothing.contains("diamond"))
    }
}
