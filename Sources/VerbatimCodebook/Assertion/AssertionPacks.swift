package import VerbatimModel

/// The cues of assertion that are built in: one pack for each language, in `Codebooks/Assertion`.
///
/// A codebook's own cues come on top of them.
package enum AssertionPacks {
    /// The cues of all packs, in the order of the files.
    ///
    /// They are parsed when first asked for. A pack with a fault gives the cues that could be read; ``diagnostics``
    /// says what is wrong, and a test keeps it empty.
    package static func cues() -> [Cue] {
        parsed.cues
    }

    /// What is wrong with the packs; empty in a released version.
    package static var diagnostics: [Diagnostic] { parsed.diagnostics }

    private static let parsed: (cues: [Cue], diagnostics: [Diagnostic]) = {
        var cues: [Cue] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            let parsed = CodebookParser.parse(path: file.path, text: file.text) { path in
                throw Diagnostic(.error, "pack-with-include", "a built-in pack cannot include files", path: path)
            }
            cues += parsed.codebook.cues
            diagnostics += parsed.diagnostics
        }
        return (cues, diagnostics)
    }()
}
