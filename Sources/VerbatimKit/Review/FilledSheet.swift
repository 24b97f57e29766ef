import VerbatimExport
import VerbatimFiles
import VerbatimModel

/// A review sheet that was filled in, read back and checked against the samples of a study.
struct FilledSheet {
    /// A row that was filled in.
    struct Answer {
        /// The unit that was judged.
        var unit: SampledUnit
        /// The row of the sample.
        var row: Decision.Row
        /// What was decided.
        var outcome: Decision.Outcome
        /// The code that applies instead.
        var changedCode: Code.ID?
        /// Why.
        var reason: String
        /// What else was written.
        var note: String
    }

    /// The rows that were filled in, in the order of the sheet.
    private(set) var answers: [Answer] = []
    /// How many rows are not filled in yet.
    private(set) var emptyRows = 0
    /// The reviewers who were given every row of the sheet that is filled in.
    private(set) var reviewers: Set<String> = []
    /// What should be looked at.
    let warnings: [Diagnostic]

    /// The sheet in the bytes of a file: comma-separated values or a workbook.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Its path, for messages.
    ///   - source: The study that the samples are of.
    /// - Throws: All faults of the sheet, by row and column: `missing-column`, `unknown-row`, `duplicate-row`,
    ///   `altered-row`, `wrong-decision`, `missing-code`, `unexpected-code`, `unknown-code`; faults of the file.
    init(_ bytes: [UInt8], path: String, source: ReviewSource) throws(DiagnosticsError) {
        let table = try TableReader.read(bytes, path: path)
        warnings = table.warnings
        guard let columns = Columns(table) else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "A review sheet needs the columns row_id, segment, code and decision, as 'verbatim sample' wrote "
                        + "them.", path: path, position: SourcePosition(line: 1, column: 1))
            ])
        }
        var reader = RowReader(columns: columns, path: path, source: source)
        for row in table.rows where !row.fields[columns.id].hasPrefix(ReviewSheet.commentMark) {
            if let answer = reader.answer(in: row) { answers.append(answer) } else { emptyRows += 1 }
        }
        guard reader.faults.isEmpty else { throw DiagnosticsError(reader.faults) }
        reviewers = reader.reviewers ?? []
    }
}

/// Where the columns of a sheet stand.
private struct Columns {
    let id: Int
    let segment: Int
    let code: Int
    let decision: Int
    let changedCode: Int?
    let reason: Int?
    let note: Int?

    init?(_ table: SourceTable) {
        guard let id = table.column("row_id"), let segment = table.column("segment"), let code = table.column("code"),
            let decision = table.column("decision")
        else { return nil }
        self.id = id
        self.segment = segment
        self.code = code
        self.decision = decision
        changedCode = table.column("changed_code")
        reason = table.column("reason")
        note = table.column("note")
    }
}

/// Reads one row after the other, and gathers faults.
private struct RowReader {
    let columns: Columns
    let path: String
    let source: ReviewSource
    private(set) var faults: [Diagnostic] = []
    /// The reviewers who were given all rows so far; `nil` before the first.
    private(set) var reviewers: Set<String>?
    private let units: [Decision.Row: (unit: SampledUnit, sample: SampleDraw)]
    private var lines: [Decision.Row: Int] = [:]

    init(columns: Columns, path: String, source: ReviewSource) {
        self.columns = columns
        self.path = path
        self.source = source
        var units: [Decision.Row: (unit: SampledUnit, sample: SampleDraw)] = [:]
        for sample in source.samples {
            for unit in sample.units { units[Decision.Row(sample: sample.number, number: unit.row)] = (unit, sample) }
        }
        self.units = units
    }

    /// What a row says; `nil` where it is not filled in, or has a fault.
    mutating func answer(in row: SourceTable.Row) -> FilledSheet.Answer? {
        let count = faults.count
        let id = ReviewSheet.row(row.fields[columns.id])
        guard let id, let (unit, sample) = units[id] else {
            fault(
                "unknown-row",
                "The study has no row '\(row.fields[columns.id])' in its samples. Leave row_id as it was written, and "
                    + "name the study that the sheet was drawn from.", row, columns.id)
            return nil
        }
        if let line = lines[id] {
            fault(
                "duplicate-row", "The row '\(row.fields[columns.id])' stands in row \(line) already. Keep one.", row,
                columns.id)
        }
        lines[id] = row.position.line
        if ReviewSheet.digest(of: row.fields[columns.segment]) != unit.digest {
            fault(
                "altered-row",
                "The words of the segment are not those that were written. Undo the change, or take the row from the "
                    + "original sheet; what you want to say about them goes into note.", row, columns.segment)
        }
        if row.fields[columns.code] != unit.code {
            fault(
                "altered-row",
                "The row is about '\(unit.code)', and another code stands here. Undo the change; a code that applies "
                    + "instead goes into changed_code, with the decision 'changed'.", row, columns.code)
        }
        let changed = columns.changedCode.map { row.fields[$0] } ?? ""
        let written = row.fields[columns.decision]
        guard !written.isEmpty else {
            if !changed.isEmpty, let column = columns.changedCode {
                fault(
                    "unexpected-code", "A code stands here without a decision. Write 'changed' as the decision.", row,
                    column)
            }
            return nil
        }
        let outcome = outcome(written, unit: sample.unit, row)
        let code = changedCode(changed, outcome, unit, row)
        guard let outcome, faults.count == count else { return nil }
        let names = Set(unit.reviewers.map { sample.reviewers[$0] })
        reviewers = reviewers?.intersection(names) ?? names
        return FilledSheet.Answer(
            unit: unit, row: id, outcome: outcome, changedCode: code,
            reason: columns.reason.map { row.fields[$0] } ?? "", note: columns.note.map { row.fields[$0] } ?? "")
    }

    private mutating func outcome(
        _ written: String, unit: SampleDraw.Unit, _ row: SourceTable.Row
    ) -> Decision.Outcome? {
        let allowed = ReviewSheet.allowedDecisions(for: unit)
        if let outcome = Decision.Outcome(rawValue: written.lowercased()), allowed.contains(outcome) { return outcome }
        let words = allowed.map(\.rawValue)
        fault(
            "wrong-decision",
            "'\(written)' is no decision. Write \(words.dropLast().joined(separator: ", ")) or \(words.last ?? ""), or "
                + "nothing.", row, columns.decision,
            suggestion: NearNames.nearest(to: written.lowercased(), in: words))
        return nil
    }

    /// The code that applies instead, by the id that the codebook has for it now.
    private mutating func changedCode(
        _ written: String, _ outcome: Decision.Outcome?, _ unit: SampledUnit, _ row: SourceTable.Row
    ) -> Code.ID? {
        let column = columns.changedCode ?? columns.decision
        guard outcome == .changed else {
            if outcome != nil, !written.isEmpty {
                fault(
                    "unexpected-code",
                    "A code stands here, but the decision is not 'changed'. Change the decision, or empty the cell.",
                    row,
                    column)
            }
            return nil
        }
        let codebook = source.study.codebook
        if written.isEmpty {
            fault(
                "missing-code",
                "The decision is 'changed', and no code stands here. Write the id of the code that applies.",
                row, column)
            return nil
        }
        guard let index = codebook.index(of: written), codebook.codes[index].isCodable else {
            let ids = codebook.codes.filter(\.isCodable).map(\.id)
            fault(
                "unknown-code", "The codebook has no code '\(written)'. Write the id of one that it has.", row, column,
                suggestion: NearNames.nearest(to: written, in: ids))
            return nil
        }
        guard codebook.codes[index].id != codebook.index(of: unit.code).map({ codebook.codes[$0].id }) else {
            fault(
                "unexpected-code", "This is the code that the row is about. Write another, or 'accepted'.", row, column)
            return nil
        }
        return codebook.codes[index].id
    }

    private mutating func fault(
        _ identifier: String, _ message: String, _ row: SourceTable.Row, _ column: Int, suggestion: String? = nil
    ) {
        faults.append(
            Diagnostic(
                .error, identifier, message, path: path, position: row.positions[column], suggestion: suggestion))
    }
}
