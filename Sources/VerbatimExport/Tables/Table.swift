package import VerbatimModel

/// A table as the program prints and writes it: CSV, JSON Lines and terminal output are all made from this one
/// description.
package struct Table: Hashable, Sendable {
    /// What the cells of a column hold.
    package enum Kind: Hashable, Sendable {
        /// Words.
        case text
        /// Whole numbers.
        case integer
        /// Numbers, written with so many decimals everywhere.
        case number(decimals: Int)
        /// Tokens and where they stand.
        case tokens
    }

    /// One column.
    package struct Column: Hashable, Sendable {
        /// The name, which stands in the first line of CSV and before each value in JSON.
        package var name: String
        /// What its cells hold.
        package var kind: Kind

        /// A column of the given name and kind.
        package init(_ name: String, _ kind: Kind = .text) {
            self.name = name
            self.kind = kind
        }
    }

    /// One cell.
    package enum Cell: Hashable, Sendable {
        /// Words.
        case text(String)
        /// A whole number.
        case integer(Int)
        /// A number; one that is not finite is written as undefined.
        case number(Double)
        /// Tokens: their words in CSV and on a terminal, joined by ` … `; in JSON a `[start, end]` for each, in Unicode
        /// scalars of the canonical text.
        case tokens([String], spans: [TextSpan])
        /// No value: empty in CSV, `null` in JSON.
        case undefined
    }

    /// The columns, in order.
    package var columns: [Column]
    /// The rows, in order, each with one cell for each column.
    package var rows: [[Cell]]

    /// A table; a row that is shorter than the columns is filled with undefined cells, a longer one is cut.
    package init(columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = rows.map { row in
            row.count == columns.count ? row : columns.indices.map { $0 < row.count ? row[$0] : .undefined }
        }
    }

    /// The words of a cell, as CSV and terminal show them; empty where it has no value.
    package static func text(of cell: Cell, kind: Kind) -> String {
        switch cell {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): NumberFormat.fixed(number, decimals: decimals(of: kind)) ?? ""
        case .tokens(let words, _): words.joined(separator: " … ")
        case .undefined: ""
        }
    }

    /// The decimals that a column's numbers are written with.
    static func decimals(of kind: Kind) -> Int {
        if case .number(let decimals) = kind { decimals } else { 4 }
    }
}

extension Table.Cell {
    /// Words, or no value for `nil`.
    package static func text(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .undefined }
    /// A number, or no value for `nil`.
    package static func number(_ number: Double?) -> Table.Cell { number.map { .number($0) } ?? .undefined }
}
