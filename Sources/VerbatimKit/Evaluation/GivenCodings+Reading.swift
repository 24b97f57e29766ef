import VerbatimFiles
import VerbatimIngest
package import VerbatimModel

extension GivenCodings {
    /// Reads a table of codings (CSV or XLSX), or the codings of a REFI-QDA project.
    ///
    /// A table has `transcript,start,end,code` and, where it is known, `coder` and `assertion`; or `respondent,code` with
    /// `value` (1 or 0, yes or no, present or absent; without it the code applies), and either `assertion` or a column of
    /// 0 and 1 for each kind. `start` and `end` are half-open Unicode-scalar offsets into the canonical text, from 0. A
    /// row without a code names what was read and has none.
    ///
    /// - Throws: every fault of the table: `missing-column`, `wrong-offset`, `wrong-value`, `unknown-assertion`,
    ///   `malformed-table`, `empty-file`, `unreadable-file`; faults of a project.
    /// - Complexity: O(size of the file).
    package static func read(_ path: String) throws(DiagnosticsError) -> GivenCodings {
        let bytes = try InputFile.read(path)
        if try isProject(bytes, path: path) { return try readProject(bytes, path: path) }
        let table = try TableReader.read(bytes, path: path)
        var reading = TableReading(table, path: path)
        if let places = table.places {
            reading.readSegments(places)
        } else if let respondent = table.column("respondent") {
            reading.readMarks(respondent)
        } else {
            reading.faults.append(
                Diagnostic(
                    .error, "missing-column",
                    "A table of codings needs the columns transcript, start, end and code, or respondent and code.",
                    path: path, position: SourcePosition(line: 1, column: 1)))
        }
        guard reading.faults.isEmpty else { throw DiagnosticsError(reading.faults) }
        return reading.codings
    }

    private static func isProject(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> Bool {
        guard FileSignature.isZIP(bytes) else { return false }
        return try ZIPArchive(bytes, path: path).entries.contains { $0.name.lowercased().hasSuffix(".qde") }
    }

    private static func readProject(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> GivenCodings {
        let contents = try TranscriptReader().contents(of: bytes, path: path, id: path)
        return GivenCodings(
            segments: contents.codings.map {
                Segment(transcript: $0.transcript, span: $0.span, code: $0.codePath, coder: $0.coder)
            },
            transcripts: contents.transcripts, warnings: contents.warnings)
    }
}

extension SourceTable {
    /// The columns of a table of segments.
    fileprivate struct Places {
        var transcript: Int
        var start: Int
        var end: Int
    }

    fileprivate var places: Places? {
        guard let transcript = column("transcript"), let start = column("start"), let end = column("end") else {
            return nil
        }
        return Places(transcript: transcript, start: start, end: end)
    }
}

/// A table on its way to being codings.
private struct TableReading {
    let table: SourceTable
    let path: String
    let code: Int?
    let coder: Int?
    let assertion: Int?
    var codings: GivenCodings
    var faults: [Diagnostic] = []

    init(_ table: SourceTable, path: String) {
        self.table = table
        self.path = path
        code = table.column("code")
        coder = table.column("coder")
        assertion = table.column("assertion")
        codings = GivenCodings(warnings: table.warnings)
        if code == nil {
            faults.append(
                Diagnostic(
                    .error, "missing-column",
                    "A table of codings needs the column code, with the id of a code of the codebook.", path: path,
                    position: SourcePosition(line: 1, column: 1)))
        }
    }

    mutating func readSegments(_ places: SourceTable.Places) {
        for row in table.rows {
            let isWhole = row.fields[places.start].isEmpty && row.fields[places.end].isEmpty && path(of: row).isEmpty
            guard isWhole || isOrdered(row, places) else {
                faults.append(
                    Diagnostic(
                        .error, "wrong-offset",
                        "start and end must be whole numbers, start before end: characters from the beginning of the "
                            + "text, from 0.", path: path, position: row.positions[places.start]))
                continue
            }
            let span = Int(row.fields[places.start]).flatMap { start in
                Int(row.fields[places.end]).map { TextSpan(start: start, end: $0) }
            }
            codings.segments.append(
                GivenCodings.Segment(
                    transcript: row.fields[places.transcript], span: span, code: path(of: row), coder: coder(of: row),
                    assertion: assertion(of: row), source: source(of: row)))
        }
    }

    mutating func readMarks(_ respondent: Int) {
        let value = table.column("value")
        var kinds: [(kind: AssertionKind, column: Int)] = []
        for kind in AssertionKind.allCases {
            let column = kind == .reported ? table.column("reported", "other") : table.column(kind.rawValue)
            if let column { kinds.append((kind, column)) }
        }
        for row in table.rows {
            guard let applies = value.map({ Self.truth(of: row.fields[$0]) }) ?? true else {
                faults.append(wrongValue(row, value ?? 0))
                continue
            }
            var label = assertion(of: row)
            if !kinds.isEmpty, label == nil {
                var found: Set<AssertionKind> = []
                for (kind, column) in kinds where !row.fields[column].isEmpty {
                    switch Self.truth(of: row.fields[column]) {
                    case true?: found.insert(kind)
                    case false?: break
                    case nil: faults.append(wrongValue(row, column))
                    }
                }
                label = AssertionLabel(found)
            }
            codings.marks.append(
                GivenCodings.Mark(
                    respondent: row.fields[respondent], code: path(of: row), applies: applies, coder: coder(of: row),
                    assertion: label, source: source(of: row)))
        }
    }

    private func isOrdered(_ row: SourceTable.Row, _ places: SourceTable.Places) -> Bool {
        guard let start = Int(row.fields[places.start]), let end = Int(row.fields[places.end]) else { return false }
        return start >= 0 && start < end
    }

    private func path(of row: SourceTable.Row) -> [String] {
        guard let code, !row.fields[code].isEmpty else { return [] }
        return [row.fields[code]]
    }

    private func coder(of row: SourceTable.Row) -> String? {
        coder.flatMap { row.fields[$0].isEmpty ? nil : row.fields[$0] }
    }

    private func source(of row: SourceTable.Row) -> SourceRange { SourceRange(path: path, start: row.position) }

    private mutating func assertion(of row: SourceTable.Row) -> AssertionLabel? {
        guard let assertion, !row.fields[assertion].isEmpty else { return nil }
        if let label = AssertionLabel(row.fields[assertion]) { return label }
        faults.append(
            Diagnostic(
                .error, "unknown-assertion",
                "An assertion is one or more of \(AssertionKind.allCases.map(\.rawValue).joined(separator: ", ")) and "
                    + "other, joined by '+'.", path: path, position: row.positions[assertion]))
        return nil
    }

    private func wrongValue(_ row: SourceTable.Row, _ column: Int) -> Diagnostic {
        Diagnostic(
            .error, "wrong-value", "Write 1 where it is so, and 0 where it is not.", path: path,
            position: row.positions[column])
    }

    /// What a cell of yes or no says; an empty one says yes; `nil` for anything else.
    private static func truth(of field: String) -> Bool? {
        switch field.lowercased() {
        case "", "1", "1.0", "yes", "true", "x", "present": true
        case "0", "0.0", "no", "false", "absent": false
        default: nil
        }
    }
}
