import VerbatimAnalysis
import VerbatimCodebook
import VerbatimExport
import VerbatimIngest
import VerbatimModel
import VerbatimStore
import VerbatimText

/// The files of a results folder.
struct StudyResults {
    /// The name of the study file in a results folder.
    static let studyFile = "study.verbatim"
    /// The recorded option that holds the id of the guide.
    static let guideID = "guide-id"
    /// The recorded option that holds its name.
    static let guideName = "guide-name"

    /// What was coded, with what people decided about it.
    let reviewed: ReviewedStudy
    /// What people recorded in the study so far.
    let records: ReviewRecords
    /// The frequencies of every theme and code of it.
    let frequencies: FrequencyTable
    /// The codebook that was used.
    let codebook: LoadedCodebook
    /// What the run was asked to do.
    let options: RunOptions
    /// What could not be read, and what a researcher should look at in codebook and tables.
    let inputDiagnostics: [Diagnostic]
    /// What the codebook's terms and rules did not find: for the manifest, which holds everything.
    let corpusWarnings: [Diagnostic]
    /// The examples that failed, where the run was told to go on with them.
    let failingExamples: [Diagnostic]

    /// What was coded, with decisions applied.
    var study: CodedStudy { reviewed.study }
    /// Everything that a researcher should look at, beside the transcripts' own warnings.
    var diagnostics: [Diagnostic] { inputDiagnostics + reviewed.diagnostics }

    /// Writes every file of `product.md`'s table, and one more table of frequencies for each grouping.
    ///
    /// The tables and the page are written beside their places first; then the run is recorded in the study file, as
    /// one transaction; then they are renamed. The page is that of ``StudyReport``, made from what is at hand: what it
    /// tells is in the study only afterwards, and a page that could not be made then would leave a run without its tables.
    func write(
        into folder: inout ResultFolder, sources: TranscriptCollection, started: String?
    ) throws(DiagnosticsError) {
        for (name, bytes) in tables() {
            try folder.write(bytes, to: name)
        }
        let path = folder.path(of: Self.studyFile)
        let run = studyRun(sources, started: started)
        try folder.write(
            try report(on: sources, run: run, path: path).bytes(diagnostics: inputDiagnostics), to: "report.html")
        try record(run, at: path)
        try folder.commit()
    }

    private func tables() -> [(name: String, bytes: [UInt8])] {
        let csv = CSVWriter()
        var files: [(String, [UInt8])] = [
            ("transcripts.csv", csv.bytes(of: .transcripts(of: study))),
            ("codings.csv", csv.bytes(of: .codings(of: study))),
            ("frequencies.csv", csv.bytes(of: .frequencies(frequencies))),
            ("respondents.csv", csv.bytes(of: .respondents(of: study))),
            ("manifest.json", RunManifestWriter().bytes(of: manifest)),
        ]
        for attribute in options.groupings {
            let grouped = GroupedFrequencies(study, by: attribute)
            files.append(("frequencies-by-\(attribute).csv", csv.bytes(of: .frequencies(grouped))))
        }
        if study.guide != nil { files.append(("questions.csv", csv.bytes(of: .questions(of: study)))) }
        return files
    }

    /// The report as `verbatim report` will make it from the study file, once it holds the run.
    private func report(
        on sources: TranscriptCollection, run: StudyRun, path: String
    ) throws(DiagnosticsError) -> StudyReport {
        var records = records
        records.add(run.handCodings)
        let review = StudyReview(
            study: study, rules: reviewed.codingsByRules, records: records, decisionWarnings: reviewed.diagnostics)
        return try StudyReport(
            review, texts: StudyTexts(sources.transcripts),
            audits: try audits(of: review, on: sources, run: run, path: path), groupings: options.groupings,
            engineVersion: CodingPipeline.version, codebookSHA256: codebook.sha256, warnings: codebook.warnings,
            failingExamples: failingExamples, threads: options.threads)
    }

    /// How well the rules find what people found in the segments of samples; `nil` where there are none.
    private func audits(
        of review: StudyReview, on sources: TranscriptCollection, run: StudyRun, path: String
    ) throws(DiagnosticsError) -> ReportFacts.Audits? {
        let records = review.records
        guard records.samples.contains(where: { $0.unit == .segment }) else { return nil }
        // Runs are numbered from 1; this one has no number yet.
        let source = ReviewSource(
            path: path, run: 0, study: study, codingsByRules: review.rules,
            transcripts: sources.transcripts, decisions: records.decisions, samples: records.samples)
        return try ReportFacts.Audits(of: source, current: RunBasis(run), threads: options.threads)
    }

    private var manifest: RunManifest {
        RunManifest(
            of: study, version: CodingPipeline.version,
            codebook: RunManifest.CodebookEntry(
                id: codebook.codebook.id, version: codebook.codebook.version, sha256: codebook.sha256,
                path: codebook.path),
            options: recordedOptions, warnings: diagnostics + corpusWarnings, segmentation: segmentation,
            failingExamples: failingExamples)
    }

    private var recordedOptions: [String: JSONValue] {
        [
            "transcripts": .string(options.transcripts), "codebook": .string(options.codebook),
            "respondents": .string(options.reading.respondents), "speakers": .string(options.reading.speakers),
            "guide": .string(options.reading.guide), "mappings": .array(options.reading.mappings.map { .string($0) }),
            "format": .string(options.reading.format), "encoding": .string(options.reading.encoding),
            "by": .array(options.groupings.map { .string($0) }), "language": .string(options.reading.language?.code),
            "allow-failing-examples": .bool(options.allowsFailingExamples),
        ]
    }

    /// The run as the study file records it.
    private func studyRun(_ sources: TranscriptCollection, started: String?) -> StudyRun {
        let version = CodebookVersion(
            id: codebook.codebook.id, version: codebook.codebook.version, sha256: codebook.sha256,
            path: codebook.path, text: codebook.text,
            inclusions: codebook.inclusions.map { CodebookVersion.Inclusion(path: $0.path, text: $0.text) })
        let transcripts = sources.transcripts.indices.map { index in
            RunTranscript(
                sources.transcripts[index], summary: study.transcripts[index], bytes: sources.bytes[index])
        }
        var recorded = Attributes()
        for (name, value) in recordedOptions.sorted(by: { $0.key < $1.key }) { recorded[name] = value.pretty }
        for (name, value) in segmentation.sorted(by: { $0.key < $1.key }) { recorded[name] = value }
        if let guide = study.guide {
            recorded[Self.guideID] = guide.id
            recorded[Self.guideName] = guide.name
        }
        return StudyRun(
            codebook: version, engineVersion: CodingPipeline.version, options: recorded, started: started,
            transcripts: transcripts, respondents: study.respondents, codings: study.codings,
            ruleStatuses: reviewed.ruleStatuses,
            handCodings: ForeignHandCodings.codings(of: sources, codebook: study.codebook), guide: study.guide,
            asked: study.asked)
    }

    private func record(_ run: StudyRun, at path: String) throws(DiagnosticsError) {
        do {
            let store = try StudyStore.open(at: path, create: true)
            try store.record(run)
            try store.close()
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
    }

    private var segmentation: [String: String] {
        [
            "segmenter": Segmenter.version, "unicode": Segmenter.unicodeVersion, "folding": Folding.version,
            "stemmer": Stemmer.version,
        ]
    }
}
