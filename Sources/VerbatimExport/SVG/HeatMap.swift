/// A triangle of numbers, one for each two things, the larger the darker.
///
/// Shades are of the ink of the page, and every cell has its number, so that it reads in black and white, in the dark and
/// on paper. Things have numbers of their own, which stand above the columns and before the names of the rows.
struct HeatMap {
    /// What stands in one cell.
    enum Cell: Hashable {
        /// The number of two things.
        case number(Int)
        /// The number of one thing alone: framed, never shaded.
        case own(Int)
        /// Two things of which a number would say nothing.
        case omitted
    }

    /// What the picture shows, in a few words.
    var title: String
    /// What it shows, in sentences, for those who do not see it.
    var description: String
    /// The things, by name.
    var labels: [String]
    /// The cell of a row and a column that is not behind it.
    var cell: (Int, Int) -> Cell

    /// The number of shades.
    static let shades = 4
    /// What a framed cell is.
    static let ownWords = "all with the code itself"
    private static let side = 34
    private static let headHeight = 24
    private static let lineHeight = 14
    /// Where a name that is longer goes on in a second line.
    private static let longestLine = 176.0

    /// The largest number that is shaded; 0 where there is none.
    var maximum: Int {
        labels.indices.flatMap { row in
            (0..<row).map { column in
                if case .number(let number) = cell(row, column) { number } else { 0 }
            }
        }.max() ?? 0
    }

    /// The shade of a number, from 1; 0 for none.
    static func shade(of number: Int, maximum: Int) -> Int {
        guard number > 0, maximum > 0 else { return 0 }
        return min(shades, (shades * number + maximum - 1) / maximum)
    }

    /// The shades that are used, from the lightest, each with the numbers that it stands for.
    static func legend(maximum: Int) -> [(shade: Int, words: String)] {
        (1...shades).compactMap { shade in
            let (low, high) = (maximum * (shade - 1) / shades + 1, maximum * shade / shades)
            return low <= high ? (shade, low == high ? "\(low)" : "\(low)–\(high)") : nil
        }
    }

    /// Writes the map and, above it, which shade stands for which numbers.
    func write(into markup: inout Markup) {
        let maximum = maximum
        writeLegend(maximum: maximum, into: &markup)
        let names = labels.map { TextMetrics.lines(of: $0, size: 12, within: Self.longestLine) }
        let widest = names.joined().map { TextMetrics.width(of: $0, size: 12) }.max() ?? 0
        let left = Int(widest.rounded(.up)) + 36
        let heights = names.map { max(Self.side, $0.count * Self.lineHeight + 6) }
        let width = left + labels.count * Self.side + 2
        let height = Self.headHeight + heights.reduce(0, +) + 2
        markup.element(
            "svg",
            [
                "class": "heat", "role": "img", "width": "\(width)", "height": "\(height)",
                "viewBox": "0 0 \(width) \(height)", "focusable": "false",
            ]
        ) { svg in
            svg.element("title", title)
            svg.element("desc", description)
            var top = Self.headHeight
            for row in labels.indices {
                svg.newline()
                writeName(names[row], of: row, left: left, middle: top + heights[row] / 2, into: &svg)
                writeRow(row, corner: (left, top), height: heights[row], maximum: maximum, into: &svg)
                top += heights[row]
            }
        }
        markup.newline()
    }

    private func writeName(_ lines: [String], of row: Int, left: Int, middle: Int, into svg: inout Markup) {
        let first = middle + 4 - (lines.count - 1) * Self.lineHeight / 2
        for (number, line) in lines.enumerated() {
            svg.element(
                "text",
                ["x": "\(left - 30)", "y": "\(first + number * Self.lineHeight)", "text-anchor": "end"], line)
        }
        svg.element(
            "text", ["class": "ordinal", "x": "\(left - 10)", "y": "\(middle + 4)", "text-anchor": "end"],
            "\(row + 1)")
    }

    private func writeRow(
        _ row: Int, corner: (left: Int, top: Int), height: Int, maximum: Int, into svg: inout Markup
    ) {
        let top = corner.top
        let baseline = "\(top + height / 2 + 4)"
        for column in 0...row {
            let left = corner.left + column * Self.side
            let (words, style, ink): (String, String, String)
            switch cell(row, column) {
            case .number(let number):
                let shade = Self.shade(of: number, maximum: maximum)
                (words, style) = (NumberFormat.grouped(number), "heat-\(shade)")
                ink = shade == Self.shades ? "on-dark" : shade == 0 ? "faint" : "on-light"
            case .own(let number): (words, style, ink) = (NumberFormat.grouped(number), "heatown", "on-light")
            case .omitted: (words, style, ink) = ("·", "heat-0", "faint")
            }
            svg.empty(
                "rect",
                [
                    "class": style, "x": "\(left + 1)", "y": "\(top + 1)", "width": "\(Self.side - 2)",
                    "height": "\(height - 2)",
                ])
            svg.element(
                "text", ["class": ink, "x": "\(left + Self.side / 2)", "y": baseline, "text-anchor": "middle"], words)
        }
        // The number of a column stands over its first cell, which is that of the diagonal.
        svg.element(
            "text",
            [
                "class": "ordinal", "x": "\(corner.left + row * Self.side + Self.side / 2)", "y": "\(top - 6)",
                "text-anchor": "middle",
            ], "\(row + 1)")
    }

    private func writeLegend(maximum: Int, into markup: inout Markup) {
        markup.element("p", ["class": "legend"]) { legend in
            for (shade, words) in Self.legend(maximum: maximum) {
                writeSample("heat-\(shade)", words, into: &legend)
            }
            writeSample("heatown", Self.ownWords, into: &legend)
        }
        markup.newline()
    }

    private func writeSample(_ style: String, _ words: String, into legend: inout Markup) {
        legend.element("span", ["class": "sample"]) { span in
            span.element("svg", ["width": "16", "height": "16", "aria-hidden": "true", "focusable": "false"]) {
                $0.empty("rect", ["class": style, "x": "1", "y": "1", "width": "14", "height": "14"])
            }
            span.text(" \(words)")
        }
    }
}
