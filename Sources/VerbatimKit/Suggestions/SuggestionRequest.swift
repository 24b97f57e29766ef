package import VerbatimModel

/// What `verbatim codebook suggest` is asked to do.
package struct SuggestionRequest: Sendable {
    /// The codebook's path.
    package var codebook: String
    /// Folders, transcripts and study files.
    package var paths: [String]
    /// The table of codings by people; `nil` for the codings of the one study file.
    package var codings: String?
    /// Tables, guide, and what else is known of the transcripts.
    package var reading = ReadingOptions()
    /// What is suggested.
    package var options = CodebookSuggestions.Options()
    /// How many threads work at once.
    package var threads = 1

    /// Suggestions for a codebook from the transcripts at the given paths.
    package init(codebook: String, paths: [String]) {
        self.codebook = codebook
        self.paths = paths
    }

    /// Reads everything, and finds the suggestions.
    /// - Returns: the suggestions, and what should be looked at.
    /// - Throws: what makes it impossible: a wrong codebook, path or table; `no-codings` where neither a table nor
    ///   one study file is given.
    package func run() throws(DiagnosticsError) -> (suggestions: CodebookSuggestions, diagnostics: [Diagnostic]) {
        let loaded = try LoadedCodebook.load(codebook)
        let segments = try handCodings()
        let read = try SearchCorpus.read(paths, options: reading, threads: threads)
        let suggestions = try CodebookSuggestions(
            for: loaded, from: segments, in: Corpus(read), options: options, threads: threads)
        return (suggestions, loaded.warnings + read.diagnostics + segments.warnings + suggestions.diagnostics)
    }

    private func handCodings() throws(DiagnosticsError) -> HandCodings {
        if let codings { return try HandCodings.read(codings) }
        guard paths.count == 1, let study = paths.first, study.hasSuffix(".verbatim") else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-codings",
                    "Suggestions are learned from what people coded: name one study file (NAME.verbatim), or give a "
                        + "table with '--codings'.")
            ])
        }
        return HandCodings(of: try StudyFile.latestRun(of: study).study, path: study)
    }
}
