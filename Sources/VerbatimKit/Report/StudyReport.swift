import Foundation
import VerbatimAnalysis
import VerbatimCodebook
import VerbatimEngine
package import VerbatimExport
package import VerbatimModel
import VerbatimStore

/// The report of a study file: its latest run, what people judged of it, and what follows from that.
package struct StudyReport: Sendable {
    /// The latest run, with its codebook.
    package let study: CodedStudy
    /// Who was taken for whom, what people judged, agreement and corrected shares.
    package let facts: ReportFacts
    /// The attributes that the run was told to group by; empty where it was told none.
    package let groupings: [String]
    private let engineVersion: String
    private let codebookSHA256: String
    private let warnings: [Diagnostic]
    private let failingExamples: [Diagnostic]

    /// Reads the study file at `path`.
    ///
    /// - Parameters:
    ///   - path: The study file's.
    ///   - threads: How many threads share the work; the report is the same with any number.
    /// - Throws: faults of the file; `[no-run]` where nothing was run; `[missing-transcript]` where it does not hold a
    ///   transcript of its run.
    package init(of path: String, threads: Int = 1) throws(DiagnosticsError) {
        let run = try StudyStore.withLatestRun(of: path) { store, run in
            Recorded(
                run: run, decisions: try store.decisions(), samples: try store.samples(),
                handCoders: Set(try store.handCodings().map(\.coder)).sorted(), rules: try store.codingsByRules())
        }
        let parsed = try run.run.codebook.parsed()
        study = run.run.codedStudy(codebook: parsed.codebook)
        engineVersion = run.run.engineVersion
        codebookSHA256 = run.run.codebook.sha256
        warnings = parsed.warnings
        // A run refuses a codebook with failing examples unless it is told to go on.
        failingExamples =
            run.run.options["allow-failing-examples"] == "false"
            ? [] : try Self.failures(of: parsed.codebook, warnings: parsed.warnings, threads: threads)
        groupings = Self.groupings(of: run.run.options)
        let transcripts = try StudyTexts(of: path, study: study).transcripts
        facts = ReportFacts(
            roles: ReportFacts.Roles(transcripts), decisions: run.decisions,
            samples: run.samples, handCoders: run.handCoders,
            agreement: run.hasCoders
                ? try Self.agreement(of: path, on: Self.comparedCodes(run, study), threads: threads) : nil,
            corrections: Self.corrections(of: study, run),
            audits: try ReportFacts.Audits(
                of: ReviewSource(
                    path: path, run: run.run.number, study: study, codingsByRules: run.rules, transcripts: transcripts,
                    decisions: run.decisions, samples: run.samples), threads: threads))
    }

    /// The bytes of the page, in UTF-8.
    ///
    /// - Parameters:
    ///   - attributes: The attributes to show frequencies by; `nil` takes those of the run, and where it has none
    ///     `country` and `population`.
    ///   - diagnostics: What the run found wrong with files and codebook; `nil` where only the study file is at hand,
    ///     which keeps the warnings of transcripts that were read, and not which files could not be.
    /// - Returns: The page; the same study gives the same bytes.
    package func bytes(by attributes: [String]? = nil, diagnostics: [Diagnostic]? = nil) -> [UInt8] {
        let chosen = attributes ?? groupings
        return HTMLReport(
            engineVersion: engineVersion, groupBy: chosen.isEmpty ? nil : chosen, codebookSHA256: codebookSHA256,
            diagnostics: diagnostics ?? warnings, failingExamples: failingExamples,
            knowsUnreadFiles: diagnostics != nil, facts: facts
        ).bytes(of: study)
    }

    /// Writes the page to a file: all of it, or nothing.
    /// - Throws: `[unwritable-output]`.
    package func write(to path: String, by attributes: [String]? = nil) throws(DiagnosticsError) {
        do {
            try Data(bytes(by: attributes)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unwritable-output",
                    "The report cannot be written here. Name a file in a folder that exists and is yours.", path: path)
            ])
        }
    }

    /// Refuses attributes that no respondent has.
    /// - Throws: `[unknown-attribute]`.
    package func requireAttributes(_ names: [String]) throws(DiagnosticsError) {
        for name in names { try study.requireAttribute(name) }
    }

    private static func failures(
        of codebook: Codebook, warnings: [Diagnostic], threads: Int
    ) throws(DiagnosticsError) -> [Diagnostic] {
        do {
            let rules = try CompiledRules(codebook, cues: AssertionPacks.cues())
            return ExampleRunner.run(codebook, rules: rules, threads: threads).map(\.diagnostic)
        } catch {
            throw DiagnosticsError(warnings + error.diagnostics)
        }
    }

    /// The attributes that the run recorded, as a JSON array of strings.
    private static func groupings(of options: Attributes) -> [String] {
        guard let recorded = options["by"] else { return [] }
        // An older study, or one of another program, may have recorded anything: then there is nothing to group by.
        return (try? JSONDecoder().decode([String].self, from: Data(recorded.utf8))) ?? []
    }

    /// The codes and themes that people decided about; empty for all codes, where people coded by hand as well.
    private static func comparedCodes(_ recorded: Recorded, _ study: CodedStudy) -> [Code.ID] {
        guard recorded.handCoders.isEmpty else { return [] }
        let decided = Set(recorded.decisions.map(\.code))
        return study.codebook.codes.map(\.id).filter(decided.contains)
    }

    private static func agreement(
        of path: String, on codes: [Code.ID], threads: Int
    ) throws(DiagnosticsError) -> ReportFacts.Agreement? {
        var request = AgreementRequest(study: path)
        request.codes = codes
        request.threads = threads
        do {
            let answer = try request.run()
            return ReportFacts.Agreement(table: answer.rows, summary: answer.summary)
        } catch {
            // One coder agrees with nobody, which is no fault here.
            guard error.diagnostics.contains(where: { $0.identifier == "too-few-coders" }) else { throw error }
            return nil
        }
    }

    private static func corrections(of study: CodedStudy, _ recorded: Recorded) -> ReportFacts.Corrections? {
        let reviews = ShareReviews(
            samples: recorded.samples, decisions: recorded.decisions, hierarchy: CodeHierarchy(study.codebook))
        let found = CorrectedFrequencies(study, rules: recorded.rules, reviews: reviews, by: [], target: .t1)
        guard !found.rows.isEmpty else { return nil }
        let asked = study.askedByCode([:])
        let words = FrequencyWords(isAsked: { code in
            study.codebook.index(of: code).map { asked?[$0] != nil } ?? false
        })
        return ReportFacts.Corrections(
            rows: found.rows, sentences: found.rows.map { words.sentence($0, target: .t1) },
            notReviewed: found.notReviewed)
    }
}

/// What a study file holds that the report is made from.
private struct Recorded: Sendable {
    var run: RecordedRun
    var decisions: [Decision]
    var samples: [SampleDraw]
    var handCoders: [String]
    /// What the rules alone made of the run's codings.
    var rules: [Coding]

    /// Whether any person coded or decided.
    var hasCoders: Bool { !decisions.isEmpty || !handCoders.isEmpty }
}
