package import VerbatimEngine
package import VerbatimModel

/// Transcripts that were read, with those who speak in them: what a codebook is tried on.
package struct Corpus: Sendable {
    /// The transcripts, in the order in which they were read.
    package let transcripts: [Transcript]
    /// Those who speak, by id.
    package let respondents: [Respondent.ID: Respondent]

    /// The transcripts of folders, files and study files.
    package init(_ corpus: SearchCorpus) {
        transcripts = corpus.parts.flatMap(\.transcripts)
        respondents = Dictionary(
            corpus.parts.flatMap(\.respondents), uniquingKeysWith: { first, _ in first })
    }

    /// The transcripts of one folder.
    package init(_ collection: TranscriptCollection) {
        transcripts = collection.transcripts
        respondents = collection.respondents.byID
    }

    /// The codings that a codebook proposes, suppressed ones too, by transcript, position and code.
    package func codings(by codebook: LoadedCodebook, threads: Int) -> [Coding] {
        CodingRun.code(
            transcripts, with: codebook.rules, respondents: respondents, coder: codebook.coder, threads: threads,
            progress: nil
        ).flatMap(\.codings)
    }

    /// The same, and which terms of the codebook occur.
    package func codingsObservingCoverage(
        by codebook: LoadedCodebook, threads: Int
    ) -> (codings: [Coding], coverage: CorpusCoverage) {
        let (coded, coverage) = CodingRun.codeObservingCoverage(
            transcripts, with: codebook.rules, respondents: respondents, coder: codebook.coder, threads: threads,
            progress: nil)
        return (coded.flatMap(\.codings), coverage)
    }
}
