import VerbatimCodebook
import VerbatimFiles
package import VerbatimModel

/// Codebooks as tables, CSV or XLSX: one row for each theme and code, and rows for the codebook, its lists and its
/// cues, so that a table that is exported is read back as the same codebook.
package enum CodebookTable {
    /// The columns, in order.
    package static let columns = [
        "id", "name", "parent", "level", "definition", "use_when", "not_when", "anchors", "color", "status", "rules",
        "examples", "memo", "mark", "scope", "speakers", "exclusive", "threshold", "was", "version", "languages",
    ]

    /// The rows of a codebook, the first with the names of the columns.
    ///
    /// Cells that hold several values have one on each line: anchors, rules as `ID LANG: text`, examples with their
    /// sign, lines of items.
    package static func rows(of codebook: Codebook) -> [[String]] {
        var rows = [columns]
        func add(_ values: [String: String]) { rows.append(columns.map { values[$0] ?? "" }) }
        add([
            "id": codebook.id, "name": codebook.title, "level": "codebook", "definition": codebook.definition ?? "",
            "version": codebook.version ?? "",
            "languages": codebook.languages.map(\.code).joined(separator: " "),
        ])
        for code in codebook.codes {
            var values: [String: String] = [
                "id": code.id, "name": code.name, "parent": codebook.parent(of: code.id)?.id ?? "",
                "level": code.isCodable ? "code" : "theme", "definition": code.definition ?? "",
                "use_when": code.useWhen ?? "", "not_when": code.notWhen ?? "",
                "anchors": code.anchors.joined(separator: "\n"), "memo": code.memo ?? "",
                "rules": code.rules.enumerated().map { text(of: $1, at: $0) }.joined(separator: "\n"),
                "examples": code.examples.map(ExampleText.property).joined(separator: "\n"),
            ]
            for (keyword, value) in CodeProperties.values(of: code) { values[keyword] = value }
            add(values)
        }
        for list in codebook.lists {
            let lines = list.runs.map { run in
                (run.language.map { $0.code + ": " } ?? "") + run.items.map(TermText.item).joined(separator: ", ")
            }
            add(["id": "@" + list.name, "level": "list", "rules": lines.joined(separator: "\n")])
        }
        for run in CueText.runs(of: codebook.cues) {
            add([
                "id": CueText.head(of: run[0]), "level": "cue",
                "rules": run.map { TermText.item($0.term) }.joined(separator: ", "),
            ])
        }
        return rows
    }

    private static func text(of rule: Rule, at index: Int) -> String {
        let head = [rule.writtenID(at: index), rule.language?.code].compactMap(\.self).joined(separator: " ")
        return head.isEmpty ? rule.text : "\(head): \(rule.text)"
    }

    /// The codebook as CSV: UTF-8, LF.
    package static func csv(of codebook: Codebook) -> String { DelimitedText.write(rows(of: codebook)) }

    /// The codebook as an XLSX workbook.
    ///
    /// - Returns: The bytes, and a warning for each cell that is longer than spreadsheet programs can hold.
    /// - Throws: `unwritable-archive`.
    package static func xlsx(
        of codebook: Codebook
    ) throws(DiagnosticsError) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
        let rows = rows(of: codebook)
        var warnings: [Diagnostic] = []
        for row in rows {
            for (column, cell) in row.enumerated() where cell.utf16.count > XLSXTable.maximalCellLength {
                warnings.append(
                    Diagnostic(
                        .warning, "cell-too-long",
                        "The column '\(columns[column])' of '\(row[0])' is longer than the "
                            + "\(XLSXTable.maximalCellLength) characters that spreadsheet programs hold, and they may "
                            + "cut it: use CSV or JSON."))
            }
        }
        return (try XLSXTable.write(rows, sheet: "Codebook"), warnings)
    }

    /// The codebook of a CSV table.
    /// - Throws: `malformed-table`, `missing-column`.
    package static func importCSV(
        _ text: String, path: String, name: String
    ) throws(DiagnosticsError) -> ImportedCodebook {
        try CodebookTableReader.read(try DelimitedText.read(text, path: path), path: path, name: name)
    }

    /// The codebook of the first sheet of an XLSX workbook.
    /// - Throws: `malformed-archive`, `not-a-workbook`, `malformed-xml`, `missing-column`.
    package static func importXLSX(
        _ bytes: [UInt8], path: String, name: String
    ) throws(DiagnosticsError) -> ImportedCodebook {
        try CodebookTableReader.read(try XLSXTable.read(bytes, path: path), path: path, name: name)
    }
}
