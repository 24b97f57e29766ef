/// How something adds up over a number of steps: what came in order as stairs, its mean over all orders as a line, and a
/// level that it will at least reach.
///
/// Stairs, line and level differ in shape and dashes, not in colour alone. The drawing has a size of its own and scrolls
/// where the page is narrower.
struct AccumulationChart {
    /// What the picture shows, in a few words.
    var title: String
    /// What it shows, in sentences, for those who do not see it.
    var description: String
    /// What stands along the horizontal axis, such as `transcripts`.
    var steps: String
    /// What stands along the vertical axis, such as `codes`.
    var noun: String
    /// How much there is after each step, in order.
    var accumulated: [Int]
    /// How much there is after so many steps on average over all orders.
    var mean: [Double]
    /// What there is at least in all; `nil` where that is not known.
    var level: Double?

    /// What is drawn: the names are those of the style sheet.
    enum Kind: String {
        /// The mean over all orders.
        case curve
        /// What came in order.
        case stairs
        /// What there is at least in all.
        case level
    }

    /// What is drawn, with what it means.
    var samples: [(kind: Kind, words: String)] {
        [(.curve, "mean of all orders (rarefaction)"), (.stairs, "in the order of the study")]
            + (level == nil ? [] : [(.level, "at least so many in all")])
    }

    private static let width = 660
    private static let height = 300
    private static let left = 48.0
    private static let right = 640.0
    private static let top = 16.0
    private static let bottom = 250.0

    /// Writes the chart, with what its marks mean above it.
    func write(into markup: inout Markup) {
        writeLegend(into: &markup)
        markup.element(
            "svg",
            [
                "class": "accumulation", "role": "img", "width": "\(Self.width)", "height": "\(Self.height)",
                "viewBox": "0 0 \(Self.width) \(Self.height)", "focusable": "false",
            ]
        ) { svg in
            svg.element("title", title)
            svg.element("desc", description)
            writeAxes(into: &svg)
            if let level {
                let y = y(level)
                svg.empty(
                    "line", ["class": "level", "x1": number(Self.left), "x2": number(Self.right), "y1": y, "y2": y])
            }
            svg.empty("path", ["class": "stairs", "d": stairs])
            let points = mean.enumerated().map { "\(x($0 + 1)),\(y($1))" }
            svg.empty("polyline", ["class": "curve", "points": points.joined(separator: " ")])
        }
        markup.newline()
    }

    /// Even steps of 1, 2 or 5 times a power of ten, from 0 to at least the largest value, about `count` of them.
    static func ticks(holding largest: Double, count: Int) -> [Int] {
        var power = 1
        while true {
            for factor in [1, 2, 5] {
                let step = factor * power
                let steps = Int((max(largest, 1) / Double(step)).rounded(.up))
                if steps <= count { return (0...steps).map { $0 * step } }
            }
            power *= 10
        }
    }

    /// The ticks of the vertical axis.
    var verticalTicks: [Int] {
        Self.ticks(holding: max(mean.last ?? 0, level ?? 0, Double(accumulated.last ?? 0)), count: 6)
    }

    private var stairs: String {
        var path = "M\(x(0)) \(y(0))"
        for (step, value) in accumulated.enumerated() { path += "H\(x(step + 1))V\(y(Double(value)))" }
        return path
    }

    private func x(_ step: Int) -> String {
        number(Self.left + (Self.right - Self.left) * Double(step) / Double(max(accumulated.count, 1)))
    }

    private func y(_ value: Double) -> String {
        let largest = Double(verticalTicks.last ?? 1)
        return number(Self.bottom - (Self.bottom - Self.top) * min(value, largest) / largest)
    }

    private func number(_ value: Double) -> String { NumberFormat.short(value, decimals: 1) }

    private func writeAxes(into svg: inout Markup) {
        for tick in verticalTicks {
            let y = y(Double(tick))
            svg.empty("line", ["class": "grid", "x1": number(Self.left), "x2": number(Self.right), "y1": y, "y2": y])
            svg.element("text", ["x": number(Self.left - 8), "y": y, "dy": "4", "text-anchor": "end"], "\(tick)")
        }
        for tick in Self.ticks(holding: Double(accumulated.count), count: 8) where tick <= accumulated.count {
            svg.element(
                "text", ["x": x(tick), "y": number(Self.bottom + 18), "text-anchor": "middle"], "\(tick)")
        }
        svg.element(
            "text", ["x": number(Self.right), "y": number(Self.bottom + 38), "text-anchor": "end"],
            "\(noun) found, by number of \(steps)")
    }

    private func writeLegend(into markup: inout Markup) {
        markup.element("p", ["class": "legend"]) { legend in
            for (kind, words) in samples {
                legend.element("span", ["class": "sample accumulation"]) { span in
                    span.element("svg", ["width": "34", "height": "12", "aria-hidden": "true", "focusable": "false"]) {
                        $0.empty("line", ["class": kind.rawValue, "x1": "0", "x2": "34", "y1": "6", "y2": "6"])
                    }
                    span.text(" \(words)")
                }
            }
        }
        markup.newline()
    }
}
