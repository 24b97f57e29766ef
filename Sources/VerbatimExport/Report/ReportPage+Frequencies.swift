import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The frequencies of themes and codes, as a chart and as a table.
    func writeFrequencies(into markup: inout Markup) {
        section("frequencies", "Themes and codes", into: &markup) { section in
            let spoke = CountPhrase.of(frequencies.respondents, "respondent")
            let denials =
                hasDenials ? " Where some deny what a code says, they stand beside it in the hatched bar." : ""
            paragraph(
                """
                Respondents who say what the code says, as a share of \(denominator(spoke)). A theme (bold) counts \
                everybody with at least one of its codes, once.\(denials) Each name leads to the quotes.
                """, into: &section)
            writeChart(into: &section)
            writeTable(into: &section)
        }
    }

    /// `the 12 respondents who spoke`, and where a guide tells who was asked, of those.
    private func denominator(_ spoke: String) -> String {
        questioned.isEmpty
            ? "the \(spoke) who spoke"
            : "those who were asked, where the guide tells (column “of”), else of the \(spoke) who spoke"
    }

    /// The chart of themes and codes.
    var frequencyChart: BarChart {
        let shown = order.map { ($0, frequencies.rows[$0]) }
        let largest = shown.map { max($1.upheld.interval?.high ?? 0, $1.isTheme ? 0 : $1.denied.share ?? 0) }.max() ?? 1
        let bars = shown.map { index, row in
            let denied = row.denied.count > 0 ? " \(denial(of: row))." : ""
            return BarChart.Bar(
                label: row.name, href: "#\(anchor(ofCode: index))", isStrong: hierarchy.depth(of: index) == 0,
                depth: hierarchy.depth(of: index), share: row.upheld, denied: row.isTheme ? nil : row.denied,
                description: "\(SharePhrase.full(row.upheld, of: whom(of: index))).\(denied)")
        }
        return BarChart(title: "Respondents by theme and code", bars: bars, scale: ShareScale(holding: largest))
    }

    private func writeChart(into markup: inout Markup) {
        markup.element("figure", ["class": "plot"]) { figure in
            BarChart.writeLegend("share of respondents", denials: hasDenials, into: &figure)
            frequencyChart.write(into: &figure)
            figure.element(
                "figcaption",
                "Share of respondents by theme and code, with 95\u{A0}% intervals. The table has the figures.")
        }
        markup.newline()
    }

    private func writeTable(into markup: inout Markup) {
        let bound = order.filter { hierarchy.isAssertionBound($0) }
        scrolling("Frequencies of themes and codes", into: &markup) { region in
            region.element("table", ["class": "figures"]) { table in
                table.element(
                    "caption",
                    questioned.isEmpty
                        ? "Frequencies of themes and codes among the respondents who spoke"
                        : "Frequencies of themes and codes among the respondents who were asked, or spoke")
                writeTableHead(into: &table)
                table.element("tbody") { body in
                    for index in order {
                        body.newline()
                        writeTableRow(index, into: &body)
                    }
                }
            }
        }
        paragraph(
            """
            “Say so” are the respondents with at least one coding that affirms the code, “deny” those with at least one \
            that denies it, “if” those who speak of it under a condition; one person can be in several, and for a theme each \
            needs only one of its codes. “Any” are all who speak of it in any way: the column respondents of \
            frequencies.csv. Transcripts, turns and codings also \
            include what no single respondent could be given.
            """, class: "note", into: &markup)
        if !bound.isEmpty {
            paragraph(
                """
                † A code whose rules ask for words in the negative or under a condition: “does not intend to return” is said \
                by denying. Everybody with such a coding says so.
                """, class: "note", into: &markup)
        }
    }

    private func writeTableHead(into table: inout Markup) {
        table.element("thead") { head in
            head.element("tr") { row in
                row.element("th", ["scope": "col", "rowspan": "2"], "Theme or code")
                row.element("th", ["scope": "colgroup", "colspan": "7", "class": "span"], "Respondents")
                for heading in ["Transcripts", "Turns", "Codings"] {
                    row.element("th", ["scope": "col", "rowspan": "2"], heading)
                }
            }
            head.element("tr") { row in
                for heading in ["Say so", "of", "Share", "95\u{A0}% interval", "Deny", "If", "Any"] {
                    row.element("th", ["scope": "col"], heading)
                }
            }
        }
    }

    private func writeTableRow(_ index: Int, into body: inout Markup) {
        let frequency = frequencies.rows[index]
        let link = "#\(anchor(ofCode: index))"
        let depth = min(hierarchy.depth(of: index), 3)
        body.element("tr", ["class": depth == 0 ? "strong" : "level-\(depth)"]) { row in
            row.element("th", ["scope": "row"]) { name in
                name.element("a", ["href": link], frequency.name)
                if hierarchy.isAssertionBound(index) { name.text("\u{A0}†") }
            }
            row.element("td") { cell in
                cell.element("a", ["href": link], NumberFormat.grouped(frequency.upheld.count))
            }
            for text in [
                NumberFormat.grouped(frequency.asked), SharePhrase.percent(frequency.upheld),
                SharePhrase.interval(frequency.upheld), NumberFormat.grouped(frequency.denied.count),
                NumberFormat.grouped(frequency.conditional), NumberFormat.grouped(frequency.respondents),
                NumberFormat.grouped(frequency.transcripts), NumberFormat.grouped(frequency.turns),
                NumberFormat.grouped(frequency.codings),
            ] {
                row.element("td", ["class": text == "0" ? "none" : nil], text)
            }
        }
    }
}
