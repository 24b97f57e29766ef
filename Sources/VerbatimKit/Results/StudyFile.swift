import VerbatimAnalysis
import VerbatimCodebook
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
            let inclusions = Dictionary(
                run.codebook.inclusions.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
            let parsed = CodebookText.parse(path: run.codebook.path, text: run.codebook.text) { included in
                guard let text = inclusions[included] else {
                    throw Diagnostic(.error, "missing-inclusion", "The study does not hold this file.", path: included)
                }
                return text
            }
            guard !parsed.hasErrors else { throw DiagnosticsError(parsed.diagnostics) }
            return StudyFile(study: run.codedStudy(codebook: parsed.codebook))
        }
    }

    /// The frequencies, for all respondents or for each value of an attribute.
    package func frequencies(by attribute: String?) -> Table {
        guard let attribute else { return .frequencies(FrequencyTable(study)) }
        return .frequencies(GroupedFrequencies(study, by: attribute))
    }
}
