import VerbatimFiles
package import VerbatimModel

/// A sheet that a reviewer fills in: each row a segment or a respondent with a code, and empty cells for the decision.
package struct ReviewSheet: Hashable, Sendable {
    /// One row, as it is before it is filled in.
    package struct Row: Hashable, Sendable {
        /// Names the row; see ``rowID(_:)``.
        package var id: Decision.Row
        /// The transcript's id; for a respondent all of them.
        package var transcript: String
        /// The number of the turn, from 1; `nil` for a respondent.
        package var turn: Int?
        /// Who speaks; `nil` in a text without speakers.
        package var speaker: String?
        /// Whose words they are.
        package var respondent: Respondent.ID?
        /// What was asked last before the segment.
        package var question: String
        /// What stands before the segment.
        package var before: String
        /// The words to be judged.
        package var segment: String
        /// What stands behind the segment.
        package var after: String
        /// The code.
        package var code: Code
        /// Whether the rules propose the code; `nil` where the reviewer is not to know.
        package var isProposed: Bool?

        /// A row; see the properties of the same names.
        package init(
            id: Decision.Row, transcript: String, turn: Int?, speaker: String?, respondent: Respondent.ID?,
            question: String, before: String, segment: String, after: String, code: Code, isProposed: Bool?
        ) {
            self.id = id
            self.transcript = transcript
            self.turn = turn
            self.speaker = speaker
            self.respondent = respondent
            self.question = question
            self.before = before
            self.segment = segment
            self.after = after
            self.code = code
            self.isProposed = isProposed
        }
    }

    /// The columns, in order; the last four are to be filled in.
    package static let columns = [
        "row_id", "sample", "transcript", "turn", "speaker", "respondent", "question", "before", "segment", "after",
        "code", "code_name", "definition", "proposed", "decision", "reason", "changed_code", "note",
    ]
    /// What the first cell of a row begins with that explains and is not to be filled in.
    package static let commentMark = "#"

    /// The rows, in the order in which they are to be judged.
    package var rows: [Row]
    /// The codes that a code can be changed into.
    package var codes: [Code]
    /// What one row is about.
    package var unit: SampleDraw.Unit

    /// A sheet; see the properties of the same names.
    package init(rows: [Row], codes: [Code], unit: SampleDraw.Unit) {
        self.rows = rows
        self.codes = codes
        self.unit = unit
    }

    /// The decisions that a row of this kind can be filled with.
    package static func allowedDecisions(for unit: SampleDraw.Unit) -> [Decision.Outcome] {
        Decision.Outcome.allCases.filter { unit == .segment || $0 != .changed }
    }

    /// The id of a row: such as `s2r17`, which no spreadsheet takes for a date or a number.
    package static func rowID(_ row: Decision.Row) -> String { "s\(row.sample)r\(row.number)" }

    /// The row that an id names; `nil` where it names none.
    package static func row(_ id: String) -> Decision.Row? {
        let parts = id.lowercased().split(separator: "r", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].first == "s", let sample = Int(parts[0].dropFirst()), let row = Int(parts[1])
        else { return nil }
        return Decision.Row(sample: sample, number: row)
    }

    /// A digest of words that does not see white space, by which words that were altered in a sheet are told.
    ///
    /// 64 bits of FNV-1a (Fowler, Noll, Vo), in hexadecimal: it is to catch slips, not forgers.
    package static func digest(of words: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let visible = String.UnicodeScalarView(words.unicodeScalars.filter { !$0.properties.isWhitespace })
        for byte in String(visible).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    /// The sheet as comma-separated values, with a row of allowed values below the header.
    package var csv: [UInt8] {
        CSVWriter().bytes(
            of: Table(
                columns: Self.columns.map { Table.Column($0) },
                rows: ([explanation] + rows.map(cells)).map { $0.map { .text($0) } }))
    }

    /// The sheet as a workbook, which offers the allowed values as lists; a second sheet explains them, a third has the
    /// codes.
    /// - Throws: `unwritable-archive` where memory is short.
    package func workbook() throws(DiagnosticsError) -> [UInt8] {
        var allowed: [Int: XLSXSheet.AllowedValues] = [:]
        if let column = Self.columns.firstIndex(of: "decision") {
            allowed[column] = .words(Self.allowedDecisions(for: unit).map(\.rawValue))
        }
        if let column = Self.columns.firstIndex(of: "changed_code"), unit == .segment, !codes.isEmpty {
            allowed[column] = .column(sheet: "Codes", column: 0, count: codes.count)
        }
        return try XLSXTable.write([
            XLSXSheet(
                name: "Review", rows: [Self.columns] + rows.map(cells),
                widths: [8, 7, 18, 6, 12, 12, 30, 36, 60, 36, 22, 20, 40, 9, 11, 30, 22, 30], allowedValues: allowed),
            XLSXSheet(name: "How to fill in", rows: instructions, widths: [18, 100]),
            XLSXSheet(
                name: "Codes",
                rows: [["code", "name", "definition"]] + codes.map { [$0.id, $0.name, Self.guidance(for: $0)] },
                widths: [30, 30, 100]),
        ])
    }

    private func cells(_ row: Row) -> [String] {
        [
            Self.rowID(row.id), String(row.id.sample), row.transcript, row.turn.map { String($0) } ?? "",
            row.speaker ?? "", row.respondent ?? "", row.question, row.before, row.segment, row.after, row.code.id,
            row.code.name, Self.guidance(for: row.code), row.isProposed.map { $0 ? "yes" : "no" } ?? "", "", "", "", "",
        ]
    }

    /// What a coder has to know of a code, a line each.
    private static func guidance(for code: Code) -> String {
        [
            code.definition, code.useWhen.map { "Use when: \($0)" }, code.notWhen.map { "Not when: \($0)" },
        ].compactMap(\.self).joined(separator: "\n")
    }

    private var explanation: [String] {
        var cells = Self.columns.map { _ in "" }
        func explain(_ column: String, _ text: String) {
            if let index = Self.columns.firstIndex(of: column) { cells[index] = text }
        }
        explain("row_id", "\(Self.commentMark) leave this row as it is")
        explain("decision", Self.allowedDecisions(for: unit).map(\.rawValue).joined(separator: " | "))
        explain("reason", "any words")
        explain("changed_code", unit == .segment ? "a code's id, with 'changed' only" : "leave empty")
        explain("note", "any words")
        return cells
    }

    private var instructions: [[String]] {
        let subject = unit == .segment ? "segment" : "respondent"
        let meanings: [Decision.Outcome: String] = [
            .accepted: "The code applies to the \(subject), whether it was proposed or not.",
            .rejected: "The code does not apply to the \(subject).",
            .changed: "The code does not apply, but another does: put its id into changed_code.",
            .unsure: "It cannot be told. This takes an earlier decision of yours back.",
        ]
        return [["decision", "meaning"]]
            + Self.allowedDecisions(for: unit).map { [$0.rawValue, meanings[$0] ?? ""] }
            + [
                ["(empty)", "Not judged yet. The sheet can be read in as often as you like."],
                ["reason, note", "Any words; nobody but the study's owners reads them."],
                ["other columns", "Leave them as they are. Rows can be sorted and hidden."],
            ]
    }
}
