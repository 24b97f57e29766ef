package import VerbatimModel

/// A codebook that was made from a file of another form.
package struct ImportedCodebook: Hashable, Sendable {
    /// The text of the codebook, in the canonical layout.
    package var text: String
    /// What could not be carried, or was carried with a change of meaning, at its place in the imported file.
    package var diagnostics: [Diagnostic]

    /// A codebook; see the properties of the same names.
    package init(text: String, diagnostics: [Diagnostic]) {
        self.text = text
        self.diagnostics = diagnostics
    }
}
