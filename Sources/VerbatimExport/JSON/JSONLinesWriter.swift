import VerbatimModel

/// A table as JSON Lines: one object for each row.
///
/// The names are those of the columns, in their order; numbers are numbers with the decimals that CSV has; what is
/// undefined is `null`. UTF-8, lines end in LF.
package struct JSONLinesWriter: Exporter {
    /// A writer of JSON Lines.
    package init() {}

    /// The bytes of a table.
    /// - Complexity: O(length of the output).
    package func bytes(of table: Table) -> [UInt8] {
        let keys = table.columns.map { JSONValue.quoted($0.name) }
        var text = ""
        for row in table.rows {
            text.append("{")
            for (position, cell) in row.enumerated() {
                if position > 0 { text.append(",") }
                text.append(keys[position])
                text.append(":")
                text.append(Self.value(of: cell, kind: table.columns[position].kind))
            }
            text.append("}\n")
        }
        return Array(text.utf8)
    }

    private static func value(of cell: Table.Cell, kind: Table.Kind) -> String {
        switch cell {
        case .text(let text): JSONValue.quoted(text)
        case .integer(let number): String(number)
        case .number(let number): NumberFormat.fixed(number, decimals: Table.decimals(of: kind)) ?? "null"
        case .tokens(_, let spans): "[\(spans.map { "[\($0.start),\($0.end)]" }.joined(separator: ","))]"
        case .undefined: "null"
        }
    }
}
