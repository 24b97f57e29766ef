import VerbatimFiles
package import VerbatimModel

/// What people say of labels in a `speakers.csv`: roles, and whose label it is.
package struct SpeakerTable: Sendable, Hashable {
    /// One row: a label in a transcript.
    package struct Row: Sendable, Hashable {
        /// The transcript, by its id or path.
        package var transcript: String
        /// The label.
        package var label: String
        /// The role; `nil` as inferred.
        package var role: SpeakerRole?
        /// The respondent; `nil` as the respondents table says.
        package var respondent: Respondent.ID?
        /// Where the row begins.
        package var position: SourcePosition
    }

    /// The path of the table, as the user gave it.
    package var path: String
    /// The rows, in order.
    package var rows: [Row]
    /// What should be looked at in the file.
    package var warnings: [Diagnostic]

    /// Reads a table with the columns `transcript` and `label`, and `role` and `respondent` where they are there; others are
    /// not looked at.
    /// - Throws: What is wrong with the table: `missing-column`, `unknown-role`, `duplicate-row`, `malformed-table`.
    package static func parse(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> SpeakerTable {
        let table = try TableReader.read(bytes, path: path)
        guard let transcript = table.column("transcript"), let label = table.column("label") else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column", "A speakers table needs the columns transcript and label.", path: path,
                    position: SourcePosition(line: 1, column: 1))
            ])
        }
        let role = table.column("role")
        let respondent = table.column("respondent")
        var rows: [Row] = []
        var faults: [Diagnostic] = []
        var seen: Set<[String]> = []
        for record in table.rows {
            var row = Row(
                transcript: record.fields[transcript], label: record.fields[label], role: nil, respondent: nil,
                position: record.position)
            if let role, !record.fields[role].isEmpty {
                row.role = SpeakerRole(rawValue: record.fields[role].lowercased())
                if row.role == nil { faults.append(unknownRole(record, column: role, path: path)) }
            }
            if let respondent, !record.fields[respondent].isEmpty { row.respondent = record.fields[respondent] }
            if !seen.insert([row.transcript, SpeakerLabel.key(row.label)]).inserted {
                faults.append(
                    Diagnostic(
                        .error, "duplicate-row",
                        "The label '\(row.label)' stands twice for this transcript. Remove one.",
                        path: path, position: record.position))
            }
            rows.append(row)
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return SpeakerTable(path: path, rows: rows, warnings: table.warnings)
    }

    private static func unknownRole(_ record: SourceTable.Row, column: Int, path: String) -> Diagnostic {
        let roles = SpeakerRole.allCases.map(\.rawValue)
        return Diagnostic(
            .error, "unknown-role",
            "'\(record.fields[column])' is no role. Write \(roles.joined(separator: ", ")), or leave it empty.",
            path: path,
            position: record.positions[column], suggestion: NearNames.nearest(to: record.fields[column], in: roles))
    }
}
