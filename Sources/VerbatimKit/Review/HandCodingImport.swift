package import VerbatimExport
import VerbatimFiles
package import VerbatimModel
import VerbatimStore

/// Reads a table of people's own codings into a study.
///
/// Its columns are `transcript,start,end,code[,coder]` or `respondent,code[,value][,coder]`.
package struct HandCodingImport: Sendable {
    /// The codings of the table, in its order.
    package let codings: [HandCoding]
    /// How many of them the study did not have yet.
    package let added: Int
    /// What should be looked at.
    package let diagnostics: [Diagnostic]

    /// Imports a table: all of it, or, where this throws, nothing.
    ///
    /// - Parameters:
    ///   - path: the table, as comma-separated values or a workbook.
    ///   - study: the study file.
    ///   - coder: who coded, where the table has no column `coder`, or nothing in it.
    /// - Throws: every fault of the table, by row and column: `missing-column`, `missing-coder`, `wrong-offset`,
    ///   `wrong-value`, `unknown-code`, `unknown-transcript`, `unknown-respondent`, `span-outside-text`; what makes the
    ///   study unreadable or unwritable.
    package init(of path: String, into study: String, coder: String?) throws(DiagnosticsError) {
        let source = try ReviewSource.read(study)
        let table = try TableReader.read(try InputFile.read(path), path: path)
        var reader = try HandCodingReader(table, path: path, source: source, coder: coder)
        codings = table.rows.compactMap { reader.coding(in: $0) }
        guard reader.faults.isEmpty else { throw DiagnosticsError(reader.faults) }
        do {
            let store = try StudyStore.open(at: study)
            added = try store.record(codings)
            try store.close()
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
        diagnostics = table.warnings
    }

    /// What was imported, a row for each coder: `coder,codings,codes,transcripts,respondents`.
    package var table: Table {
        let byCoder = Dictionary(grouping: codings, by: \.coder).sorted { $0.key < $1.key }
        return Table(
            columns: [Table.Column("coder")]
                + ["codings", "codes", "transcripts", "respondents"].map { Table.Column($0, .integer) },
            rows: byCoder.map { coder, codings in
                [
                    .text(coder), .integer(codings.count), .integer(Set(codings.map(\.code)).count),
                    .integer(Set(codings.compactMap { $0.subject.place?.transcript }).count),
                    .integer(Set(codings.compactMap(\.subject.respondent)).count),
                ]
            })
    }
}

/// Reads one row after the other, and gathers faults.
private struct HandCodingReader {
    private(set) var faults: [Diagnostic] = []
    private let path: String
    private let source: ReviewSource
    private let coder: String?
    private let code: Int
    private let segment: (transcript: Int, start: Int, end: Int)?
    private let respondent: Int?
    private let value: Int?
    private let coderColumn: Int?
    private let maps: [Transcript.ID: OffsetMap]
    private let respondents: Set<Respondent.ID>

    init(_ table: SourceTable, path: String, source: ReviewSource, coder: String?) throws(DiagnosticsError) {
        self.path = path
        self.source = source
        self.coder = coder.flatMap { $0.isEmpty ? nil : $0 }
        let transcript = table.column("transcript")
        let bounds = table.column("start").flatMap { start in table.column("end").map { (start, $0) } }
        segment = transcript.flatMap { transcript in bounds.map { (transcript, $0.0, $0.1) } }
        respondent = table.column("respondent")
        value = table.column("value")
        coderColumn = table.column("coder")
        guard let code = table.column("code"), segment != nil || respondent != nil else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "A table of codings needs the columns transcript, start, end and code, or respondent and code.",
                    path: path, position: SourcePosition(line: 1, column: 1))
            ])
        }
        guard self.coder != nil || coderColumn != nil else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-coder",
                    "The table does not say who coded. Add a column coder, or give the name with '--coder'.", path: path
                )
            ])
        }
        self.code = code
        maps = Dictionary(
            source.transcripts.map { ($0.id, OffsetMap($0.text)) }, uniquingKeysWith: { first, _ in first })
        respondents = Set(source.study.respondents.map(\.id))
    }

    /// The coding of a row; `nil` where it has a fault.
    mutating func coding(in row: SourceTable.Row) -> HandCoding? {
        let count = faults.count
        let codebook = source.study.codebook
        let id = codebook.index(of: row.fields[code]).map { codebook.codes[$0].id }
        if id == nil {
            fault(
                "unknown-code", "The codebook has no code '\(row.fields[code])'. Write the id of one that it has.", row,
                code, suggestion: NearNames.nearest(to: row.fields[code], in: codebook.codes.map(\.id)))
        }
        let name = coderColumn.map { row.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 } ?? coder
        if name == nil {
            fault(
                "missing-coder", "The row does not say who coded. Fill the cell, or give the name with '--coder'.", row,
                coderColumn ?? code)
        }
        let subject = subject(in: row)
        let applies = applies(in: row)
        guard let id, let name, let subject, let applies, faults.count == count else { return nil }
        return HandCoding(subject: subject, code: id, applies: applies, coder: name, source: path)
    }

    private mutating func subject(in row: SourceTable.Row) -> ReviewSubject? {
        guard let segment else {
            guard let column = respondent else { return nil }
            let id = row.fields[column]
            if respondents.contains(id) { return .respondent(id) }
            fault(
                "unknown-respondent",
                "No respondent '\(id)' speaks in the study. Take an id from respondents.csv of its results.", row,
                column,
                suggestion: NearNames.nearest(to: id, in: respondents.sorted()))
            return nil
        }
        let id = row.fields[segment.transcript]
        guard let map = maps[id] else {
            fault(
                "unknown-transcript", "The study has no transcript '\(id)'. Take an id from transcripts.csv.", row,
                segment.transcript, suggestion: NearNames.nearest(to: id, in: maps.keys.sorted()))
            return nil
        }
        guard let start = Int(row.fields[segment.start]), let end = Int(row.fields[segment.end]), start >= 0,
            start < end
        else {
            fault(
                "wrong-offset",
                "start and end must be whole numbers, start before end: characters from the beginning of the text, "
                    + "from 0.", row, segment.start)
            return nil
        }
        guard end <= map.scalarCount else {
            fault(
                "span-outside-text",
                "The segment ends behind the text of '\(id)', which has \(map.scalarCount) characters. Was the table "
                    + "made from another version of it?", row, segment.end)
            return nil
        }
        return .segment(QuotedPlace(TextSpan(start: start, end: end), of: id, text: map))
    }

    /// Whether the code applies: where the table says nothing, it does.
    private mutating func applies(in row: SourceTable.Row) -> Bool? {
        guard segment == nil, let column = value else { return true }
        switch row.fields[column].lowercased() {
        case "", "1", "yes", "true": return true
        case "0", "no", "false": return false
        default:
            fault(
                "wrong-value", "The value must be 1 (the code applies to the respondent) or 0 (it does not).", row,
                column)
            return nil
        }
    }

    private mutating func fault(
        _ identifier: String, _ message: String, _ row: SourceTable.Row, _ column: Int, suggestion: String? = nil
    ) {
        faults.append(
            Diagnostic(
                .error, identifier, message, path: path, position: row.positions[column], suggestion: suggestion))
    }
}
