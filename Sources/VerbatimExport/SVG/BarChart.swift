import VerbatimAnalysis

/// A horizontal bar chart of shares with intervals: a list of rows, each with its name as a link, an SVG with the
/// marks, and the figure in digits.
///
/// The marks stand at percentages of the width and have no scale of their own, so that one drawing serves a phone, a
/// desktop and paper, and all text stays text of the page. What the marks show is told apart by shape and pattern, not
/// by colour alone: a plain bar with a whisker, and a thin hatched bar for denials.
struct BarChart {
    /// One row.
    struct Bar {
        /// What the bar is about.
        var label: String
        /// What stands behind that, such as the size of a group; `nil` for nothing.
        var detail: String?
        /// What the label leads to, such as `#code-protection`.
        var href: String?
        /// Whether it is set bold: a theme, or a total.
        var isStrong: Bool
        /// How many levels it is set in.
        var depth: Int
        /// The share that the bar shows.
        var share: Proportion
        /// The share that the hatched bar shows; none is drawn where its count is 0.
        var denied: Proportion?
        /// What the row shows, in a sentence.
        var description: String
    }

    /// What the chart shows, for those who do not see it.
    var title: String
    /// The rows.
    var bars: [Bar]
    /// The scale of all rows.
    var scale: ShareScale

    /// The id of the pattern of denials, which ``writeDefinitions(into:)`` defines.
    private static let hatching = "hatching"

    /// Writes the chart.
    func write(into markup: inout Markup) {
        markup.element("ol", ["class": "chart", "aria-label": title]) { list in
            list.element("li", ["class": "bar axis", "aria-hidden": "true"]) { row in
                row.element("span", ["class": "bar-label"], "")
                row.element("svg", ["class": "marks", "width": "100%", "height": "20", "focusable": "false"]) { svg in
                    writeTicks(into: &svg)
                }
                row.element("span", ["class": "bar-figure"], "")
            }
            for bar in bars {
                list.newline()
                write(bar, into: &list)
            }
        }
        markup.newline()
    }

    /// Writes what every chart of a page refers to; once on a page, before the first chart.
    static func writeDefinitions(into markup: inout Markup) {
        markup.element(
            "svg", ["class": "definitions", "width": "0", "height": "0", "aria-hidden": "true", "focusable": "false"]
        ) { svg in
            svg.element("defs") { definitions in
                definitions.element(
                    "pattern",
                    [
                        "id": hatching, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
                        "patternTransform": "rotate(45)",
                    ]
                ) { $0.empty("line", ["class": "hatch", "x1": "0", "y1": "0", "x2": "0", "y2": "5"]) }
            }
        }
        markup.newline()
    }

    /// Writes small samples of the marks with what they mean.
    static func writeLegend(_ meaning: String, denials: Bool, into markup: inout Markup) {
        func sample(_ words: String, into markup: inout Markup, _ draw: (inout Markup) -> Void) {
            markup.element("span", ["class": "sample"]) { span in
                span.element(
                    "svg", ["width": "34", "height": "14", "aria-hidden": "true", "focusable": "false"], draw)
                span.text(" \(words)")
            }
        }
        markup.element("p", ["class": "legend"]) { legend in
            sample(meaning, into: &legend) {
                $0.empty("rect", ["class": "fill", "x": "0", "y": "2", "width": "34", "height": "10"])
            }
            sample("95\u{A0}% interval", into: &legend) {
                writeWhisker(from: "2", to: "32", middle: 7, into: &$0)
            }
            if denials {
                sample("respondents who deny it", into: &legend) {
                    writeHatchedBar(width: "33", top: 3, into: &$0)
                }
            }
        }
        markup.newline()
    }

    private func write(_ bar: Bar, into markup: inout Markup) {
        let denied = bar.denied.flatMap { $0.count > 0 ? $0 : nil }
        let kind = bar.isStrong ? "bar strong" : "bar"
        markup.element("li", ["class": bar.depth > 0 ? "\(kind) inner" : kind]) { row in
            LaneLabel(words: bar.label, detail: bar.detail, href: bar.href).write(into: &row)
            row.element(
                "svg",
                [
                    "class": "marks", "role": "img", "width": "100%", "height": denied == nil ? "26" : "36",
                    "focusable": "false",
                ]
            ) { svg in
                svg.element("title", bar.label)
                svg.element("desc", bar.description)
                for tick in scale.ticks {
                    let x = scale.position(tick)
                    svg.empty("line", ["class": "grid", "x1": x, "x2": x, "y1": "0", "y2": "100%"])
                }
                writeMarks(of: bar.share, denied: denied, into: &svg)
            }
            row.element("span", ["class": "bar-figure"]) { figure in
                figure.element("b", NumberFormat.grouped(bar.share.count))
                figure.text(" · \(SharePhrase.percent(bar.share))")
                if let denied {
                    figure.element("span", ["class": "bar-denied"], "\(NumberFormat.grouped(denied.count)) deny it")
                }
            }
        }
    }

    private func writeMarks(of share: Proportion, denied: Proportion?, into svg: inout Markup) {
        if let value = share.share, value > 0 {
            svg.empty(
                "rect", ["class": "fill", "x": "0", "y": "7", "width": scale.position(value), "height": "12"])
        }
        if let interval = share.interval {
            Self.writeWhisker(
                from: scale.position(interval.low), to: scale.position(interval.high), middle: 13, into: &svg)
        }
        if let value = denied?.share {
            Self.writeHatchedBar(width: scale.position(value), top: 23, into: &svg)
        }
    }

    private func writeTicks(into svg: inout Markup) {
        for tick in scale.ticks {
            let isFirst = tick == scale.ticks.first
            let anchor = isFirst ? "start" : tick == scale.ticks.last ? "end" : "middle"
            let sign = isFirst ? "" : "\u{A0}%"
            svg.element(
                "text", ["x": scale.position(tick), "y": "14", "text-anchor": anchor],
                "\(NumberFormat.percent(tick))\(sign)")
        }
    }

    /// A line with two caps, on a halo so that it stands out from the bar as much as from the page.
    private static func writeWhisker(from low: String, to high: String, middle: Int, into svg: inout Markup) {
        for style in ["halo", "whisker"] {
            svg.empty("line", ["class": style, "x1": low, "x2": high, "y1": "\(middle)", "y2": "\(middle)"])
            for end in [low, high] {
                svg.empty(
                    "line", ["class": style, "x1": end, "x2": end, "y1": "\(middle - 4)", "y2": "\(middle + 4)"])
            }
        }
    }

    private static func writeHatchedBar(width: String, top: Int, into svg: inout Markup) {
        svg.empty(
            "rect",
            [
                "class": "denied", "x": "0.5", "y": "\(top).5", "width": width, "height": "7",
                "fill": "url(#\(hatching))",
            ])
    }
}
