package import VerbatimModel

extension CodebookEffect {
    /// Codes the same transcripts with two codebooks, and compares.
    /// - Complexity: that of coding the corpus twice.
    package static func measure(
        old: LoadedCodebook, new: LoadedCodebook, on corpus: Corpus, threads: Int
    ) -> CodebookEffect {
        CodebookEffect(
            old: old.codebook, codings: corpus.codings(by: old, threads: threads), new: new.codebook,
            codings: corpus.codings(by: new, threads: threads))
    }

    /// The same, on the transcripts of folders, files and study files.
    ///
    /// - Returns: the effect, and what could not be read.
    /// - Throws: what makes a path unusable: no such path, no transcripts, a broken table or study.
    package static func measure(
        old: LoadedCodebook, new: LoadedCodebook, on paths: [String], threads: Int
    ) throws(DiagnosticsError) -> (effect: CodebookEffect, diagnostics: [Diagnostic]) {
        let read = try SearchCorpus.read(paths, threads: threads)
        return (measure(old: old, new: new, on: Corpus(read), threads: threads), read.diagnostics)
    }
}
