import ArgumentParser
import VerbatimExport

/// How a table is printed on standard output.
struct TableOptions: ParsableArguments {
    /// The forms a table can take.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// Aligned columns, for people.
        case table
        /// RFC 4180, for spreadsheets.
        case csv
        /// JSON Lines, one object for a row, for programs.
        case json
    }

    @Option(help: "How to print the table: table, csv or json (JSON Lines).")
    var format: Format = .table

    /// The table in the form that was asked for.
    ///
    /// People are shown the columns in `brief` only, or all where it is `nil`. Programs always get all.
    func text(of table: Table, brief: [String]? = nil) -> String {
        switch format {
        case .table: String(decoding: TextTable().bytes(of: brief.map(table.selecting) ?? table), as: UTF8.self)
        case .csv: String(decoding: CSVWriter().bytes(of: table), as: UTF8.self)
        case .json: String(decoding: JSONLinesWriter().bytes(of: table), as: UTF8.self)
        }
    }
}
