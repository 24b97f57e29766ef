import VerbatimModel

extension SourceTable {
    /// The table of the given records, of which the first is the header; short rows are filled with empty values.
    /// - Throws: `empty-file` without a header; `malformed-table`: a row with more values than the header has names, a
    ///   name given twice.
    init(records: [Row], warnings: [Diagnostic], path: String) throws(DiagnosticsError) {
        guard let header = records.first else {
            throw DiagnosticsError([Diagnostic(.error, "empty-file", "The table has no header row.", path: path)])
        }
        var faults: [Diagnostic] = []
        var seen: Set<String> = []
        for (index, name) in header.fields.enumerated() where !name.isEmpty {
            if !seen.insert(name.lowercased()).inserted {
                faults.append(
                    malformed("The column '\(name)' stands twice. Rename one.", path, header.positions[index]))
            }
        }
        var rows = Array(records.dropFirst())
        for index in rows.indices {
            for (column, field) in rows[index].fields.enumerated().dropFirst(header.fields.count) where !field.isEmpty {
                faults.append(
                    malformed(
                        "The row has more values than the header has columns (\(header.fields.count)). "
                            + "Put a value that holds the separator between double quotes.",
                        path, rows[index].positions[column]))
                break
            }
            let missing = header.fields.count - rows[index].fields.count
            if missing > 0 {
                rows[index].fields += [String](repeating: "", count: missing)
                rows[index].positions += [SourcePosition](repeating: rows[index].position, count: missing)
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        self.init(header: header.fields, headerPositions: header.positions, rows: rows, warnings: warnings)
    }
}

private func malformed(_ message: String, _ path: String, _ position: SourcePosition) -> Diagnostic {
    Diagnostic(.error, "malformed-table", message, path: path, position: position)
}
