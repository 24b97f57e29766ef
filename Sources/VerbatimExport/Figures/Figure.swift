/// A chart as a file of its own, which can be put into a text or on a slide: an SVG document, and the figures it shows.
///
/// The document stands alone: it has its words, white ground and looks in it, a title and a description for those who
/// do not see it, and no script. The same study gives the same bytes. It holds no words of respondents.
package struct Figure: Hashable, Sendable {
    /// The name of its files, without an extension: ASCII letters, digits and hyphens.
    package let name: String
    /// What it shows, in a few words.
    package let title: String
    /// What it shows, in sentences, for those who do not see it.
    package let description: String
    /// The figures that it shows.
    package let table: Table
    /// Its height, in units of which it is ``FigureCanvas/width`` wide.
    private let height: Double
    private let marks: String

    private static let margin = 24.0

    /// A figure.
    ///
    /// - Parameters:
    ///   - name: The name of its files.
    ///   - title: What it shows, in a few words; drawn above it.
    ///   - subtitle: Of whom, and what the marks are; drawn below the title.
    ///   - foot: What it is made from; drawn below it.
    ///   - description: What it shows, in sentences.
    ///   - table: The figures that it shows.
    ///   - draw: Draws the chart below a height in the given columns, and returns the height where it ends.
    init(
        name: String, title: String, subtitle: String, foot: String, description: String, table: Table,
        draw: (_ canvas: inout FigureCanvas, _ top: Double, _ columns: ClosedRange<Double>) -> Double
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.table = table
        let columns = Self.margin...(FigureCanvas.width - Self.margin)
        let width = columns.upperBound - columns.lowerBound
        var canvas = FigureCanvas()
        var next = canvas.paragraph(
            title, x: Self.margin, baseline: Self.margin + 18, size: 20, isBold: true, within: width)
        next = canvas.paragraph(
            subtitle, x: Self.margin, baseline: next - 2, size: 13, within: width, ink: .soft)
        let bottom = draw(&canvas, next, columns)
        next = canvas.paragraph(
            foot, x: Self.margin, baseline: bottom + 28, size: 11, within: width, ink: .soft)
        height = (next - 15 + Self.margin).rounded(.up)
        marks = canvas.markup.text
    }

    /// The SVG document, in UTF-8.
    ///
    /// - Parameter width: How many pixels wide it is shown where nobody says otherwise; the height follows.
    /// - Returns: The document; the same figure gives the same bytes.
    package func svg(width: Int = Int(FigureCanvas.width)) -> [UInt8] {
        var markup = Markup()
        markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        let (right, bottom) = (FigureCanvas.number(FigureCanvas.width), FigureCanvas.number(height))
        markup.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": "\(width)", "height": "\(height(at: width))",
                "viewBox": "0 0 \(right) \(bottom)", "role": "img", "aria-labelledby": "\(name)-title \(name)-desc",
                "font-family": "sans-serif", "font-size": "13",
            ]
        ) { svg in
            svg.newline()
            svg.element("title", ["id": "\(name)-title"], title)
            svg.newline()
            svg.element("desc", ["id": "\(name)-desc"], description)
            svg.newline()
            svg.element("defs") { definitions in
                // Lines along the bar's own axes: a pattern that is turned is drawn badly by some programs.
                definitions.element(
                    "pattern",
                    [
                        "id": FigureCanvas.hatching, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
                    ]
                ) {
                    $0.empty(
                        "path",
                        [
                            "d": "M-1 1 1-1M0 6 6 0M5 7 7 5", "stroke": FigureCanvas.Ink.ink.rawValue,
                            "stroke-width": "1.4",
                        ])
                }
            }
            svg.newline()
            svg.empty(
                "rect",
                ["width": right, "height": bottom, "fill": FigureCanvas.Ink.paper.rawValue])
            svg.newline()
            svg.raw(marks)
        }
        markup.newline()
        return Array(markup.text.utf8)
    }

    /// How many pixels high it is where it is so many wide.
    package func height(at width: Int) -> Int {
        Int((Double(width) * height / FigureCanvas.width).rounded(.up))
    }
}
