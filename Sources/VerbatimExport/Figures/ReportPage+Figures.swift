import VerbatimAnalysis
import VerbatimModel

/// The charts of the page, drawn as figures of their own.
extension ReportPage {
    /// What every figure is made from.
    private var foot: String {
        let version = study.codebook.version.map { " \($0)" } ?? ""
        return """
            \(study.codebook.title) (codebook \(study.codebook.id)\(version)). \
            \(CountPhrase.of(study.respondents.count, "respondent")) in \
            \(CountPhrase.of(study.transcripts.count, "transcript")), coded with Verbatim \(options.engineVersion).
            """
    }

    private var denominator: String {
        questioned.isEmpty
            ? "of the \(CountPhrase.of(frequencies.respondents, "respondent")) who spoke"
            : "of those who were asked, where the guide tells, else of the "
                + "\(CountPhrase.of(frequencies.respondents, "respondent")) who spoke"
    }

    /// The shares of themes and codes; `nil` for a codebook without codes.
    func frequencyFigure(_ name: String) -> Figure? {
        guard !order.isEmpty else { return nil }
        let chart = frequencyChart
        return Figure(
            name: name, title: "Themes and codes",
            subtitle: "Respondents who say what the code says, as a share \(denominator).", foot: foot,
            description: chart.bars.map { "\($0.label): \($0.description)" }.joined(separator: " "),
            table: upheldTable([(values: [], table: frequencies)], by: [])
        ) { canvas, top, columns in
            LaneDrawing(
                panels: [LaneDrawing.Panel(heading: nil, lanes: chart.lanes)], ticks: chart.drawnTicks,
                legend: BarChart.drawnLegend(denials: hasDenials)
            ).draw(into: &canvas, top: top, columns: columns)
        }
    }

    /// The shares of themes in each group; `nil` where there are too many groups to be drawn, or none.
    func figure(_ name: String, of grouping: GroupedFrequencies) -> Figure? {
        let charts = groupCharts(of: grouping)
        guard let first = charts.first?.chart, (1...Self.drawnGroups).contains(grouping.groups.count) else {
            return nil
        }
        let themes = hierarchy.roots.count { !study.codebook.codes[$0].isCodable }
        let subject = themes == 0 ? "Codes" : themes == charts.count ? "Themes" : "Themes and codes"
        return Figure(
            name: name, title: "\(subject) by \(grouping.attribute)",
            subtitle: """
                Respondents who say what the code says, of a theme what one of its codes says, as a share of their own group; \
                n is how many of a group spoke.
                """,
            foot: foot,
            description: charts.map { theme, chart in
                "\(study.codebook.codes[theme].name). "
                    + chart.bars.map { "\($0.label): \($0.description)" }.joined(separator: " ")
            }.joined(separator: " "),
            table: upheldTable(grouping.groups.map { ([$0.value], $0.table) }, by: [grouping.attribute])
        ) { canvas, top, columns in
            LaneDrawing(
                panels: charts.map { theme, chart in
                    LaneDrawing.Panel(heading: study.codebook.codes[theme].name, lanes: chart.lanes)
                }, ticks: first.drawnTicks, legend: BarChart.drawnLegend(denials: false)
            ).draw(into: &canvas, top: top, columns: columns)
        }
    }

    /// The corrected shares; `nil` where nobody was reviewed.
    func correctedFigure(_ name: String) -> Figure? {
        guard let corrections = options.facts.corrections, !corrections.rows.isEmpty else { return nil }
        let chart = correctionChart(corrections)
        return pointFigure(
            name, title: "Shares corrected for the errors of the rules",
            subtitle: """
                Share of respondents who speak of it, corrected by what people found in a sample of them. The interval is of \
                the correction.
                """, panels: [(nil, chart)], legend: (Self.correctedWords, Self.foundWords),
            description: corrections.sentences.joined(separator: " "),
            table: .correctedShares(corrections.rows, by: [], target: .respondents))
    }

    /// The corrected shares of groups; `nil` where there are too many groups to be drawn.
    func figure(_ name: String, of groups: CorrectedGroups) -> Figure? {
        guard groups.values.count <= Self.drawnGroups else { return nil }
        let charts = correctedCharts(of: groups)
        return pointFigure(
            name, title: "Corrected shares by \(groups.attribute)",
            subtitle:
                "Share of respondents who speak of it, corrected for each group from its own reviews.\(shortage(of: groups))",
            panels: charts.map { ($0.name, $0.chart) }, legend: (Self.correctedWords, Self.foundWords),
            description: charts.map { name, chart in
                "\(name). " + chart.points.map { "\($0.label): \($0.description)" }.joined(separator: " ")
            }.joined(separator: " "),
            table: .correctedShares(groups.rows, by: [groups.attribute], target: .respondents))
    }

    /// Which codes share respondents; `nil` where fewer than two were found.
    func cooccurrenceFigure(_ name: String) -> Figure? {
        guard hasCooccurrence else { return nil }
        let map = cooccurrenceMap
        return Figure(
            name: name, title: map.title,
            subtitle: """
                Of the \(CountPhrase.of(cooccurrence.matrix.units, "respondent")) who spoke, those with the code of the row and \
                that of the column.\(hasOmitted(map) ? " A point stands for a code and one under it." : "")\
                \(cooccurrenceLimit)
                """, foot: foot, description: map.description, table: cooccurrenceTable
        ) { map.draw(into: &$0, top: $1, columns: $2) }
    }

    private func hasOmitted(_ map: HeatMap) -> Bool {
        map.labels.indices.contains { row in (0..<row).contains { map.cell(row, $0) == .omitted } }
    }

    /// How codes add up over transcripts; `nil` for too few transcripts.
    func saturationFigure(_ name: String) -> Figure? {
        guard hasSaturation else { return nil }
        let chart = saturationChart
        return Figure(
            name: name, title: chart.title, subtitle: saturationCaption, foot: foot,
            description: chart.description, table: saturationTable
        ) { chart.draw(into: &$0, top: $1, columns: $2) }
    }

    /// How far coders agree on one kind of unit; `nil` where alpha is defined for no code.
    func figure(_ name: String, of agreement: ReportFacts.Agreement) -> Figure? {
        guard let chart = agreementChart(agreement) else { return nil }
        return pointFigure(
            name, title: "Agreement of coders on \(agreement.units)",
            subtitle: """
                Krippendorff’s alpha by code: 1 is full agreement, 0 what chance alone would give; what is below 0 stands at 0. \
                \(agreement.summary.first ?? "")
                """, panels: [(nil, chart)], legend: (Self.agreementWords, nil),
            description: chart.points.map { "\($0.label): \($0.description)" }.joined(separator: " "),
            table: .agreement(agreement.rows))
    }

    private func pointFigure(
        _ name: String, title: String, subtitle: String, panels: [(heading: String?, chart: PointChart)],
        legend: (value: String, other: String?), description: String, table: Table
    ) -> Figure {
        Figure(name: name, title: title, subtitle: subtitle, foot: foot, description: description, table: table) {
            canvas, top, columns in
            LaneDrawing(
                panels: panels.map { LaneDrawing.Panel(heading: $0.heading, lanes: $0.chart.lanes) },
                ticks: panels.first?.chart.ticks ?? [],
                legend: PointChart.drawnLegend(legend.value, other: legend.other)
            ).draw(into: &canvas, top: top, columns: columns)
        }
    }

    /// The figures of bars: those who say so and those who deny, which `frequencies.csv` has as columns of their own.
    private func upheldTable(_ slices: [(values: [String?], table: FrequencyTable)], by attributes: [String]) -> Table {
        let decimals = Table.Kind.number(decimals: 4)
        return Table(
            columns: attributes.map { Table.Column($0) } + ["code", "name", "level"].map { Table.Column($0) } + [
                Table.Column("asked", .integer), Table.Column("upheld", .integer),
                Table.Column("upheld_share", decimals),
                Table.Column("upheld_low", decimals), Table.Column("upheld_high", decimals),
                Table.Column("denied", .integer), Table.Column("denied_share", decimals), Table.Column("reason"),
            ],
            rows: slices.flatMap { slice in
                order.map { index in
                    let row = slice.table.rows[index]
                    return slice.values.map { .text($0) } + [
                        .text(row.code), .text(row.name), .text(row.isTheme ? "theme" : "code"), .integer(row.asked),
                        .integer(row.upheld.count), .number(row.upheld.share), .number(row.upheld.interval?.low),
                        .number(row.upheld.interval?.high), .integer(row.denied.count), .number(row.denied.share),
                        .text(row.upheld.undefinedReason.map { _ in UndefinedReason.noUnits.rawValue }),
                    ]
                }
            })
    }

    /// The figures of the curve: how many codes so many transcripts have, in order and on average.
    private var saturationTable: Table {
        let (new, sum, mean) = (incidence.newCodes, incidence.accumulated, incidence.rarefaction)
        let level = saturationChart.level
        return Table(
            columns: [
                Table.Column("n", .integer), Table.Column("new_codes", .integer), Table.Column("codes", .integer),
                Table.Column("rarefied", .number(decimals: 4)), Table.Column("at_least", .number(decimals: 4)),
            ],
            rows: new.indices.map { place in
                [
                    .integer(place + 1), .integer(new[place]), .integer(sum[place]), .number(mean[place]),
                    .number(level),
                ]
            })
    }
}
