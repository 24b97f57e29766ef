import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The most groups that are drawn; of more there is the table only.
    static let drawnGroups = 12
    /// Below so many respondents a share says little, and the report says so.
    private static let smallGroup = 5

    /// The frequencies by each attribute: themes as charts side by side, themes and codes as a table.
    func writeGroups(into markup: inout Markup) {
        for (position, grouping) in groupings.enumerated() where !grouping.groups.isEmpty {
            section(anchor(ofGrouping: position), "By \(grouping.attribute)", into: &markup) { section in
                paragraph(introduction(to: grouping), into: &section)
                if grouping.groups.count <= Self.drawnGroups { writeCharts(of: grouping, into: &section) }
                writeTable(of: grouping, into: &section)
            }
        }
    }

    private func introduction(to grouping: GroupedFrequencies) -> String {
        let sizes = grouping.groups.map { "\($0.label) (\($0.table.respondents))" }
        let small = grouping.groups.contains { $0.table.respondents < Self.smallGroup }
        let caution =
            small ? " Of a group of fewer than five, read the number of respondents rather than the share." : ""
        return """
            Respondents who spoke, by \(grouping.attribute): \(CountPhrase.list(sizes)). Each share is of the respondents \
            of its own group. Intervals that overlap do not show that groups are alike, and with many codes some \
            differences arise by chance.\(caution)
            """
    }

    /// For each theme, by its place in the codebook, the chart of its share in each group, all on one scale.
    func groupCharts(of grouping: GroupedFrequencies) -> [(theme: Int, chart: BarChart)] {
        let themes = hierarchy.roots
        let largest = themes.flatMap { root in
            grouping.groups.map { $0.table.rows[root].upheld.interval?.high ?? 0 }
        }.max()
        let scale = ShareScale(holding: largest ?? 1)
        return themes.map { root in
            let bars = grouping.groups.map { group in
                let row = group.table.rows[root]
                return BarChart.Bar(
                    label: group.label, detail: "n\u{A0}=\u{A0}\(NumberFormat.grouped(group.table.respondents))",
                    href: nil, isStrong: false, depth: 0, share: row.upheld, denied: nil,
                    description: "\(SharePhrase.full(row.upheld)).")
            }
            let name = study.codebook.codes[root].name
            return (root, BarChart(title: "\(name) by \(grouping.attribute)", bars: bars, scale: scale))
        }
    }

    private func writeCharts(of grouping: GroupedFrequencies, into markup: inout Markup) {
        markup.element("div", ["class": "multiples"]) { multiples in
            for (root, chart) in groupCharts(of: grouping) {
                multiples.newline()
                multiples.element("figure", ["class": "plot small"]) { figure in
                    figure.element("figcaption") { caption in
                        caption.element(
                            "a", ["href": "#\(anchor(ofCode: root))"], study.codebook.codes[root].name)
                    }
                    chart.write(into: &figure)
                }
            }
        }
        markup.newline()
    }

    private func writeTable(of grouping: GroupedFrequencies, into markup: inout Markup) {
        let title = "Respondents who say so, by \(grouping.attribute)"
        scrolling(title, into: &markup) { region in
            region.element("table", ["class": "figures groups"]) { table in
                table.element("caption", "\(title): share of the group, and number of respondents")
                table.element("thead") { head in
                    head.element("tr") { row in
                        row.element("th", ["scope": "col"], "Theme or code")
                        for group in grouping.groups {
                            row.element("th", ["scope": "col"]) { cell in
                                cell.text(group.label)
                                cell.element("small", "n\u{A0}=\u{A0}\(NumberFormat.grouped(group.table.respondents))")
                            }
                        }
                    }
                }
                table.element("tbody") { body in
                    for index in order {
                        body.newline()
                        writeRow(index, of: grouping, into: &body)
                    }
                }
            }
        }
    }

    private func writeRow(_ index: Int, of grouping: GroupedFrequencies, into body: inout Markup) {
        let link = "#\(anchor(ofCode: index))"
        let depth = min(hierarchy.depth(of: index), 3)
        body.element("tr", ["class": depth == 0 ? "strong" : "level-\(depth)"]) { row in
            row.element("th", ["scope": "row"]) { $0.element("a", ["href": link], study.codebook.codes[index].name) }
            for group in grouping.groups {
                let upheld = group.table.rows[index].upheld
                row.element("td", ["class": upheld.count == 0 ? "none" : nil]) { cell in
                    cell.element("a", ["href": link], SharePhrase.percent(upheld))
                    cell.element("small", NumberFormat.grouped(upheld.count))
                }
            }
        }
    }
}
