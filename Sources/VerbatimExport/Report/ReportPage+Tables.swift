extension ReportPage {
    /// Writes a table of figures that scrolls sideways where the page is narrower.
    ///
    /// - Parameters:
    ///   - title: What it shows.
    ///   - caption: What stands above it; `nil` for the title.
    ///   - style: Its classes.
    ///   - headings: The headings of its columns; words stand left under those in `wordHeadings`, figures right.
    ///   - wordHeadings: See `headings`.
    ///   - items: What its rows are about, in order.
    ///   - markup: What it is written into.
    ///   - writeRow: Writes the row of an item, a `tr`.
    func writeTable<Item>(
        _ title: String, caption: String? = nil, class style: String = "figures", headings: [String],
        wordHeadings: Set<String> = [], of items: some Sequence<Item>, into markup: inout Markup,
        writeRow: (Item, inout Markup) -> Void
    ) {
        scrolling(title, into: &markup) { region in
            region.element("table", ["class": style]) { table in
                table.element("caption", caption ?? title)
                table.element("thead") { head in
                    head.element("tr") { row in
                        for heading in headings {
                            let kind = wordHeadings.contains(heading) ? "words" : nil
                            row.element("th", ["scope": "col", "class": kind], heading)
                        }
                    }
                }
                table.element("tbody") { body in
                    for item in items {
                        body.newline()
                        writeRow(item, &body)
                    }
                }
            }
        }
    }
}
