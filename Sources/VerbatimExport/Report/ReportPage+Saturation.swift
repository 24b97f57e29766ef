import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// Below so many transcripts a curve says nothing.
    private static let fewestTranscripts = 3
    /// Of so many transcripts the table has each; of more those at round numbers.
    private static let longestTable = 12

    /// Whether there are transcripts enough, and a code in any.
    var hasSaturation: Bool {
        incidence.transcripts.count >= Self.fewestTranscripts && incidence.observedCodes > 0
    }

    /// How many codes how many transcripts gave, as a curve and as a table, and how many there are at least.
    func writeSaturation(into markup: inout Markup) {
        guard hasSaturation else { return }
        let chart = saturationChart
        section("saturation", "Codes and transcripts", into: &markup) { section in
            paragraph(chart.description, into: &section)
            section.element("figure", ["class": "plot"]) { figure in
                scrolling(chart.title, into: &figure) { chart.write(into: &$0) }
                figure.element("figcaption", saturationCaption)
            }
            writeSaturationTable(into: &section)
            paragraph(
                """
                This is about whether further transcripts would bring further codes of this codebook, not about whether all \
                has been said about each. Rarefaction is that of Colwell and others (2012), the number of codes at least that \
                of Chao (1987), coverage that of Chao and Jost (2012).
                """, class: "note", into: &section)
        }
    }

    /// The chart of codes by transcripts.
    var saturationChart: AccumulationChart {
        let richness = RichnessEstimate.chao2(incidence).value
        return AccumulationChart(
            title: "Codes found, by number of transcripts", description: saturation(richness), steps: "transcripts",
            noun: "codes", accumulated: incidence.accumulated, mean: incidence.rarefaction, level: richness?.estimate)
    }

    /// What its marks are.
    var saturationCaption: String {
        """
        The line is how many codes so many transcripts have on average over all ways to choose them; the stairs are the \
        transcripts in the order of their \(orderBasis). A focus group is one transcript.
        """
    }

    /// What the curve says, in sentences.
    private func saturation(_ richness: RichnessEstimate?) -> String {
        let half = (incidence.transcripts.count + 1) / 2
        let atHalf = NumberFormat.short(incidence.rarefaction[half - 1], decimals: 1)
        let transcripts = CountPhrase.of(incidence.transcripts.count, "transcript")
        var text =
            """
            The \(transcripts) have \(CountPhrase.of(incidence.observedCodes, "code")); half of them (\(half)) \
            have \(atHalf) on average.
            """
        if let richness {
            let estimate = NumberFormat.short(richness.estimate, decimals: 1)
            text += " There are at least \(estimate) (Chao2"
            if let interval = richness.interval.value {
                let ends = [interval.low, interval.high].map { NumberFormat.short($0, decimals: 1) }
                text += "; 95\u{A0}% interval \(ends[0]) to \(ends[1])"
            }
            text += "), of those that this codebook can find in people like these."
        }
        if let coverage = incidence.coverage.value {
            text +=
                """
                 Of all that further transcripts would mention, an estimated \(NumberFormat.percent(coverage))\u{A0}% belongs to \
                codes already found.
                """
        }
        return text
    }

    private func writeSaturationTable(into markup: inout Markup) {
        let (new, sum, mean) = (incidence.newCodes, incidence.accumulated, incidence.rarefaction)
        let places = new.indices.filter { new.count <= Self.longestTable || isRound($0 + 1) || $0 == new.count - 1 }
        let rows = zip(places, [0] + places.map { sum[$0] })
        writeTable(
            "Codes found, by number of transcripts",
            headings: ["Transcripts", "Codes on average", "Codes in order", "New since the row above"], of: rows,
            into: &markup
        ) { item, body in
            let (place, before) = item
            body.element("tr") { row in
                row.element("th", ["scope": "row"], "\(place + 1)")
                row.element("td", NumberFormat.fixed(mean[place], decimals: 1) ?? "–")
                row.element("td", "\(sum[place])")
                row.element("td", "\(sum[place] - before)")
            }
        }
    }

    /// Whether a number is 1, 2 or 5 times a power of ten: most happens at the beginning of a curve.
    private func isRound(_ number: Int) -> Bool {
        var rest = number
        while rest % 10 == 0 { rest /= 10 }
        return [1, 2, 5].contains(rest)
    }
}
