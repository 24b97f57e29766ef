package import VerbatimModel

/// Reads tables as users have them: comma-separated values or the first visible sheet of an XLSX workbook.
///
/// Which it is, the content tells.
package enum TableReader {
    /// The table in the bytes of a file.
    /// - Throws: as ``CSVReader/read(_:path:)`` and ``XLSXWorkbook/read(_:path:)`` do.
    /// - Complexity: O(number of bytes).
    package static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> SourceTable {
        guard FileSignature.isZIP(bytes) else { return try CSVReader().read(bytes, path: path) }
        let sheet = try XLSXWorkbook.read(bytes, path: path).firstVisibleSheet
        let rows = (sheet?.rows ?? []).map { row in
            SourceTable.Row(
                fields: row.fields.map(trimmed),
                positions: row.fields.indices.map { SourcePosition(line: row.line, column: $0 + 1) },
                position: SourcePosition(line: row.line, column: 1))
        }
        return try SourceTable(records: rows, warnings: sheet?.warnings ?? [], path: path)
    }

    private static func trimmed(_ field: String) -> String {
        var scalars = Substring(field).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
