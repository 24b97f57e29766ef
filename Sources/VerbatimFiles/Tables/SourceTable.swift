package import VerbatimModel

/// A table that a user gave, as CSV or as a workbook: a header row and rows below it.
///
/// Source: RFC 4180; besides the comma, a semicolon or a TAB may separate, as spreadsheets write it in half of Europe.
/// In a workbook a position is the row and the column of the cell.
package struct SourceTable: Sendable, Hashable {
    /// One row of the table.
    package struct Row: Sendable, Hashable {
        /// The values, in the order of the header; a row that ends early has empty ones.
        package var fields: [String]
        /// Where each value begins.
        package var positions: [SourcePosition]
        /// Where the row begins.
        package var position: SourcePosition
    }

    /// The names of the columns, without white space around them.
    package var header: [String]
    /// Where each name begins.
    package var headerPositions: [SourcePosition]
    /// The rows, in order; empty lines are left out.
    package var rows: [Row]
    /// What should be looked at.
    package var warnings: [Diagnostic]

    /// The index of the first column with one of the given names, whatever the case.
    package func column(_ names: String...) -> Int? {
        header.firstIndex { names.contains($0.lowercased()) }
    }
}
