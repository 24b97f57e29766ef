import VerbatimFiles
import VerbatimModel

/// Reads transcripts from tables (CSV, TSV, XLSX): rows of turns, or rows of survey answers.
enum TableTranscripts {
    /// Whether the beginning of a file, behind a byte-order mark, is the header of a table that is read: one with a column for the
    /// words and one for who speaks, or one with ids and questions.
    static func matches(_ start: String) -> Bool {
        let line = start.prefix { !$0.isNewline }
        let separator = DelimitedText.separator(of: Array(line.unicodeScalars))
        // Names of columns seldom hold a separator; the whole table is read later.
        let names = line.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map {
            String($0).filter { $0 != "\"" }.trimmingSpaces
        }
        guard names.count >= 2, names.allSatisfy({ $0.utf8.count <= 300 }) else { return false }
        let turns = TurnColumns(header: names)
        if turns.text != nil, turns.speaker != nil, !turns.areAnswers { return true }
        let columns = SurveyColumns(header: names)
        return columns.id != nil && (columns.answers != nil || names.contains { QuestionName.isQuestion($0) })
    }

    /// Whether the bytes are an XLSX workbook: a ZIP archive with the part that all have.
    /// - Complexity: O(number of bytes).
    static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        guard FileSignature.isZIP(bytes) else { return false }
        let name = Array("xl/workbook.xml".utf8)
        var index = 0
        while let start = bytes[index...].firstIndex(of: name[0]) {
            if bytes[start...].starts(with: name) { return true }
            index = start + 1
        }
        return false
    }

    /// All transcripts of a table: one for each value of the column `transcript`, or one for each respondent of a survey.
    /// - Throws: what reading a table throws; `unsupported-table` for one that holds neither turns nor answers; `missing-id`;
    ///   `no-text` if nothing is said.
    /// - Complexity: O(number of bytes).
    static func read(_ file: SourceFile) throws(DiagnosticsError) -> [Transcript] {
        let table = try TableReader.read(file.bytes, path: file.path)
        let turns = TurnColumns(header: table.header)
        if turns.isComplete, !turns.areAnswers {
            return try TurnTable(file: file, table: table, columns: turns, source: source(file, "turn-table")).read()
        }
        var survey = SurveyColumns(header: table.header)
        let rows = survey.prepare(table.rows)
        if survey.isComplete {
            return try SurveyTable(
                file: file, table: table, rows: rows, columns: survey, source: source(file, "survey-table")
            ).read()
        }
        throw unsupported(turns, survey, path: file.path)
    }

    private static func source(_ file: SourceFile, _ format: String) throws(DiagnosticsError) -> TranscriptSource {
        guard !FileSignature.isZIP(file.bytes) else {
            return file.source(format: format, encoding: "utf-8", newlines: "lf")
        }
        let decoded = try file.decoded()
        return file.source(format: format, encoding: decoded.encoding, newlines: decoded.newlines)
    }

    private static func unsupported(_ turns: TurnColumns, _ survey: SurveyColumns, path: String) -> DiagnosticsError {
        var missing: [String] = []
        if turns.text == nil { missing.append("text") }
        if turns.speaker == nil { missing.append("speaker") }
        let answers =
            survey.id == nil
            ? "it lacks a column id (or respondent, participant)"
            : "it lacks a column of answers of four words or more"
        return DiagnosticsError([
            Diagnostic(
                .error, "unsupported-table",
                "The table holds neither turns nor survey answers. As a table of turns it lacks "
                    + "\(missing.isEmpty ? "text" : missing.joined(separator: " and ")); as one of answers \(answers). "
                    + "Name the columns so in the first row, or move the file out of the folder.",
                path: path, position: SourcePosition(line: 1, column: 1))
        ])
    }
}
