import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// Counts of respondents by two things: a code or an attribute in rows, an attribute or the guide's questions in columns.
///
/// Respondents of one column are compared with those of all others, but for those of whom no value is known. Where nobody shares a transcript the test of a row is
/// Pearson's or an exact one; where focus groups are among them, whose members resemble each other, it is a test on the
/// variance between transcripts.
struct Crosstab {
    /// One column: its value, and of whom its shares are.
    struct Column {
        var value: String?
        /// The respondents, by number.
        var members: Set<Int>
    }

    /// One row: its value, and in each column those who are in it.
    struct Row {
        var value: String?
        var members: [Set<Int>]
        /// In each column those of whom the share is.
        var totals: [Set<Int>]
    }

    /// The cells, row by row.
    private(set) var cells: [CrosstabCell] = []
    /// How many tests were made.
    private(set) var family = 0
    /// Whether the tests took transcripts for what was drawn.
    let isClustered: Bool

    /// The table of rows; `transcripts` gives each respondent's transcript, and `isDisjoint` says that no respondent is
    /// in two columns.
    /// - Complexity: O(rows x respondents), and the exact tests.
    init(_ rows: [Row], columns: [Column], transcripts: [Int], isDisjoint: Bool) {
        var sizes: [Int: Int] = [:]
        for member in columns.reduce(into: Set<Int>(), { $0.formUnion($1.members) }) {
            sizes[transcripts[member], default: 0] += 1
        }
        isClustered = sizes.values.contains { $0 > 1 }
        // Those of whom no value is known are no group that others could be compared with.
        let known = columns.indices.filter { columns[$0].value != nil }
        let tests = rows.map { row in
            isDisjoint ? Self.test(row, among: known, transcripts: transcripts, isClustered: isClustered) : nil
        }
        let adjusted = MultipleTesting.benjaminiHochberg(tests.map { $0?.value?.pValue })
        family = adjusted.count { $0 != nil }
        for (place, row) in rows.enumerated() {
            for (number, column) in columns.enumerated() {
                cells.append(
                    CrosstabCell(
                        row: row.value, column: column.value, count: row.members[number].count,
                        total: row.totals[number].count,
                        difference: isDisjoint && column.value != nil
                            ? Self.difference(row, number, among: known) : nil,
                        test: tests[place], adjustedPValue: adjusted[place], family: family))
            }
        }
    }

    /// The share of a column less that of all others.
    private static func difference(_ row: Row, _ column: Int, among known: [Int]) -> Estimate<IntervalEstimate> {
        let others = known.filter { $0 != column }
        let count = others.reduce(0) { $0 + row.members[$1].count }
        let total = others.reduce(0) { $0 + row.totals[$1].count }
        return IntervalEstimate.share(row.members[column].count, of: row.totals[column].count).flatMap { own in
            IntervalEstimate.share(count, of: total).map { own.difference(from: $0) }
        }
    }

    private static func test(
        _ row: Row, among known: [Int], transcripts: [Int], isClustered: Bool
    ) -> Estimate<CrosstabTest> {
        let used = known.filter { !row.totals[$0].isEmpty }
        guard isClustered else {
            let table = ContingencyTable(
                used.map { [row.members[$0].count, row.totals[$0].count - row.members[$0].count] })
            return IndependenceTest.of(table).map { test in
                switch test.method {
                case .pearson(let statistic, _):
                    CrosstabTest(name: "pearson", statistic: statistic, pValue: test.pValue)
                case .exact(.enumeration): CrosstabTest(name: "exact", statistic: nil, pValue: test.pValue)
                case .exact(.drawn): CrosstabTest(name: "exact-drawn", statistic: nil, pValue: test.pValue)
                }
            }
        }
        var groups: [HeterogeneityTest.Group] = []
        for column in used {
            var sessions: [Int: (respondents: Int, withCode: Int)] = [:]
            for member in row.totals[column] {
                sessions[transcripts[member], default: (0, 0)].respondents += 1
                if row.members[column].contains(member) { sessions[transcripts[member]]?.withCode += 1 }
            }
            if let group = group(Array(sessions.sorted { $0.key < $1.key }.map(\.value))) { groups.append(group) }
        }
        return HeterogeneityTest.of(groups).map { CrosstabTest($0) }
    }
    /// A column with its variance between transcripts, which is not less than that of as many independent respondents.
    ///
    /// Where all transcripts have the same share, or there is one, they do not tell how transcripts differ: then it is the
    /// variance of (y + 1)/(n + 2), so that a share of 0 or 1 is not taken for certain, on n over the design effect for
    /// an intraclass correlation of ``ClusteredShare/assumedCorrelation``. Both are what ``ClusteredCorrection`` does where
    /// everybody was read, and for its reasons.
    private static func group(_ sessions: [(respondents: Int, withCode: Int)]) -> HeterogeneityTest.Group? {
        let share = ClusteredShare(sessions)
        guard let value = share.share.value else { return nil }
        let size = share.respondents
        var variance = max(share.variance.value ?? 0, value * (1 - value) / size)
        if share.variance.value ?? 0 == 0 {
            let smoothed = (value * size + 1) / (size + 2)
            let effective = size / (1 + (share.weightedSize - 1) * ClusteredShare.assumedCorrelation)
            variance = smoothed * (1 - smoothed) / effective
        }
        return HeterogeneityTest.Group(share: value, variance: variance, clusters: share.clusters)
    }
}
