import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// Precision and recall of each code whose segments people judged.
    ///
    /// Nothing where nobody judged any.
    func writeAudits(into markup: inout Markup) {
        guard let audits = options.facts.audits, !audits.rows.isEmpty else { return }
        section("audit", "How well the rules find what people find", into: &markup) { section in
            paragraph(
                """
                Segments were drawn at random from what the rules coded and from what they did not, and people judged \
                whether the code applies. Precision is the share of what the rules coded that is right; recall is the share \
                of all that people code that the rules found. F1 is high only where both are.
                """, into: &section)
            section.element("figure", ["class": "plot"]) { figure in
                PointChart.writeLegend("share with its 95\u{A0}% interval", other: nil, into: &figure)
                PointChart(
                    title: "Precision and recall", points: audits.rows.flatMap(points),
                    ticks: [0, 0.25, 0.5, 0.75, 1].map {
                        ($0, "\(NumberFormat.percent($0))\($0 == 0 ? "" : "\u{A0}%")")
                    }
                ).write(into: &figure)
                figure.element(
                    "figcaption", "Precision and recall of the rules of each code. The table has the figures.")
            }
            writeAuditTable(audits.rows, into: &section)
            section.element("ul") { list in
                for note in audits.notes { list.element("li", note) }
            }
        }
    }

    private func points(of row: AuditRow) -> [PointChart.Point] {
        [
            point(
                row, "precision", row.precision,
                "of what the rules coded as \(row.name), \(Self.words(row.precision)) is right"),
            point(
                row, "recall", row.recall,
                "of what people code as \(row.name), the rules found \(Self.words(row.recall))"),
        ]
    }

    private func point(
        _ row: AuditRow, _ measure: String, _ estimate: Estimate<IntervalEstimate>, _ sentence: String
    ) -> PointChart.Point {
        let value = estimate.value
        return PointChart.Point(
            label: "\(row.name): \(measure)", href: hierarchy.index(of: row.code).map { "#\(anchor(ofCode: $0))" },
            value: value?.value, interval: value.map { $0.interval.low...$0.interval.high }, other: nil,
            figure: value.map { "\(NumberFormat.percent($0.value))\u{A0}%" } ?? "–",
            description: estimate.reason.map { "\(measure) is not known: \($0.explanation)." }
                ?? "\(sentence.prefix(1).uppercased())\(sentence.dropFirst()).")
    }

    /// `86 % (95 % interval 80 to 90 %)`.
    private static func words(_ estimate: Estimate<IntervalEstimate>) -> String {
        guard let value = estimate.value else { return "an unknown share" }
        return "\(NumberFormat.percent(value.value))\u{A0}% (95\u{A0}% interval "
            + "\(NumberFormat.percent(value.interval.low)) to \(NumberFormat.percent(value.interval.high))\u{A0}%)"
    }

    private func writeAuditTable(_ rows: [AuditRow], into markup: inout Markup) {
        let interval = "95\u{A0}% interval"
        writeTable(
            "Precision and recall of the rules",
            headings: [
                "Code", "Coded", "Read of these", "Right", "Not coded", "Read of these", "Missed", "Precision",
                interval,
                "Recall", interval, "F1", interval,
            ], of: rows, into: &markup
        ) { audit, body in
            body.element("tr") { row in
                row.element(
                    "th", ["scope": "row"],
                    audit.isCurrent ? audit.name : "\(audit.name) (rules of run \(audit.run))")
                for text in Self.cells(of: audit) { row.element("td", text) }
            }
        }
    }

    private static func cells(of row: AuditRow) -> [String] {
        let counts = [row.coded, row.uncoded].flatMap { strata in
            [\ReviewedStratum.members, \.reviewed, \.positive].map { count in
                NumberFormat.grouped(strata.reduce(0) { $0 + $1[keyPath: count] })
            }
        }
        return counts
            + [row.precision, row.recall, row.f1].flatMap { measure in
                guard let value = measure.value else { return ["–", "–"] }
                let ends = "\(NumberFormat.percent(value.interval.low))–\(NumberFormat.percent(value.interval.high))"
                return ["\(NumberFormat.percent(value.value))\u{A0}%", ends]
            }
    }
}
