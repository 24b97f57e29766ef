import VerbatimCodebook
import VerbatimModel
import VerbatimStore

extension CodebookVersion {
    /// The codebook with its warnings, parsed from the text that the study holds.
    /// - Throws: the faults of the text; a version that coded has none.
    func parsed() throws(DiagnosticsError) -> (codebook: Codebook, warnings: [Diagnostic]) {
        let texts = Dictionary(inclusions.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        let parsed = CodebookText.parse(path: path, text: text) { included in
            guard let text = texts[included] else {
                throw Diagnostic(.error, "missing-inclusion", "The study does not hold this file.", path: included)
            }
            return text
        }
        guard !parsed.hasErrors else { throw DiagnosticsError(parsed.diagnostics) }
        return (parsed.codebook, parsed.diagnostics)
    }
}
