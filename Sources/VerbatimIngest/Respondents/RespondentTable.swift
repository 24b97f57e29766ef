import VerbatimFiles
package import VerbatimModel

/// A table of respondents: who speaks under which labels in which transcripts, and what is known of them.
package struct RespondentTable: Sendable, Hashable {
    /// One respondent.
    package struct Row: Sendable, Hashable {
        /// The respondent's id.
        package var id: Respondent.ID
        /// The labels the respondent speaks under; empty where the transcripts' sole respondent is meant.
        package var labels: [String]
        /// The transcripts the respondent speaks in, by id or path; empty for all.
        package var transcripts: [String]
        /// What else the table says, in the order of its columns; empty values are left out.
        package var attributes: Attributes
        /// Where the row begins.
        package var position: SourcePosition
        /// Where the transcripts stand.
        package var transcriptsPosition: SourcePosition
    }

    /// The path of the table, as the user gave it.
    package var path: String
    /// The rows, in order.
    package var rows: [Row]
    /// What should be looked at in the file.
    package var warnings: [Diagnostic]

    /// Reads a table with a column `id` (or `respondent`), and `labels` and `transcripts` where they are there, with `;`
    /// between several; all other columns are attributes.
    /// - Throws: What is wrong with the table: `missing-column`, `missing-id`, `duplicate-respondent`, `malformed-table`.
    package static func parse(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> RespondentTable {
        let table = try TableReader.read(bytes, path: path)
        guard let id = table.column("id") ?? table.column("respondent") else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "A respondents table needs a column id. The first row holds the names of the columns.", path: path,
                    position: SourcePosition(line: 1, column: 1))
            ])
        }
        let labels = table.column("labels", "label")
        let transcripts = table.column("transcripts", "transcript")
        let attributes = table.header.indices.filter {
            $0 != id && $0 != labels && $0 != transcripts && !table.header[$0].isEmpty
        }
        var rows: [Row] = []
        var faults: [Diagnostic] = []
        var seen: Set<String> = []
        for record in table.rows {
            let name = record.fields[id]
            if name.isEmpty {
                faults.append(
                    Diagnostic(
                        .error, "missing-id", "The row has no id. Give one.", path: path, position: record.position))
            } else if !seen.insert(name).inserted {
                faults.append(
                    Diagnostic(
                        .error, "duplicate-respondent",
                        "The respondent '\(name)' stands twice. Name several labels or transcripts in one row, with ';'.",
                        path: path, position: record.positions[id]))
            }
            var row = Row(
                id: name, labels: labels.map { list(record.fields[$0]) } ?? [],
                transcripts: transcripts.map { list(record.fields[$0]) } ?? [], attributes: Attributes(),
                position: record.position,
                transcriptsPosition: transcripts.map { record.positions[$0] } ?? record.position)
            for column in attributes where !record.fields[column].isEmpty {
                row.attributes[table.header[column]] = record.fields[column]
            }
            rows.append(row)
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return RespondentTable(path: path, rows: rows, warnings: table.warnings)
    }

    private static func list(_ field: String) -> [String] {
        field.split(separator: ";").map(\.trimmingSpaces).filter { !$0.isEmpty }
    }
}
