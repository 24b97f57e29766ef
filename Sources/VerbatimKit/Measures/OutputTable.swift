import Foundation
package import VerbatimExport
package import VerbatimModel

/// A table that a command writes into a file beside what it prints.
package enum OutputTable {
    /// Writes a table as CSV, all of it or nothing.
    /// - Throws: `[unwritable-output]`.
    package static func write(_ table: Table, to path: String) throws(DiagnosticsError) {
        do {
            try Data(CSVWriter().bytes(of: table)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unwritable-output",
                    "The file cannot be written: name one in a folder that exists and is yours.", path: path)
            ])
        }
    }
}
