import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// How far coders agree, per code: for each kind of unit a chart of alpha and a table.
    ///
    /// Nothing where there is no agreement to show.
    func writeAgreement(into markup: inout Markup) {
        let shown = options.facts.agreements.map { (agreement: $0, lines: $0.rows.shown) }
            .filter { !$0.lines.own.isEmpty || !$0.lines.pooled.isEmpty }
        guard !shown.isEmpty else { return }
        section("agreement", "Agreement of coders", into: &markup) { section in
            paragraph(
                """
                How far coders agree on whether a code is there, beyond chance: Krippendorff’s alpha, 1 for full agreement and \
                0 for what chance alone would give, with a 95\u{A0}% interval over transcripts.
                """, into: &section)
            for (agreement, lines) in shown {
                if shown.count > 1 { section.element("h3", "On \(agreement.units)") }
                paragraph(agreement.summary.joined(separator: " "), into: &section)
                if let chart = agreementChart(agreement) { writeAgreementChart(chart, into: &section) }
                writeAgreementTable(lines.own + lines.pooled, into: &section)
            }
            let wholes =
                shown.allSatisfy(\.lines.pooled.isEmpty)
                ? ""
                : " For all codes, percent and kappa are those of the codes together, and alpha compares whole sets of codes in "
                    + "the units that were judged for every code: these can be few."
            paragraph(
                """
                A dash stands where a figure is not defined, as where nobody found the code. Rare codes can have a low alpha at \
                a high percentage of agreement.\(wholes) ‘verbatim agreement’ gives further coefficients, and every \
                disagreement.
                """, class: "note", into: &section)
        }
    }

    /// The chart of alpha by code; `nil` where it is defined for none.
    func agreementChart(_ agreement: ReportFacts.Agreement) -> PointChart? {
        let defined = agreement.rows.shown.own.filter { $0.alpha.value != nil }
        guard !defined.isEmpty else { return nil }
        return PointChart(
            title: "Agreement by code", points: defined.map(point),
            ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, NumberFormat.short($0, decimals: 2)) })
    }

    /// What the full circle of that chart means.
    static let agreementWords = "alpha with its 95\u{A0}% interval"

    private func writeAgreementChart(_ chart: PointChart, into markup: inout Markup) {
        markup.element("figure", ["class": "plot"]) { figure in
            PointChart.writeLegend(Self.agreementWords, other: nil, into: &figure)
            chart.write(into: &figure)
            figure.element(
                "figcaption", "Alpha by code; what is below 0 stands at 0. The table has the figures.")
        }
        markup.newline()
    }

    /// Two decimals, with a minus sign that is as wide as a digit.
    private static func coefficient(_ value: Double) -> String? {
        NumberFormat.fixed(value, decimals: 2)?.replacing("-", with: "\u{2212}")
    }

    private func point(_ line: AgreementRow) -> PointChart.Point {
        let node = hierarchy.index(of: line.code)
        let name = node.map { study.codebook.codes[$0].name } ?? line.code
        let figure = line.alpha.value.flatMap { Self.coefficient($0) } ?? "–"
        return PointChart.Point(
            label: name, href: node.map { "#\(anchor(ofCode: $0))" }, value: line.alpha.value,
            interval: line.alphaInterval?.value.map { $0.low...$0.high },
            figure: figure,
            description: line.alpha.value == nil
                ? "Alpha is not defined." : "Alpha \(figure), \(CountPhrase.of(line.units, "unit")).")
    }

    private func writeAgreementTable(_ lines: [AgreementRow], into markup: inout Markup) {
        writeTable(
            "Agreement by code",
            headings: ["Code", "Coders", "Units", "Agree", "Alpha", "95\u{A0}% interval", "Kappa", "AC1"],
            wordHeadings: ["Coders"], of: lines, into: &markup, writeRow: write)
    }

    private func write(_ line: AgreementRow, into body: inout Markup) {
        func number(_ value: Double?) -> String { value.flatMap { Self.coefficient($0) } ?? "–" }
        body.element("tr", ["class": line.isPooled ? "strong" : nil]) { row in
            let node = hierarchy.index(of: line.code)
            row.element(
                "th", ["scope": "row"],
                line.isPooled ? "All codes" : node.map { study.codebook.codes[$0].name } ?? line.code)
            let coders =
                line.first == AgreementRow.allCoders ? "all coders" : "\(line.first) – \(line.second)"
            let interval = line.alphaInterval?.value.map { "\(number($0.low)) to \(number($0.high))" } ?? "–"
            row.element("td", ["class": "words"], coders)
            for text in [
                NumberFormat.grouped(line.units),
                line.percent.value.map { "\(NumberFormat.percent($0))\u{A0}%" } ?? "–", number(line.alpha.value),
                interval,
                number(line.kappa.value), number(line.ac1?.value),
            ] {
                row.element("td", text)
            }
        }
    }
}

extension [AgreementRow] {
    /// The rows of codes, of all coders where there are more than two, and those of all codes.
    fileprivate var shown: (own: [AgreementRow], pooled: [AgreementRow]) {
        // Codes of which no two coders saw a unit say nothing.
        let rows = filter { $0.units > 0 }
        // With more than two coders each pair has rows too: the chart and the table are of all, pairs are pooled.
        let isMany = rows.contains { $0.first == AgreementRow.allCoders }
        return (
            rows.filter { !$0.isPooled && (!isMany || $0.first == AgreementRow.allCoders) }, rows.filter(\.isPooled)
        )
    }
}

extension AgreementRow {
    fileprivate var isPooled: Bool { code == AgreementRow.pooled }
}
