import VerbatimCodebook
import VerbatimModel

/// The end of every import: the text is laid out and checked by the parser, whose faults are reported at their places
/// in the imported file.
enum ImportFinish {
    /// The imported codebook, with what the import itself reported first.
    static func finish(
        _ composer: CodebookComposer, path: String, warnings: [Diagnostic]
    ) throws(DiagnosticsError) -> ImportedCodebook {
        let parsed = CodebookParser.parse(path: path, text: composer.text) { _ in "" }
        var diagnostics = warnings
        for changed in composer.changedTexts {
            diagnostics.append(
                Diagnostic(
                    .warning, "number-sign-changed",
                    "A number sign begins a comment in a codebook, and was replaced by U+FF03.", path: path,
                    position: changed.origin))
        }
        diagnostics += composer.located(parsed.diagnostics.filter { $0.severity == .error }, path: path)
        return ImportedCodebook(text: try composer.formatted(), diagnostics: diagnostics)
    }
}
