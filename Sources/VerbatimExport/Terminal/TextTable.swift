/// A table for people at a terminal: aligned columns, two spaces between them, numbers to the right.
///
/// Line ends and tabs in a cell become a space, and control characters U+FFFD, so that no text can steer a terminal.
package struct TextTable: Exporter {
    /// The most columns of the terminal that one cell takes up; `nil` for as many as it needs.
    ///
    /// What is longer is cut and ends in `…`.
    package var cellWidth: Int?

    /// A writer of tables for terminals.
    package init(cellWidth: Int? = nil) {
        self.cellWidth = cellWidth
    }

    /// The bytes of a table, in UTF-8; lines end in LF and have no spaces at their end.
    /// - Complexity: O(length of the output).
    package func bytes(of table: Table) -> [UInt8] {
        let header = table.columns.map { shown($0.name) }
        let lines = table.rows.map { row in
            zip(row, table.columns).map { shown(Table.text(of: $0, kind: $1.kind)) }
        }
        var widths = header.map(DisplayWidth.of)
        for line in lines {
            for (column, cell) in line.enumerated() { widths[column] = max(widths[column], DisplayWidth.of(cell)) }
        }
        var text = ""
        for line in [header, widths.map { String(repeating: "-", count: $0) }] + lines {
            var printed = ""
            for (column, cell) in line.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
                if column > 0 { printed.append("  ") }
                printed.append(table.columns[column].kind.isNumeric ? padding + cell : cell + padding)
            }
            while printed.last == " " { printed.removeLast() }
            text.append(printed)
            text.append("\n")
        }
        return Array(text.utf8)
    }

    /// A cell without anything that moves the cursor, cut to the width.
    private func shown(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": clean.append(" ")
            case _ where scalar.properties.generalCategory == .control: clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        let cell = String(clean)
        guard let cellWidth, DisplayWidth.of(cell) > cellWidth else { return cell }
        var cut = ""
        var width = 1
        for character in cell {
            width += DisplayWidth.of(character)
            if width > cellWidth { break }
            cut.append(character)
        }
        return cut + "…"
    }
}

extension Table.Kind {
    /// Whether the column is set to the right.
    fileprivate var isNumeric: Bool {
        switch self {
        case .integer, .number: true
        case .text, .tokens: false
        }
    }
}
