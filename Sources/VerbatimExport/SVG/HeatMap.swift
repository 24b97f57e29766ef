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
    private static let shades = 4
    private static let side = 34
    private static let labelWidth = 236
    private static let headHeight = 24
    /// The most characters of a name that have room before the cells.
    private static let longestLabel = 32

    /// The largest number that is shaded; 0 where there is none.
    private var maximum: Int {
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

    /// Writes the map and, above it, which shade stands for which numbers.
    func write(into markup: inout Markup) {
        let maximum = maximum
        writeLegend(maximum: maximum, into: &markup)
        let width = Self.labelWidth + labels.count * Self.side + 2
        let height = Self.headHeight + labels.count * Self.side + 2
        markup.element(
            "svg",
            [
                "class": "heat", "role": "img", "width": "\(width)", "height": "\(height)",
                "viewBox": "0 0 \(width) \(height)", "focusable": "false",
            ]
        ) { svg in
            svg.element("title", title)
            svg.element("desc", description)
            for row in labels.indices {
                svg.newline()
                writeRow(row, maximum: maximum, into: &svg)
            }
        }
        markup.newline()
    }

    private func writeRow(_ row: Int, maximum: Int, into svg: inout Markup) {
        let top = Self.headHeight + row * Self.side
        let baseline = "\(top + Self.side / 2 + 4)"
        svg.element("text", ["x": "\(Self.labelWidth - 10)", "y": baseline, "text-anchor": "end"]) { text in
            text.text("\(shortened(labels[row])) ")
            text.element("tspan", ["class": "ordinal"], "\(row + 1)")
        }
        for column in 0...row {
            let left = Self.labelWidth + column * Self.side
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
                    "height": "\(Self.side - 2)",
                ])
            svg.element(
                "text", ["class": ink, "x": "\(left + Self.side / 2)", "y": baseline, "text-anchor": "middle"], words)
        }
        // The number of a column stands over its first cell, which is that of the diagonal.
        svg.element(
            "text",
            [
                "class": "ordinal", "x": "\(Self.labelWidth + row * Self.side + Self.side / 2)", "y": "\(top - 6)",
                "text-anchor": "middle",
            ], "\(row + 1)")
    }

    private func writeLegend(maximum: Int, into markup: inout Markup) {
        markup.element("p", ["class": "legend"]) { legend in
            for shade in 1...Self.shades {
                let low = maximum * (shade - 1) / Self.shades + 1
                let high = maximum * shade / Self.shades
                guard low <= high else { continue }
                writeSample("heat-\(shade)", low == high ? "\(low)" : "\(low)–\(high)", into: &legend)
            }
            writeSample("heatown", "all with the code itself", into: &legend)
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

    private func shortened(_ label: String) -> String {
        label.count <= Self.longestLabel ? label : "\(label.prefix(Self.longestLabel - 1))…"
    }
}
