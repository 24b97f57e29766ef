package import VerbatimModel

/// Tables of comma-separated values (RFC 4180) as rows of fields.
package enum DelimitedText {
    /// A row with the 1-based line it begins in.
    package struct Row: Sendable, Hashable {
        /// The values.
        package var fields: [String]
        /// The 1-based line the row begins in.
        package var line: Int

        /// A row; see the properties of the same names.
        package init(fields: [String], line: Int) {
            self.fields = fields
            self.line = line
        }
    }

    /// The rows of a text, without empty ones.
    ///
    /// The separator is the one of comma, semicolon and tab that stands most often outside quotes in the first line.
    /// - Throws: `malformed-table`: a quote that is not closed.
    /// - Complexity: O(length of the text).
    package static func read(_ text: String, path: String) throws(DiagnosticsError) -> [Row] {
        let scalars = Array(text.unicodeScalars)
        let separator = separator(of: scalars)
        var rows: [Row] = []
        var row = Row(fields: [], line: 1)
        var field = String.UnicodeScalarView()
        var line = 1
        var quoteLine: Int?
        var index = 0
        func finishField() {
            row.fields.append(String(field))
            field = String.UnicodeScalarView()
        }
        func finishRow() {
            finishField()
            if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
            row = Row(fields: [], line: line)
        }
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if scalar == "\n" { line += 1 }
            if quoteLine != nil {
                if scalar == "\"", next == "\"" {
                    field.append(scalar)
                    index += 1
                } else if scalar == "\"" {
                    quoteLine = nil
                } else if scalar != "\r" || next != "\n" {
                    field.append(scalar)
                }
            } else if scalar == "\"", field.isEmpty {
                quoteLine = line
            } else if scalar == separator {
                finishField()
            } else if scalar == "\n" || (scalar == "\r" && next != "\n") {
                finishRow()
            } else if scalar != "\r" {
                field.append(scalar)
            }
            index += 1
        }
        if let quoteLine {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "malformed-table",
                    "A value opens with a double quote that is never closed. Close it; a quote inside is doubled.",
                    path: path, position: SourcePosition(line: quoteLine, column: 1))
            ])
        }
        finishRow()
        return rows
    }

    /// The separator of a table: the one of comma, semicolon and tab that stands most often outside quotes in its first line.
    package static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
        var counts: [Unicode.Scalar: Int] = [:]
        var isQuoted = false
        for scalar in scalars {
            if scalar == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if scalar == "\n" || scalar == "\r" { break }
            counts[scalar, default: 0] += 1
        }
        let candidates: [Unicode.Scalar] = [",", ";", "\t"]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
    }

    /// The text of a table; lines end in LF.
    package static func write(_ rows: [[String]]) -> String {
        rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isQuoted =
            scalars.contains { $0 == "," || $0 == ";" || $0 == "\t" || $0 == "\"" || $0 == "\n" || $0 == "\r" }
            || scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true
        guard isQuoted else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
