package import VerbatimModel

extension ParsedCodebook {
    /// A codebook that was read from another form than the codebook language, and all that is wrong with it.
    package init(_ codebook: Codebook, diagnostics: [Diagnostic]) {
        self.init(codebook: codebook, diagnostics: diagnostics)
    }
}
