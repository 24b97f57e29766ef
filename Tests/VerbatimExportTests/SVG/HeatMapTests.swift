import Testing

@testable import VerbatimExport

@Suite struct HeatMapTests {
    @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (8, 4)])
    func shadesAreQuartersOfTheLargest(number: Int, shade: Int) {
        #expect(HeatMap.shade(of: number, maximum: 8) == shade)
    }

    @Test func everyCellHasItsNumberAndTheWholeATextAlternative() {
        let map = HeatMap(
            title: "Both <of> two", description: "A with B: 3.", labels: ["A", "B & é", "C"],
            cell: { $0 == $1 ? .own(40 + $0) : $0 == 2 && $1 == 0 ? .omitted : .number(3 * $0 + $1) })
        var markup = Markup()
        map.write(into: &markup)
        let numbers = markup.text.matches(of: /text-anchor="middle">([^<]*)</).map { String($0.1) }
        // Row by row, then the number of its column.
        #expect(numbers == ["40", "1", "3", "41", "2", "·", "7", "42", "3"])
        #expect(markup.text.contains("<title>Both &lt;of&gt; two</title><desc>A with B: 3.</desc>"))
        #expect(markup.text.contains("B &amp; é"))
        // The largest number off the diagonal is 7: 3 is in the second quarter, 7 in the last.
        #expect(markup.text.contains("class=\"heat-2\"") && markup.text.contains("class=\"heat-4\""))
    }

    @Test func longNamesGoOnInANewLine() {
        var markup = Markup()
        let name = "Cooperation and agreements between states of origin and of destination"
        HeatMap(title: "", description: "", labels: [name], cell: { _, _ in .own(1) }).write(into: &markup)
        let lines = markup.text.matches(of: /text-anchor="end">([^<]*)</).map { String($0.1) }
        // The number of the row stands behind its name.
        #expect(lines.count > 2 && lines.dropLast().joined(separator: " ") == name && lines.last == "1")
    }
}
