import VerbatimModel
import VerbatimStore

/// What a study file holds that reviews are made from: the latest run, its texts, and what people decided so far.
struct ReviewSource {
    /// The path of the study file.
    let path: String
    /// The number of the latest run.
    let run: Int
    /// The latest run, with decisions applied.
    let study: CodedStudy
    /// What the rules alone made of its codings.
    let codingsByRules: [Coding]
    /// Its transcripts.
    let transcripts: [Transcript]
    /// All decisions, in their order.
    let decisions: [Decision]
    /// All samples, the first first.
    let samples: [SampleDraw]

    /// Reads the study file at `path`.
    /// - Throws: what makes the file unreadable; `[no-run]` where nothing was run.
    static func read(_ path: String) throws(DiagnosticsError) -> ReviewSource {
        try StudyFile.read(path) { store, run, study in
            ReviewSource(
                path: path, run: run, study: study, codingsByRules: try store.codingsByRules(),
                transcripts: try study.transcripts.compactMap { try store.transcript($0.id) },
                decisions: try store.decisions(), samples: try store.samples())
        }
    }

    /// The sentences of its transcripts; texts of unknown language are split as those of the codebook's first.
    /// - Complexity: O(length of the texts).
    var sentences: [TranscriptSentences] {
        let language = study.codebook.languages.first ?? .unknown
        return transcripts.map { TranscriptSentences($0, unknownLanguage: language) }
    }

    /// A code of the codebook, by its index.
    /// - Throws: `[unknown-code]`, with the near name.
    func code(_ id: Code.ID) throws(DiagnosticsError) -> Int {
        if let index = study.codebook.index(of: id) { return index }
        throw DiagnosticsError([
            Diagnostic(
                .error, "unknown-code", "There is no code '\(id)'. Take an id from the codebook.", path: path,
                suggestion: NearNames.nearest(to: id, in: study.codebook.codes.map(\.id)))
        ])
    }
}
