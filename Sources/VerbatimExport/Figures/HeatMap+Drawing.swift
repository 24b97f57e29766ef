extension HeatMap {
    /// Shades of grey, from the lightest; the first is that of nothing.
    private static let greys = ["#ffffff", "#eff0f0", "#d6d7d8", "#b2b4b6", "#45494f"]
    private static let widestCell = 40.0
    private static let narrowestCell = 20.0
    private static let longestName = 280.0

    /// Draws the map between two columns from `top` down, and returns where it ends.
    func draw(into canvas: inout FigureCanvas, top: Double, columns: ClosedRange<Double>) -> Double {
        let maximum = maximum
        let names = labels.map { TextMetrics.lines(of: $0, size: 12, within: Self.longestName) }
        let ordinals = TextMetrics.width(of: "\(labels.count)", size: 12)
        let widest = names.joined().map { TextMetrics.width(of: $0, size: 12) }.max() ?? 0
        let left = columns.lowerBound + widest + ordinals + 18
        let room = (columns.upperBound - left) / Double(max(1, labels.count))
        let side = min(Self.widestCell, max(Self.narrowestCell, room.rounded(.down)))
        var y = drawLegend(into: &canvas, top: top, columns: columns, maximum: maximum) + 18
        for row in labels.indices {
            let height = max(side, Double(names[row].count) * 14 + 4)
            let middle = y + height / 2
            for (number, line) in names[row].enumerated() {
                let offset = (Double(number) - Double(names[row].count - 1) / 2) * 14
                canvas.text(
                    line, x: left - ordinals - 16, baseline: middle + offset + 4, size: 12, align: .right)
            }
            canvas.text(
                "\(row + 1)", x: left - 8, baseline: middle + 4, size: 12, align: .right,
                ink: FigureCanvas.Ink.soft.rawValue)
            for column in 0...row {
                let corner = (x: left + Double(column) * side, y: y)
                draw(
                    cell(row, column), into: &canvas, corner: corner, size: (side, height), maximum: maximum)
            }
            canvas.text(
                "\(row + 1)", x: left + (Double(row) + 0.5) * side, baseline: y - 5, size: 12, align: .middle,
                ink: FigureCanvas.Ink.soft.rawValue)
            y += height
        }
        return y
    }

    private func draw(
        _ cell: Cell, into canvas: inout FigureCanvas, corner: (x: Double, y: Double),
        size: (width: Double, height: Double), maximum: Int
    ) {
        let words: String
        var (shade, frame) = (0, FigureCanvas.Ink.rule)
        switch cell {
        case .number(let number):
            words = NumberFormat.grouped(number)
            shade = Self.shade(of: number, maximum: maximum)
        case .own(let number): (words, frame) = (NumberFormat.grouped(number), .ink)
        case .omitted: words = "·"
        }
        canvas.rectangle(
            x: corner.x + 1, y: corner.y + 1, width: size.width - 2, height: size.height - 2,
            fill: Self.greys[shade], stroke: frame)
        let room = (size.width - 6) / max(1, TextMetrics.width(of: words, size: 1))
        let ink = shade == Self.shades ? FigureCanvas.Ink.paper : .ink
        canvas.text(
            words, x: corner.x + size.width / 2, baseline: corner.y + size.height / 2 + 4, size: min(12, room),
            align: .middle, ink: ink.rawValue)
    }

    private func drawLegend(
        into canvas: inout FigureCanvas, top: Double, columns: ClosedRange<Double>, maximum: Int
    ) -> Double {
        var x = columns.lowerBound
        func draw(_ shade: Int, frame: FigureCanvas.Ink, _ words: String) {
            canvas.rectangle(x: x, y: top, width: 14, height: 14, fill: Self.greys[shade], stroke: frame)
            canvas.text(words, x: x + 21, baseline: top + 11.5, size: 12)
            x += 45 + TextMetrics.width(of: words, size: 12)
        }
        for (shade, words) in Self.legend(maximum: maximum) { draw(shade, frame: .rule, words) }
        draw(0, frame: .ink, Self.ownWords)
        return top + 18
    }
}
