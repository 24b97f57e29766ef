import VerbatimCodebook
package import VerbatimModel

/// Writes codebooks in other forms.
package enum CodebookExport {
    /// The forms that can be written.
    package enum Format: String, CaseIterable, Sendable {
        /// The codebook language, in the canonical layout, with what was included.
        case codebook
        /// The lossless form for programs.
        case json
        /// A table, as CSV.
        case csv
        /// A table, as an Office Open XML workbook.
        case xlsx
        /// A REFI-QDA codebook.
        case qdc
    }

    /// The bytes of a codebook in the given form, and what the form could not carry.
    /// - Throws: `unwritable-archive`.
    package static func write(
        _ codebook: Codebook, as format: Format
    ) throws(DiagnosticsError) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
        switch format {
        case .codebook: return (Array(try CodebookComposer(codebook).formatted().utf8), [])
        case .json: return (Array(CodebookJSON.encode(codebook).utf8), [])
        case .csv: return (Array(CodebookTable.csv(of: codebook).utf8), [])
        case .xlsx: return try CodebookTable.xlsx(of: codebook)
        case .qdc:
            let encoded = RefiCodebook.encode(codebook)
            return (Array(encoded.text.utf8), encoded.diagnostics)
        }
    }
}
