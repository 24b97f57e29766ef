import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// Corrected shares by two things: a code or an attribute in rows, an attribute in columns.
///
/// Each cell is corrected by its own reviews alone, since rules that work better in one language than in another have
/// error rates that cannot be borrowed. A column is compared with all others by the intervals of both; whether a row's
/// columns differ at all is tested by the variances of the corrected shares (``CorrectionByGroup/heterogeneity``), where
/// a test on what the rules found would find differences between their errors.
struct CorrectedCrosstab {
    /// One row: its value, the code whose share is taken, and the respondents whom it is about.
    struct Row {
        var value: String?
        /// The place of the code in the codebook.
        var node: Int
        var members: Set<Respondent.ID>
    }

    /// The cells, row by row.
    private(set) var cells: [CorrectedCrosstabCell] = []
    /// How many tests were made.
    let family: Int

    /// The table.
    /// - Parameters:
    ///   - rows: The rows.
    ///   - columns: The value of each column and its respondents; nobody is in two. Those of whom no value is known are
    ///     in no test, and not among the others of a column. A column of which nobody was read is in no test either.
    ///   - units: What the rules found, and what people did.
    ///   - target: Of whom shares and differences speak; tests are always of populations.
    /// - Complexity: O(rows x columns x respondents).
    init(
        _ rows: [Row], columns: [(value: String?, members: Set<Respondent.ID>)], units: CorrectedUnits,
        target: InferenceTarget
    ) {
        let compared = rows.map { row in
            columns.map { units.units(of: row.node, among: $0.members.intersection(row.members)) }
        }
        let known = columns.indices.filter { columns[$0].value != nil }
        let tests = compared.map { row in
            Self.test(row, among: known.filter { row[$0].contains { $0.judgement != nil } })
        }
        let adjusted = MultipleTesting.benjaminiHochberg(tests.map { $0.value?.pValue })
        family = adjusted.count { $0 != nil }
        for (place, row) in rows.enumerated() {
            for (number, column) in columns.enumerated() {
                let own = compared[place][number]
                let share = Self.share(own, target)
                var difference: Estimate<IntervalEstimate>?
                if column.value != nil {
                    let others = known.filter { $0 != number }.flatMap { compared[place][$0] }
                    difference = share.flatMap { share in
                        Self.share(others, target).map { share.difference(from: $0) }
                    }
                }
                cells.append(
                    CorrectedCrosstabCell(
                        row: row.value, column: column.value, asked: own.count, found: own.count(where: \.isCoded),
                        read: own.count { $0.judgement != nil }, share: share, difference: difference,
                        test: tests[place], adjustedPValue: adjusted[place], family: family))
            }
        }
    }

    private static func share(_ units: [ReviewedUnit], _ target: InferenceTarget) -> Estimate<IntervalEstimate> {
        switch target {
        case .respondents: PostStrata(units).correctedShare.share
        case .population: ClusteredCorrection(units).share
        }
    }

    private static func test(_ columns: [[ReviewedUnit]], among known: [Int]) -> Estimate<CrosstabTest> {
        let numbered = known.flatMap { column in columns[column].map { (unit: $0, column: column) } }
        return CorrectionByGroup(numbered.map(\.unit), groups: numbered.map(\.column)).heterogeneity.map {
            CrosstabTest($0)
        }
    }
}
