import VerbatimAnalysis
import VerbatimModel

extension ReportPage {
    /// The most codes that are drawn against each other.
    private static let drawnCodes = 20
    /// The most pairs in the table.
    private static let listedPairs = 15

    /// Whether at least two codes are found with anybody.
    var hasCooccurrence: Bool {
        cooccurrence.matrix.units > 1 && cooccurrence.matrix.occurrences.count { $0 > 0 } > 1
    }

    /// Which codes the same respondents speak of, as a heat map and as a table.
    func writeCooccurrence(into markup: inout Markup) {
        guard hasCooccurrence else { return }
        let pairs = listed
        let map = cooccurrenceMap
        section("cooccurrence", "Codes of the same respondents", into: &markup) { section in
            paragraph(introduction, into: &section)
            section.element("figure", ["class": "plot"]) { figure in
                scrolling(map.title, into: &figure) { map.write(into: &$0) }
                figure.element(
                    "figcaption",
                    """
                    Each cell is the number of respondents with the code of its row and that of its column. A point stands \
                    for a code and one under it.
                    """)
            }
            writePairs(pairs, into: &section)
        }
    }

    /// The map of the codes that are found most.
    var cooccurrenceMap: HeatMap {
        let (shown, matrix) = (shownColumns, cooccurrence.matrix)
        return HeatMap(
            title: "Respondents with both of two codes", description: description(of: listed), labels: shown.map(name),
            cell: { row, column in
                let (first, second) = (shown[row], shown[column])
                if first == second { return .own(matrix.occurrences[first]) }
                return isNested(first, second) ? .omitted : .number(matrix[first, second].both)
            })
    }

    /// Which codes are drawn, where not all are; else empty.
    var cooccurrenceLimit: String {
        let found = cooccurrence.matrix.occurrences.count { $0 > 0 }
        let shown = shownColumns.count
        return shown < found ? " The \(shown) most frequent of the \(found) codes that were found are drawn." : ""
    }

    /// The figures of the map: a row for each two codes of it.
    var cooccurrenceTable: Table {
        let (shown, matrix) = (shownColumns, cooccurrence.matrix)
        let pairs = shown.indices.flatMap { row in (0..<row).map { (shown[$0], shown[row]) } }
            .filter { !isNested($0, $1) }
        return Table(
            columns: ["code_a", "name_a", "code_b", "name_b"].map { Table.Column($0) }
                + ["both", "a", "b", "respondents"].map { Table.Column($0, .integer) },
            rows: pairs.map { first, second in
                [
                    .text(cooccurrence.codes[first]), .text(name(first)), .text(cooccurrence.codes[second]),
                    .text(name(second)), .integer(matrix[first, second].both), .integer(matrix.occurrences[first]),
                    .integer(matrix.occurrences[second]), .integer(matrix.units),
                ]
            })
    }

    private var introduction: String {
        """
        How many of the \(CountPhrase.of(cooccurrence.matrix.units, "respondent")) who spoke have both of two codes, in \
        whatever turns; a respondent with a code speaks of it, and may deny it. By turn or by sentence the same codes \
        may look strangers.\(cooccurrenceLimit)
        """
    }

    /// The columns of the heat map: codes that were found, in codebook order; of too many the most frequent.
    private var shownColumns: [Int] {
        let occurrences = cooccurrence.matrix.occurrences
        return occurrences.indices.filter { occurrences[$0] > 0 }
            .sorted { (occurrences[$1], $0) < (occurrences[$0], $1) }
            .prefix(Self.drawnCodes).sorted()
    }

    private typealias Pair = (first: Int, second: Int, counts: CooccurrenceCounts)

    /// The pairs that share at least one respondent, those that share most first.
    private var listed: [Pair] {
        cooccurrence.matrix.pairs.enumerated()
            .filter { $1.counts.both > 0 && !isNested($1.first, $1.second) }
            .sorted { ($1.element.counts.both, $0.offset) < ($0.element.counts.both, $1.offset) }
            .map(\.element)
    }

    /// Whether one of two codes is under the other, so that they share every respondent of the lower one.
    private func isNested(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (cooccurrence.codes[first], cooccurrence.codes[second])
        return one.hasPrefix(other + ".") || other.hasPrefix(one + ".")
    }

    private func node(_ column: Int) -> Int? { hierarchy.index(of: cooccurrence.codes[column]) }

    private func name(_ column: Int) -> String {
        node(column).map { study.codebook.codes[$0].name } ?? cooccurrence.codes[column]
    }

    private func description(of pairs: [Pair]) -> String {
        guard !pairs.isEmpty else { return "No two codes share a respondent." }
        let most = pairs.prefix(3).map { pair in
            "\(name(pair.first)) with \(name(pair.second)) (\(CountPhrase.of(pair.counts.both, "respondent")))"
        }
        return "Most often together: \(most.joined(separator: "; ")). The table has the figures."
    }

    private func writePairs(_ pairs: [Pair], into markup: inout Markup) {
        guard !pairs.isEmpty else {
            paragraph("No two codes share a respondent.", into: &markup)
            return
        }
        writeTable(
            "Codes that share most respondents",
            headings: ["Codes", "With both", "First", "Second", "Expected", "Jaccard", "Lift"],
            of: pairs.prefix(Self.listedPairs), into: &markup, writeRow: writePair)
        let others =
            pairs.count > Self.listedPairs
            ? " \(CountPhrase.of(pairs.count - Self.listedPairs, "further pair")) share a respondent; "
                + "‘verbatim cooccurrence’ lists all, with tests."
            : ""
        paragraph(
            """
            “Expected” is how many would have both, had the codes nothing to do with each other; “lift” is how many times more \
            do. “Jaccard” is the share with both among those with either.\(others)
            """, class: "note", into: &markup)
    }

    private func writePair(_ pair: Pair, into body: inout Markup) {
        body.element("tr") { row in
            row.element("th", ["scope": "row"]) { cell in
                for (place, column) in [pair.first, pair.second].enumerated() {
                    if place > 0 { cell.text(" – ") }
                    let target = node(column).map { "#\(anchor(ofCode: $0))" }
                    cell.element("a", ["href": target], name(column))
                }
            }
            let counts = pair.counts
            for number in [counts.both, counts.first, counts.second] {
                row.element("td", NumberFormat.grouped(number))
            }
            for (number, decimals) in [(counts.expected, 1), (counts.jaccard, 2), (counts.lift, 1)] {
                row.element("td", number.value.flatMap { NumberFormat.fixed($0, decimals: decimals) } ?? "–")
            }
        }
    }
}
