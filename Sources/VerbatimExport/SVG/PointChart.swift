/// A list of rows, each a point with its interval on a scale from 0 to 1, and where there is one a hollow second point.
///
/// For numbers that are no share of a count, such as agreement and corrected shares. Laid out as ``BarChart`` is; the
/// points are told apart by shape: a full circle with a whisker, and a hollow diamond.
struct PointChart {
    /// One row.
    struct Point {
        /// What it is about.
        var label: String
        /// What stands behind that, such as the size of a group; `nil` for nothing.
        var detail: String?
        /// What the label leads to; `nil` for nothing.
        var href: String?
        /// Where the full circle stands; `nil` where the number is not defined.
        var value: Double?
        /// The ends of its interval; `nil` for none.
        var interval: ClosedRange<Double>?
        /// Where the hollow diamond stands; `nil` for none.
        var other: Double?
        /// The number as it is written at the end of the row.
        var figure: String
        /// What the row shows, in a sentence.
        var description: String
    }

    /// What the chart shows, for those who do not see it.
    var title: String
    /// The rows.
    var points: [Point]
    /// The ticks, as they are written, at their places from 0 to 1.
    var ticks: [(place: Double, words: String)]

    /// Writes the chart.
    func write(into markup: inout Markup) {
        markup.element("ol", ["class": "chart", "aria-label": title]) { list in
            list.element("li", ["class": "bar axis", "aria-hidden": "true"]) { row in
                row.element("span", ["class": "bar-label"], "")
                row.element("svg", ["class": "marks", "width": "100%", "height": "20", "focusable": "false"]) { svg in
                    for (place, words) in ticks {
                        let anchor = place <= 0 ? "start" : place >= 1 ? "end" : "middle"
                        svg.element("text", ["x": Self.position(place), "y": "14", "text-anchor": anchor], words)
                    }
                }
                row.element("span", ["class": "bar-figure"], "")
            }
            for point in points {
                list.newline()
                write(point, into: &list)
            }
        }
        markup.newline()
    }

    /// Writes small samples of the marks with what they mean; `other` is what the hollow diamond means.
    static func writeLegend(_ value: String, other: String?, into markup: inout Markup) {
        markup.element("p", ["class": "legend"]) { legend in
            for (isOther, words) in [(false, value), (true, other)] {
                guard let words else { continue }
                legend.element("span", ["class": "sample"]) { span in
                    span.element("svg", ["width": "34", "height": "14", "aria-hidden": "true", "focusable": "false"]) {
                        if isOther {
                            writeDiamond(at: "17", middle: 7, into: &$0)
                        } else {
                            writeWhisker(from: "2", to: "32", middle: 7, into: &$0)
                            $0.empty("circle", ["class": "point", "cx": "17", "cy": "7", "r": "4.5"])
                        }
                    }
                    span.text(" \(words)")
                }
            }
        }
        markup.newline()
    }

    private func write(_ point: Point, into markup: inout Markup) {
        markup.element("li", ["class": "bar"]) { row in
            LaneLabel(words: point.label, detail: point.detail, href: point.href).write(into: &row)
            row.element(
                "svg", ["class": "marks", "role": "img", "width": "100%", "height": "26", "focusable": "false"]
            ) { svg in
                svg.element("title", point.label)
                svg.element("desc", point.description)
                for tick in ticks {
                    let x = Self.position(tick.place)
                    svg.empty("line", ["class": "grid", "x1": x, "x2": x, "y1": "0", "y2": "100%"])
                }
                if let interval = point.interval {
                    Self.writeWhisker(
                        from: Self.position(interval.lowerBound), to: Self.position(interval.upperBound), middle: 13,
                        into: &svg)
                }
                if let other = point.other { Self.writeDiamond(at: Self.position(other), middle: 13, into: &svg) }
                if let value = point.value {
                    svg.empty("circle", ["class": "point", "cx": Self.position(value), "cy": "13", "r": "4.5"])
                }
            }
            row.element("span", ["class": "bar-figure"]) { $0.element("b", point.figure) }
        }
    }

    private static func position(_ value: Double) -> String {
        "\(NumberFormat.short(min(max(value, 0), 1) * 100, decimals: 2))%"
    }

    private static func writeWhisker(from low: String, to high: String, middle: Int, into svg: inout Markup) {
        svg.empty("line", ["class": "whisker", "x1": low, "x2": high, "y1": "\(middle)", "y2": "\(middle)"])
        for end in [low, high] {
            svg.empty(
                "line", ["class": "whisker", "x1": end, "x2": end, "y1": "\(middle - 4)", "y2": "\(middle + 4)"])
        }
    }

    /// A hollow diamond: an SVG of its own, since a path cannot stand at a percentage.
    private static func writeDiamond(at x: String, middle: Int, into svg: inout Markup) {
        svg.element("svg", ["x": x, "y": "\(middle)", "overflow": "visible"]) {
            $0.empty("path", ["class": "diamond", "d": "M0-6 6 0 0 6-6 0Z"])
        }
    }
}
