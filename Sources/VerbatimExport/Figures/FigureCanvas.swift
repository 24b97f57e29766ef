/// What a figure is drawn on: SVG marks with all their looks written into them.
///
/// There is no style sheet and no variable, which programs other than browsers do not read. Lengths are in units of
/// the figure, from its upper left corner.
struct FigureCanvas {
    /// The colours: told apart by lightness too, so that they read in black and white.
    enum Ink: String {
        case ink = "#1c2128"
        case soft = "#56606b"
        case rule = "#cdd2d8"
        case fill = "#8db1d1"
        case strong = "#346a9c"
        case paper = "#ffffff"
    }

    /// Where a text stands from its point.
    enum Alignment {
        case left, middle, right
    }

    /// The width of every figure.
    static let width = 960.0
    /// The id of the pattern of hatched bars.
    static let hatching = "hatching"

    /// What was drawn so far.
    private(set) var markup = Markup()

    /// A line of words; one that begins in a script from right to left is laid out so.
    mutating func text(
        _ words: String, x: Double, baseline: Double, size: Double = 13, isBold: Bool = false,
        align: Alignment = .left, ink: String = Ink.ink.rawValue
    ) {
        let isReversed = TextMetrics.isRightToLeft(words)
        let anchor: String? =
            switch align {
            case .left: isReversed ? "end" : nil
            case .middle: "middle"
            case .right: isReversed ? nil : "end"
            }
        markup.element(
            "text",
            [
                "x": Self.number(x), "y": Self.number(baseline), "font-size": size == 13 ? nil : Self.number(size),
                "font-weight": isBold ? "bold" : nil, "text-anchor": anchor, "direction": isReversed ? "rtl" : nil,
                "fill": ink,
            ], words)
        markup.newline()
    }

    /// Words in as many lines as they need in a column; returns the baseline of the line that would come next.
    @discardableResult
    mutating func paragraph(
        _ words: String, x: Double, baseline: Double, size: Double, isBold: Bool = false, within width: Double,
        ink: Ink = .ink
    ) -> Double {
        var baseline = baseline
        for line in TextMetrics.lines(of: words, size: size, isBold: isBold, within: width) {
            text(line, x: x, baseline: baseline, size: size, isBold: isBold, ink: ink.rawValue)
            baseline += (size * 1.4).rounded()
        }
        return baseline
    }

    /// A straight line.
    mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), ink: Ink, width: Double = 1,
        dashes: String? = nil, opacity: String? = nil
    ) {
        markup.empty(
            "line",
            [
                "x1": Self.number(start.x), "y1": Self.number(start.y), "x2": Self.number(end.x),
                "y2": Self.number(end.y), "stroke": ink.rawValue, "stroke-width": Self.number(width),
                "stroke-dasharray": dashes, "stroke-opacity": opacity,
            ])
        markup.newline()
    }

    /// A rectangle.
    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, fill: String, stroke: Ink? = nil
    ) {
        markup.empty(
            "rect",
            [
                "x": Self.number(x), "y": Self.number(y), "width": Self.number(width),
                "height": Self.number(height), "fill": fill, "stroke": stroke?.rawValue,
            ])
        markup.newline()
    }

    /// A line through points; `path` is in SVG's language.
    mutating func path(_ path: String, ink: Ink, width: Double, fill: String = "none") {
        markup.empty(
            "path", ["d": path, "fill": fill, "stroke": ink.rawValue, "stroke-width": Self.number(width)])
        markup.newline()
    }

    /// A length or a place, with at most one decimal.
    static func number(_ value: Double) -> String { NumberFormat.short(value, decimals: 1) }
}

// MARK: - Marks of charts

extension FigureCanvas {
    /// A whisker with caps around a point, on a halo, so that it stands out from a bar too.
    mutating func whisker(from low: Double, to high: Double, middle: Double) {
        for isHalo in [true, false] {
            let (ink, width, opacity): (Ink, Double, String?) = isHalo ? (.paper, 3.4, "0.75") : (.ink, 1.4, nil)
            line(from: (low, middle), to: (high, middle), ink: ink, width: width, opacity: opacity)
            for end in [low, high] {
                line(from: (end, middle - 4), to: (end, middle + 4), ink: ink, width: width, opacity: opacity)
            }
        }
    }

    /// A thin hatched bar.
    mutating func hatchedBar(from left: Double, to right: Double, top: Double) {
        rectangle(
            x: left, y: top, width: max(0, right - left), height: 7, fill: "url(#\(Self.hatching))", stroke: .ink)
    }

    /// A full circle.
    mutating func circle(x: Double, y: Double) {
        markup.empty(
            "circle", ["cx": Self.number(x), "cy": Self.number(y), "r": "4.5", "fill": Ink.ink.rawValue])
        markup.newline()
    }

    /// A hollow diamond.
    mutating func diamond(x: Double, y: Double) {
        path(
            "M\(Self.number(x)) \(Self.number(y - 6))l6 6-6 6-6-6Z", ink: .ink, width: 1.5,
            fill: Ink.paper.rawValue)
    }
}
