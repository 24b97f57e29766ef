/// Rows of marks on one scale, in panels: names before them, figures behind them, a scale above each panel.
struct LaneDrawing {
    /// One mark; places are from 0 at the left end of the scale to 1 at its right end.
    enum Mark: Hashable {
        case bar(Double, isStrong: Bool)
        case hatchedBar(Double)
        case interval(Double, Double)
        case circle(Double)
        case diamond(Double)
    }

    /// One row.
    struct Lane: Hashable {
        /// What it is about.
        var label: String
        /// What stands behind that, such as the size of a group.
        var detail: String?
        /// Whether it is set bold: a theme.
        var isStrong = false
        /// The marks, those drawn last on top.
        var marks: [Mark]
        /// The number, as it is written at the end of the row.
        var figure: String
        /// A second line below the number.
        var remark: String?
    }

    /// Rows under a heading of their own.
    struct Panel: Hashable {
        /// The heading; `nil` for none.
        var heading: String?
        /// The rows.
        var lanes: [Lane]
    }

    /// The rows.
    var panels: [Panel]
    /// The ticks, as they are written, at their places.
    var ticks: [(place: Double, words: String)]
    /// Samples of marks with what they mean.
    var legend: [(marks: [Mark], words: String)]

    private static let longestLabel = 320.0
    private static let lineHeight = 16.0

    /// Draws the rows between two columns from `top` down, and returns where they end.
    func draw(into canvas: inout FigureCanvas, top: Double, columns: ClosedRange<Double>) -> Double {
        let layout = Layout(panels.flatMap(\.lanes), columns: columns)
        var y = drawLegend(into: &canvas, top: top, columns: columns)
        for panel in panels {
            if let heading = panel.heading {
                y = canvas.paragraph(
                    heading, x: columns.lowerBound, baseline: y + 22, size: 14, isBold: true,
                    within: columns.upperBound - columns.lowerBound)
                y -= 16
            }
            y = drawScale(into: &canvas, top: y, layout: layout)
            for (number, lane) in panel.lanes.enumerated() {
                if lane.isStrong, number > 0 { y = drawGrid(into: &canvas, from: y, height: 10, layout: layout) }
                y = draw(lane, into: &canvas, top: y, layout: layout)
            }
            y += 8
        }
        return y
    }

    /// What the columns of all rows are.
    private struct Layout {
        let label: Double
        let detail: Double
        let plot: ClosedRange<Double>
        let figure: Double

        init(_ lanes: [Lane], columns: ClosedRange<Double>) {
            func widest(_ width: (Lane) -> Double) -> Double { lanes.map(width).max() ?? 0 }
            let labels = widest { TextMetrics.width(of: $0.label, size: 13, isBold: $0.isStrong) }
            let details = widest { TextMetrics.width(of: $0.detail ?? "", size: 12) }
            let figures = widest {
                max(
                    TextMetrics.width(of: $0.figure, size: 13, isBold: true),
                    TextMetrics.width(of: $0.remark ?? "", size: 11))
            }
            label = columns.lowerBound + min(max(labels, 60), LaneDrawing.longestLabel)
            detail = details == 0 ? label : label + 14 + details
            figure = columns.upperBound - figures
            plot = (detail + 16)...max(detail + 116, figure - 16)
        }

        func x(_ place: Double) -> Double {
            plot.lowerBound + (plot.upperBound - plot.lowerBound) * min(max(place, 0), 1)
        }
    }

    private func draw(_ lane: Lane, into canvas: inout FigureCanvas, top: Double, layout: Layout) -> Double {
        let lines = TextMetrics.lines(
            of: lane.label, size: 13, isBold: lane.isStrong, within: Self.longestLabel)
        let isDouble = lane.remark != nil || lane.marks.contains { if case .hatchedBar = $0 { true } else { false } }
        let height = max(isDouble ? 38 : 26, Double(lines.count) * Self.lineHeight + 10)
        _ = drawGrid(into: &canvas, from: top, height: height, layout: layout)
        for (number, line) in lines.enumerated() {
            canvas.text(
                line, x: layout.label, baseline: top + 17.5 + Double(number) * Self.lineHeight, isBold: lane.isStrong,
                align: .right)
        }
        if let detail = lane.detail {
            canvas.text(
                detail, x: layout.detail, baseline: top + 17.5, size: 12, align: .right,
                ink: FigureCanvas.Ink.soft.rawValue)
        }
        for mark in lane.marks { draw(mark, into: &canvas, middle: top + 13, x: layout.x) }
        canvas.text(lane.figure, x: layout.figure, baseline: top + 17.5)
        if let remark = lane.remark {
            canvas.text(
                remark, x: layout.figure, baseline: top + 31.5, size: 11, ink: FigureCanvas.Ink.soft.rawValue)
        }
        return top + height
    }

    private func draw(
        _ mark: Mark, into canvas: inout FigureCanvas, middle: Double, x: (Double) -> Double
    ) {
        switch mark {
        case .bar(let place, let isStrong):
            guard place > 0 else { return }
            let ink = isStrong ? FigureCanvas.Ink.strong : .fill
            canvas.rectangle(
                x: x(0), y: middle - 6, width: x(place) - x(0), height: 12, fill: ink.rawValue)
        case .hatchedBar(let place): canvas.hatchedBar(from: x(0), to: x(place), top: middle + 10)
        case .interval(let low, let high): canvas.whisker(from: x(low), to: x(high), middle: middle)
        case .circle(let place): canvas.circle(x: x(place), y: middle)
        case .diamond(let place): canvas.diamond(x: x(place), y: middle)
        }
    }

    private func drawScale(into canvas: inout FigureCanvas, top: Double, layout: Layout) -> Double {
        for tick in ticks {
            canvas.text(
                tick.words, x: layout.x(tick.place), baseline: top + 16, size: 12, align: .middle,
                ink: FigureCanvas.Ink.soft.rawValue)
        }
        return top + 22
    }

    private func drawGrid(
        into canvas: inout FigureCanvas, from top: Double, height: Double, layout: Layout
    ) -> Double {
        for tick in ticks {
            let x = layout.x(tick.place)
            canvas.line(from: (x, top), to: (x, top + height), ink: .rule)
        }
        return top + height
    }

    /// The samples in as many lines as they need.
    private func drawLegend(
        into canvas: inout FigureCanvas, top: Double, columns: ClosedRange<Double>
    ) -> Double {
        guard !legend.isEmpty else { return top }
        var (x, middle) = (columns.lowerBound, top + 6)
        for (marks, words) in legend {
            let width = 42 + TextMetrics.width(of: words, size: 12)
            if x > columns.lowerBound, x + width > columns.upperBound {
                (x, middle) = (columns.lowerBound, middle + 20)
            }
            for mark in marks {
                if case .hatchedBar = mark {
                    canvas.hatchedBar(from: x, to: x + 34, top: middle - 3.5)
                } else {
                    draw(mark, into: &canvas, middle: middle) { x + 34 * $0 }
                }
            }
            canvas.text(words, x: x + 42, baseline: middle + 4.5, size: 12)
            x += width + 24
        }
        return middle + 14
    }
}
