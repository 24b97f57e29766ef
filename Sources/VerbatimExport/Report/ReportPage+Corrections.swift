import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// Shares corrected for the errors of the rules, beside what the rules found.
    ///
    /// Nothing where nobody was reviewed.
    func writeCorrections(into markup: inout Markup) {
        guard let corrections = options.facts.corrections, !corrections.rows.isEmpty else { return }
        section("corrected", "Corrected for the errors of the rules", into: &markup) { section in
            paragraph(
                """
                People read all that the respondents of a sample say and judged whether they speak of a code. From that it \
                follows how often the rules miss a respondent and how often they are wrong, and so how many of these \
                respondents speak of it; who denies it speaks of it too. The interval is of that correction; it does not reach \
                beyond the respondents of this study.
                """, into: &section)
            section.element("figure", ["class": "plot"]) { figure in
                PointChart.writeLegend(Self.correctedWords, other: Self.foundWords, into: &figure)
                correctionChart(corrections).write(into: &figure)
                figure.element("figcaption", "Corrected shares of respondents. The table has the figures.")
            }
            writeCorrectionsTable(corrections.rows, into: &section)
            section.element("ul") { list in
                for sentence in corrections.sentences { list.element("li", sentence) }
            }
            if !corrections.notReviewed.isEmpty {
                let others = CountPhrase.of(
                    corrections.notReviewed.count, "other code or theme", "other codes and themes")
                paragraph(
                    """
                    Nobody judged respondents for \(others); these shares are not corrected.
                    """, class: "note", into: &section)
            }
            for groups in corrections.groups { writeCorrections(of: groups, into: &section) }
        }
    }

    /// What the full circle of charts of corrected shares means.
    static let correctedWords = "corrected share with its 95\u{A0}% interval"
    /// What their hollow diamond means.
    static let foundWords = "share that the rules found"
    /// Their ticks.
    static let correctionTicks = [0, 0.25, 0.5, 0.75, 1].map {
        (place: $0, words: "\(NumberFormat.percent($0))\($0 == 0 ? "" : "\u{A0}%")")
    }

    /// The chart of corrected shares.
    func correctionChart(_ corrections: ReportFacts.Corrections) -> PointChart {
        PointChart(
            title: "Corrected shares",
            points: zip(corrections.rows, corrections.sentences).map { row, sentence in
                point(
                    row, label: row.name, href: hierarchy.index(of: row.code).map { "#\(anchor(ofCode: $0))" },
                    sentence: sentence)
            }, ticks: Self.correctionTicks)
    }

    /// A row of such a chart.
    func point(
        _ row: CorrectedRow, label: String, detail: String? = nil, href: String? = nil, sentence: String
    ) -> PointChart.Point {
        let share = row.share.value
        return PointChart.Point(
            label: label, detail: detail, href: href, value: share?.value,
            interval: share.flatMap { $0.interval.low <= $0.interval.high ? $0.interval.low...$0.interval.high : nil },
            other: row.asked > 0 ? Double(row.found) / Double(row.asked) : nil,
            figure: share.map { "\(NumberFormat.percent($0.value))\u{A0}%" } ?? "–", description: sentence)
    }

    private func writeCorrectionsTable(_ rows: [CorrectedRow], into markup: inout Markup) {
        writeTable(
            "Corrected shares of respondents",
            headings: [
                "Theme or code", "Of", "Found by rules", "Share found", "Read by people", "Corrected share",
                "95\u{A0}% interval",
            ], of: rows, into: &markup
        ) { corrected, body in
            body.element("tr", ["class": corrected.isTheme ? "strong" : nil]) { row in
                row.element("th", ["scope": "row"], corrected.name)
                for text in cells(of: corrected) { row.element("td", text) }
            }
        }
    }

    private func cells(of row: CorrectedRow) -> [String] {
        let share = row.share.value
        let interval = share.map {
            "\(NumberFormat.percent($0.interval.low))–\(NumberFormat.percent($0.interval.high))"
        }
        return [
            NumberFormat.grouped(row.asked), NumberFormat.grouped(row.found),
            SharePhrase.percent(Proportion(row.found, of: row.asked)), NumberFormat.grouped(row.read),
            share.map { "\(NumberFormat.percent($0.value))\u{A0}%" } ?? "–", interval ?? "–",
        ]
    }
}
