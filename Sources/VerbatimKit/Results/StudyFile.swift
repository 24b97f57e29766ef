import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel
import VerbatimStore

/// A study file as commands read it.
package struct StudyFile: Sendable {
    /// The latest run, with its codebook.
    package let study: CodedStudy

    /// The latest run of the study file at `path`.
    /// - Throws: `[study-not-found]`, `[not-a-study]` and other faults of the file; `[no-run]` where nothing was run.
    package static func latestRun(of path: String) throws(DiagnosticsError) -> StudyFile {
        try read(path) { _, _, study in StudyFile(study: study) }
    }

    /// Reads a study file: gives `body` the open file, the number of the latest run and the run with its codebook.
    /// - Throws: as ``latestRun(of:)``; what `body` throws.
    static func read<Value>(
        _ path: String, _ body: (StudyStore, Int, CodedStudy) throws -> Value
    ) throws(DiagnosticsError) -> Value {
        try StudyStore.withLatestRun(of: path) { store, run in
            try body(store, run.number, run.codedStudy(codebook: try run.codebook.parsed().codebook))
        }
    }

    /// The frequencies, for all respondents or for each value of an attribute.
    package func frequencies(by attribute: String?) -> Table {
        guard let attribute else { return .frequencies(FrequencyTable(study)) }
        return .frequencies(GroupedFrequencies(study, by: attribute))
    }
}
