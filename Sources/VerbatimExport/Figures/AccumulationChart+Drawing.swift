extension AccumulationChart {
    private static let plotHeight = 340.0

    /// Draws the chart between two columns from `top` down, and returns where it ends.
    func draw(into canvas: inout FigureCanvas, top: Double, columns: ClosedRange<Double>) -> Double {
        let start = drawLegend(into: &canvas, top: top, columns: columns) + 30
        let vertical = verticalTicks
        let largest = Double(vertical.last ?? 1)
        let numbers = vertical.map { TextMetrics.width(of: "\($0)", size: 12) }.max() ?? 0
        let plot = (left: columns.lowerBound + numbers + 12, right: columns.upperBound - 12)
        let bottom = start + Self.plotHeight
        func x(_ step: Int) -> Double {
            plot.left + (plot.right - plot.left) * Double(step) / Double(max(accumulated.count, 1))
        }
        func y(_ value: Double) -> Double { bottom - Self.plotHeight * min(value, largest) / largest }

        canvas.text(
            noun, x: columns.lowerBound, baseline: start - 14, size: 12, ink: FigureCanvas.Ink.soft.rawValue)
        for tick in vertical {
            let height = y(Double(tick))
            canvas.line(from: (plot.left, height), to: (plot.right, height), ink: tick == 0 ? .soft : .rule)
            canvas.text(
                "\(tick)", x: plot.left - 8, baseline: height + 4, size: 12, align: .right,
                ink: FigureCanvas.Ink.soft.rawValue)
        }
        for tick in Self.ticks(holding: Double(accumulated.count), count: 10) where tick <= accumulated.count {
            canvas.line(from: (x(tick), bottom), to: (x(tick), bottom + 5), ink: .soft)
            canvas.text(
                "\(tick)", x: x(tick), baseline: bottom + 20, size: 12, align: .middle,
                ink: FigureCanvas.Ink.soft.rawValue)
        }
        canvas.text(
            steps, x: plot.right, baseline: bottom + 40, size: 12, align: .right,
            ink: FigureCanvas.Ink.soft.rawValue)

        if let level {
            canvas.line(
                from: (plot.left, y(level)), to: (plot.right, y(level)), ink: .ink, width: 1.5, dashes: "7 5")
        }
        var stairs = "M\(FigureCanvas.number(x(0))) \(FigureCanvas.number(y(0)))"
        for (step, value) in accumulated.enumerated() {
            stairs += "H\(FigureCanvas.number(x(step + 1)))V\(FigureCanvas.number(y(Double(value))))"
        }
        canvas.path(stairs, ink: .ink, width: 1)
        let curve = mean.enumerated().map { "\(FigureCanvas.number(x($0 + 1))) \(FigureCanvas.number(y($1)))" }
        if curve.count > 1 { canvas.path("M\(curve.joined(separator: "L"))", ink: .strong, width: 3) }
        return bottom + 40
    }

    private func drawLegend(
        into canvas: inout FigureCanvas, top: Double, columns: ClosedRange<Double>
    ) -> Double {
        var x = columns.lowerBound
        for (kind, words) in samples {
            let middle = top + 7
            switch kind {
            case .curve: canvas.line(from: (x, middle), to: (x + 34, middle), ink: .strong, width: 3)
            case .stairs:
                canvas.path(
                    "M\(FigureCanvas.number(x)) \(FigureCanvas.number(middle + 5))h11v-5h12v-5h11", ink: .ink, width: 1)
            case .level:
                canvas.line(from: (x, middle), to: (x + 34, middle), ink: .ink, width: 1.5, dashes: "7 5")
            }
            canvas.text(words, x: x + 42, baseline: top + 11.5, size: 12)
            x += 66 + TextMetrics.width(of: words, size: 12)
        }
        return top + 18
    }
}
