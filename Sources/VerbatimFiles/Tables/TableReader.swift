package import VerbatimModel

/// Reads tables as users have them: comma-separated values or the first sheet of an XLSX workbook, told by content.
package enum TableReader {
    /// The table in the bytes of a file.
    /// - Throws: as ``CSVReader/read(_:path:)`` and ``XLSXTable/read(_:path:)`` do.
    /// - Complexity: O(number of bytes).
    package static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> SourceTable {
        guard FileSignature.isZIP(bytes) else { return try CSVReader().read(bytes, path: path) }
        let rows = try XLSXTable.read(bytes, path: path).map { row in
            SourceTable.Row(
                fields: row.fields.map(trimmed),
                positions: row.fields.indices.map { SourcePosition(line: row.line, column: $0 + 1) },
                position: SourcePosition(line: row.line, column: 1))
        }
        return try SourceTable(records: rows, warnings: [], path: path)
    }

    private static func trimmed(_ field: String) -> String {
        var scalars = Substring(field).unicodeScalars
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }
}
