import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The corrected shares of each group from its own reviews: charts side by side, and a table with tests.
    func writeCorrections(of groups: CorrectedGroups, into markup: inout Markup) {
        guard !groups.rows.isEmpty else { return }
        markup.element("h3", "Corrected shares by \(groups.attribute)")
        markup.newline()
        paragraph(
            """
            The share of each group is corrected by what people found in its own respondents: rules that work better in one \
            language than in another are wrong by a different amount in each group. At least \
            \(CorrectionByGroup.fewestReviews) respondents of each group must be read for an interval of use.\
            \(shortage(of: groups))
            """, into: &markup)
        if groups.values.count <= Self.drawnGroups {
            PointChart.writeLegend(Self.correctedWords, other: Self.foundWords, into: &markup)
            markup.element("div", ["class": "multiples"]) { multiples in
                for (name, chart) in correctedCharts(of: groups) {
                    multiples.newline()
                    multiples.element("figure", ["class": "plot small"]) { figure in
                        figure.element("figcaption", name)
                        chart.write(into: &figure)
                    }
                }
            }
            markup.newline()
        }
        writeTable(of: groups, into: &markup)
        paragraph(
            """
            “p” is the probability of differences at least as large, were the populations alike that the groups are samples \
            of; “adjusted p” allows for the \(CountPhrase.of(tested(groups), "test")) of this table (Benjamini and Hochberg). It \
            tests the corrected shares, so that errors of the rules which differ between groups are not taken for \
            differences between people. A dash stands where something is not defined, with the reason.
            """, class: "note", into: &markup)
    }

    /// For each code that was reviewed its name and the chart of its corrected share in each group.
    func correctedCharts(of groups: CorrectedGroups) -> [(name: String, chart: PointChart)] {
        groups.codes.map { _, rows in
            let name = rows.first?.name ?? ""
            let points = rows.map { row in
                let share = row.share.value.map {
                    "\(NumberFormat.percent($0.value))\u{A0}%, 95\u{A0}% interval \(Self.ends(of: $0.interval))\u{A0}%"
                }
                return point(
                    row, label: Self.label(of: row), detail: Self.read(in: row),
                    sentence: "\(share ?? row.share.reason?.explanation ?? ""); \(row.read) of \(row.asked) were read.")
            }
            return (
                name,
                PointChart(
                    title: "\(name): corrected share by \(groups.attribute)", points: points,
                    ticks: Self.correctionTicks)
            )
        }
    }

    /// How many shares stand on too few reviews, in a sentence behind another; empty where none does.
    func shortage(of groups: CorrectedGroups) -> String {
        let few = groups.rows.count(where: \.needsMoreReviews)
        guard few > 0 else { return "" }
        return
            " \(few) of \(CountPhrase.of(groups.rows.count, "share")) \(few == 1 ? "stands" : "stand") on fewer (†): "
            + "their intervals hold, but are too wide to be of use."
    }

    private func tested(_ groups: CorrectedGroups) -> Int {
        groups.tests.values.count { $0.pValue.value != nil }
    }

    private static func label(of row: CorrectedRow) -> String { (row.group.first ?? nil) ?? "(not known)" }

    /// `24 read`, with a dagger where that is too few.
    private static func read(in row: CorrectedRow) -> String {
        "\(NumberFormat.grouped(row.read))\u{A0}read\(row.needsMoreReviews ? "\u{A0}†" : "")"
    }

    private static func ends(of interval: ConfidenceInterval) -> String {
        "\(NumberFormat.percent(interval.low))–\(NumberFormat.percent(interval.high))"
    }

    private func writeTable(of groups: CorrectedGroups, into markup: inout Markup) {
        let title = "Corrected shares of respondents by \(groups.attribute)"
        writeTable(
            title, caption: "\(title), with 95\u{A0}% intervals", class: "figures stacked",
            headings: ["Theme or code"] + groups.values.map { $0 ?? "(not known)" } + ["p", "Adjusted p"],
            of: groups.codes, into: &markup
        ) { code, body in
            write(code.rows, groups.tests[code.code], into: &body)
        }
    }

    private func write(_ rows: [CorrectedRow], _ test: CorrectedGroups.Test?, into body: inout Markup) {
        body.element("tr", ["class": rows.first?.isTheme == true ? "strong" : nil]) { line in
            line.element("th", ["scope": "row"], rows.first?.name ?? "")
            for row in rows {
                line.element("td") { cell in
                    if let share = row.share.value {
                        cell.text("\(NumberFormat.percent(share.value))\u{A0}%")
                        cell.element("small", Self.ends(of: share.interval))
                    } else {
                        cell.text("–")
                        cell.element("small", row.share.reason?.explanation ?? "")
                    }
                    cell.element("small", Self.read(in: row))
                }
            }
            line.element("td") { cell in
                switch test?.pValue {
                case .value(let value): cell.text(Self.probability(value))
                case .undefined(let reason):
                    cell.text("–")
                    cell.element("small", reason.explanation)
                case nil: cell.text("–")
                }
            }
            line.element("td", test?.adjusted.map(Self.probability) ?? "–")
        }
    }

    /// Three decimals, and `<0.001` for less.
    private static func probability(_ value: Double) -> String {
        value < 0.001 ? "<0.001" : NumberFormat.fixed(value, decimals: 3) ?? "–"
    }
}
