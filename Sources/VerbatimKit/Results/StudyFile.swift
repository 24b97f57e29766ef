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
        try StudyStore.withLatestRun(of: path) { _, run in
            StudyFile(study: run.codedStudy(codebook: try run.codebook.parsed().codebook))
        }
    }

    /// The frequencies, for all respondents or for each value of an attribute.
    package func frequencies(by attribute: String?) -> Table {
        guard let attribute else { return .frequencies(FrequencyTable(study)) }
        return .frequencies(GroupedFrequencies(study, by: attribute))
    }
}
