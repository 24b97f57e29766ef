/// Comma-separated values as RFC 4180 has them, with these choices: UTF-8 without byte-order mark, lines end in LF, and
/// the names of the columns are the first line.
///
/// A field is quoted when it holds a comma, a quote or a line end, or begins or ends with white space; quotes inside
/// are doubled. Data is never altered: a quote that begins with `=` or `-` is written as it was said. Spreadsheets may
/// take such a field for a formula, so they should import these columns as text.
package struct CSVWriter: Exporter {
    /// A writer of CSV.
    package init() {}

    /// The bytes of a table.
    /// - Complexity: O(length of the output).
    package func bytes(of table: Table) -> [UInt8] {
        var text = ""
        Self.append(table.columns.map(\.name), to: &text)
        for row in table.rows {
            Self.append(zip(row, table.columns).map { Table.text(of: $0, kind: $1.kind) }, to: &text)
        }
        return Array(text.utf8)
    }

    /// One field, quoted where it must be.
    package static func field(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isQuoted =
            scalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
            || (scalars.first.map(\.properties.isWhitespace) ?? false)
            || (scalars.last.map(\.properties.isWhitespace) ?? false)
        guard isQuoted else { return text }
        var field = "\"".unicodeScalars
        for scalar in scalars {
            if scalar == "\"" { field.append(scalar) }
            field.append(scalar)
        }
        field.append("\"")
        return String(field)
    }

    private static func append(_ fields: [String], to text: inout String) {
        // A lone empty field would be an empty line, which readers skip.
        let line = fields == [""] ? "\"\"" : fields.map(field).joined(separator: ",")
        text.append(line)
        text.append("\n")
    }
}
