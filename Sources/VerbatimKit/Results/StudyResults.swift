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

    /// What was coded, with what people decided about it.
    let study: CodedStudy
    /// The frequencies of every theme and code of it.
    let frequencies: FrequencyTable
    /// The codebook that was used.
    let codebook: LoadedCodebook
    /// What the run was asked to do.
    let options: RunOptions
    /// What could not be read, and what a researcher should look at, beside the transcripts' own warnings.
    let diagnostics: [Diagnostic]
    /// What the codebook's terms and rules did not find: for the manifest, which holds everything.
    let corpusWarnings: [Diagnostic]
    /// The examples that failed, where the run was told to go on with them.
    let failingExamples: [Diagnostic]
    /// What the rules alone made of each coding; `nil` for a person's own.
    let ruleStatuses: [CodingStatus?]

    /// Writes every file of `product.md`'s table, and one more table of frequencies for each grouping.
    ///
    /// The tables are written beside their places first; then the run is recorded in the study file, as one
    /// transaction; then the tables are renamed.
    func write(
        into folder: inout ResultFolder, sources: TranscriptCollection, started: String?
    ) throws(DiagnosticsError) {
        for (name, bytes) in files() {
            try folder.write(bytes, to: name)
        }
        try record(sources, at: folder.path(of: Self.studyFile), started: started)
        try folder.commit()
    }

    private func files() -> [(name: String, bytes: [UInt8])] {
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
        files.append(("report.html", report.bytes(of: study)))
        return files
    }

    private var report: HTMLReport {
        HTMLReport(
            engineVersion: CodingPipeline.version, groupBy: options.groupings.isEmpty ? nil : options.groupings,
            codebookSHA256: codebook.sha256, diagnostics: diagnostics, failingExamples: failingExamples)
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

    private func record(
        _ sources: TranscriptCollection, at path: String, started: String?
    ) throws(DiagnosticsError) {
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
        do {
            let store = try StudyStore.open(at: path, create: true)
            try store.record(
                StudyRun(
                    codebook: version, engineVersion: CodingPipeline.version, options: recorded, started: started,
                    transcripts: transcripts, respondents: study.respondents, codings: study.codings,
                    ruleStatuses: ruleStatuses,
                    handCodings: ForeignHandCodings.codings(of: sources, codebook: study.codebook),
                    guide: study.guide, asked: study.asked))
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
