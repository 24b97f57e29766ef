import Foundation
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
    private let review: StudyReview

    /// Reads the study file at `path`.
    ///
    /// - Parameters:
    ///   - path: The study file's.
    ///   - threads: How many threads share the work; the report is the same with any number.
    /// - Throws: faults of the file; `[no-run]` where nothing was run; `[missing-transcript]` where it does not hold a
    ///   transcript of its run.
    package init(of path: String, threads: Int = 1) throws(DiagnosticsError) {
        let run = try StudyStore.withLatestRun(of: path) { store, run in
            Recorded(run: run, records: try ReviewRecords(store), rules: try store.codingsByRules())
        }
        let parsed = try run.run.codebook.parsed()
        var study = run.run.codedStudy(codebook: parsed.codebook)
        if let id = run.run.options[StudyResults.guideID] { study.guide?.id = id }
        if let name = run.run.options[StudyResults.guideName] { study.guide?.name = name }
        // A run refuses a codebook with failing examples unless it is told to go on.
        let failingExamples =
            run.run.options["allow-failing-examples"] == "false"
            ? [] : try Self.failures(of: parsed.codebook, warnings: parsed.warnings, threads: threads)
        let texts = try StudyTexts(of: path, study: study)
        var byRules = study
        byRules.codings = run.rules
        let reviewed = ReviewedStudy(
            run.records.decisions, on: byRules, transcripts: texts.transcripts, path: path)
        try self.init(
            StudyReview(
                study: study, rules: run.rules, records: run.records, decisionWarnings: reviewed.diagnostics),
            texts: texts,
            audits: try ReportFacts.Audits(
                of: ReviewSource(
                    path: path, run: run.run.number, study: study, codingsByRules: run.rules,
                    transcripts: texts.transcripts, decisions: run.records.decisions, samples: run.records.samples),
                threads: threads), groupings: Self.groupings(of: run.run.options),
            engineVersion: run.run.engineVersion, codebookSHA256: run.run.codebook.sha256, warnings: parsed.warnings,
            failingExamples: failingExamples, threads: threads)
    }

    /// The report of a study that is at hand, as ``init(of:threads:)`` makes it of one that was recorded.
    ///
    /// - Parameters:
    ///   - review: The study, and what people judged of it.
    ///   - texts: Its transcripts.
    ///   - audits: How well the rules find what people found in segments; `nil` where nobody judged any.
    ///   - groupings: See ``groupings``.
    ///   - engineVersion: The version of Verbatim that coded.
    ///   - codebookSHA256: That of the codebook's file.
    ///   - warnings: Those about the codebook.
    ///   - failingExamples: The codebook's examples that fail.
    ///   - threads: How many threads share the work.
    /// - Throws: What makes agreement impossible to measure.
    init(
        _ review: StudyReview, texts: StudyTexts, audits: ReportFacts.Audits?, groupings: [String],
        engineVersion: String, codebookSHA256: String, warnings: [Diagnostic], failingExamples: [Diagnostic],
        threads: Int
    ) throws(DiagnosticsError) {
        study = review.study
        self.review = review
        self.groupings = groupings
        self.engineVersion = engineVersion
        self.codebookSHA256 = codebookSHA256
        self.warnings = warnings
        self.failingExamples = failingExamples
        facts = ReportFacts(
            roles: ReportFacts.Roles(texts.transcripts), decisions: review.records.decisions,
            samples: review.records.samples, handCoders: review.records.handCoders,
            agreements: try review.agreements(texts: texts, threads: threads), corrections: review.corrections,
            audits: audits)
    }

    /// The bytes of the page, in UTF-8.
    ///
    /// - Parameters:
    ///   - attributes: The attributes to show frequencies by; `nil` takes those of the run, and where it has none
    ///     `country` and `population`.
    ///   - diagnostics: What the run found wrong with files and codebook, without decisions; `nil` where only the study
    ///     file is at hand, which keeps the warnings of transcripts that were read, and not which files could not be.
    /// - Returns: The page; the same study gives the same bytes.
    package func bytes(by attributes: [String]? = nil, diagnostics: [Diagnostic]? = nil) -> [UInt8] {
        page(by: attributes, diagnostics: diagnostics).bytes(of: study)
    }

    /// The charts of the page as figures of their own.
    ///
    /// - Parameter attributes: See ``bytes(by:diagnostics:)``.
    /// - Returns: The figures, and the charts that the study has nothing for; the same study gives the same.
    package func figures(by attributes: [String]? = nil) -> FigureSet {
        FigureSet(of: study, report: page(by: attributes, diagnostics: nil))
    }

    private func page(by attributes: [String]?, diagnostics: [Diagnostic]?) -> HTMLReport {
        let chosen = attributes ?? groupings
        var page = HTMLReport(
            engineVersion: engineVersion, groupBy: chosen.isEmpty ? nil : chosen, codebookSHA256: codebookSHA256,
            diagnostics: (diagnostics ?? warnings) + review.decisionWarnings, failingExamples: failingExamples,
            knowsUnreadFiles: diagnostics != nil, facts: facts)
        if var corrections = facts.corrections {
            corrections.groups = page.attributes(of: study).map(review.corrections(by:))
            page.facts.corrections = corrections
        }
        return page
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
}

/// What a study file holds that the report is made from.
private struct Recorded: Sendable {
    var run: RecordedRun
    var records: ReviewRecords
    /// What the rules alone made of the run's codings.
    var rules: [Coding]
}
