import VerbatimAnalysis
import VerbatimEngine
import VerbatimExport
public import VerbatimModel
import VerbatimStore
import VerbatimText

/// The main job: transcripts and a codebook in; codings, frequencies, a study file and a report out.
///
/// ```swift
/// let options = RunOptions(
///     transcripts: "Transcripts", codebook: "Codebooks/migration-partnerships.codebook", output: "Results")
/// let result = try CodingPipeline(options).run()
/// print(result.study.codings.count)
/// ```
public struct CodingPipeline: Sendable {
    /// The version of Verbatim.
    public static let version = "0.1.0"

    /// What a run is busy with.
    public enum Stage: String, Sendable {
        /// Reading transcripts.
        case reading = "Reading"
        /// Coding them.
        case coding = "Coding"
    }

    private let options: RunOptions

    /// A pipeline that does what the options say.
    public init(_ options: RunOptions) {
        self.options = options
    }

    /// Reads, codes, counts and writes the results; either all files of the output folder are new, or none is.
    ///
    /// The same input gives the same bytes with any number of threads, on any day; only the study file also notes when
    /// each run began.
    /// - Parameters:
    ///   - started: When the run began, in ISO 8601, for the study's history.
    ///   - progress: Called from any thread with the number of steps of a stage that are done, and of all.
    /// - Returns: The coded study, and everything that a researcher should look at.
    /// - Throws: What makes the run impossible: wrong paths, a wrong codebook, examples that fail, no transcript that
    ///   can be read, a folder that cannot be written. Nothing is written then.
    @discardableResult
    public func run(
        started: String? = nil, progress: (@Sendable (Stage, Int, Int) -> Void)? = nil
    ) throws(DiagnosticsError) -> RunResult {
        let codebook = try LoadedCodebook.load(options.codebook)
        let failures = codebook.exampleFailures(threads: options.threads)
        guard failures.isEmpty || options.allowsFailingExamples else {
            throw DiagnosticsError(codebook.warnings + failures + [Self.refusal(failures.count, options.codebook)])
        }
        var folder = try ResultFolder(path: options.output)
        do throws(DiagnosticsError) {
            let collection = try TranscriptCollection.read(
                options.transcripts, options: options.reading, threads: options.threads,
                progress: { progress?(.reading, $0, $1) })
            guard !collection.transcripts.isEmpty else {
                throw DiagnosticsError(collection.diagnostics + [Self.nothingRead(options.transcripts)])
            }
            let (coded, coverage) = StudyCoding.code(
                collection, with: codebook, threads: options.threads, progress: { progress?(.coding, $0, $1) })
            let corpusWarnings = CorpusCheck.warnings(codebook, coverage: coverage, codings: coded.codings)
            let records = try ReviewRecords.read(at: folder.path(of: StudyResults.studyFile))
            let reviewed = ReviewedStudy(
                records.decisions, on: coded, transcripts: collection.transcripts,
                path: Self.shownPath(of: StudyResults.studyFile, in: options.output))
            let results = StudyResults(
                reviewed: reviewed, records: records, frequencies: FrequencyTable(reviewed.study), codebook: codebook,
                options: options, inputDiagnostics: codebook.warnings + collection.diagnostics,
                corpusWarnings: corpusWarnings, failingExamples: failures)
            try results.write(into: &folder, sources: collection, started: started)
            return RunResult(
                study: reviewed.study, diagnostics: results.diagnostics,
                corpusSummary: CorpusCheck.summary(of: corpusWarnings), failingExamples: failures,
                frequencies: results.frequencies)
        } catch {
            folder.discard()
            throw error
        }
    }

    /// The path of a file of the output folder, as the user gave the folder.
    private static func shownPath(of name: String, in folder: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    private static func refusal(_ count: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, "failing-examples",
            "\(count) of the codebook's examples fail, so it is not used. Mend its rules or its examples, or run with "
                + "'--allow-failing-examples'; the manifest then says so.", path: path)
    }

    private static func nothingRead(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "nothing-read", "No transcript could be read, so nothing was written.", path: path)
    }
}
