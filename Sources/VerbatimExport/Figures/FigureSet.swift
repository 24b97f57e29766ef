import VerbatimAnalysis
package import VerbatimModel

/// The charts of a report as figures of their own.
package struct FigureSet: Sendable {
    /// The figures, in the order of the report.
    package let figures: [Figure]
    /// Charts that the study has nothing for, by name, with why.
    package let absent: [(name: String, reason: String)]

    /// The figures of a study.
    /// - Parameters:
    ///   - study: The study.
    ///   - report: The report that the charts are from; its attributes and facts are theirs.
    /// - Complexity: That of ``HTMLReport/bytes(of:)`` without the quotes.
    package init(of study: CodedStudy, report: HTMLReport) {
        let page = ReportPage(study, options: report)
        var names = AnchorNames()
        var figures: [Figure] = []
        var absent: [(name: String, reason: String)] = []
        func add(_ name: String, _ figure: (String) -> Figure?, orElse reason: String) {
            if let figure = figure(name) { figures.append(figure) } else { absent.append((name, reason)) }
        }
        add("frequencies", page.frequencyFigure, orElse: "the codebook has no codes")
        for grouping in page.groupings {
            let name = names.name("frequencies-by", grouping.attribute)
            add(name, { page.figure($0, of: grouping) }, orElse: Self.tooMany(grouping.groups.count))
        }
        let corrections = report.facts.corrections
        let unreviewed =
            "nobody has judged respondents of a sample (see 'verbatim sample --by-respondent')"
        add("corrected", page.correctedFigure, orElse: unreviewed)
        for attribute in page.attributes {
            let groups = corrections?.groups.first { $0.attribute == attribute && !$0.rows.isEmpty }
            add(
                names.name("corrected-by", attribute), { name in groups.flatMap { page.figure(name, of: $0) } },
                orElse: groups.map { Self.tooMany($0.values.count) } ?? unreviewed)
        }
        add("cooccurrence", page.cooccurrenceFigure, orElse: "fewer than two codes were found")
        add("saturation", page.saturationFigure, orElse: "there are fewer than three transcripts, or no codings")
        let agreements = report.facts.agreements
        if agreements.isEmpty { absent.append(("agreement", "fewer than two coders saw the same")) }
        for agreement in agreements {
            let name = agreements.count == 1 ? "agreement" : "agreement-on-\(agreement.units)"
            add(name, { page.figure($0, of: agreement) }, orElse: "alpha is defined for no code")
        }
        self.figures = figures
        self.absent = absent
    }

    private static func tooMany(_ groups: Int) -> String {
        "\(groups) groups are too many to be drawn side by side; 'verbatim frequencies --by' has the figures"
    }
}
