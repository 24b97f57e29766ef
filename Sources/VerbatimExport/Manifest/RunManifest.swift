package import VerbatimModel

/// What a run was made from and with: `manifest.json`, from which the run can be repeated and compared.
///
/// It holds no clock time and nothing of the machine, so that the same input gives the same bytes.
package struct RunManifest: Hashable, Sendable {
    /// The codebook that was used.
    package struct CodebookEntry: Hashable, Sendable {
        /// The id.
        package var id: String
        /// The version, as written.
        package var version: String?
        /// The SHA-256 of the file, in lower-case hexadecimal.
        package var sha256: String
        /// The path, as the user gave it.
        package var path: String

        /// A codebook; see the properties of the same names.
        package init(id: String, version: String?, sha256: String, path: String) {
            self.id = id
            self.version = version
            self.sha256 = sha256
            self.path = path
        }
    }

    /// The version of Verbatim.
    package var version: String
    /// The codebook that was used.
    package var codebook: CodebookEntry
    /// The options that can change a result, by their long names without dashes.
    package var options: [String: JSONValue]
    /// The transcripts and the files they were read from.
    package var transcripts: [TranscriptSummary]
    /// How much of what there is.
    package var counts: [String: Int]
    /// Everything that a researcher should look at.
    package var warnings: [Diagnostic]
    /// The versions of the rules by which text was cut into sentences and tokens and compared.
    package var segmentation: [String: String]
    /// The examples of the codebook that failed, where the run was told to go on with them.
    package var failingExamples: [Diagnostic]

    /// The manifest of a run that gave a study; the counts are the study's.
    ///
    /// See the properties of the same names; `warnings` are those that belong to no transcript, and the transcripts'
    /// own follow them.
    package init(
        of study: CodedStudy, version: String, codebook: CodebookEntry, options: [String: JSONValue] = [:],
        warnings: [Diagnostic] = [], segmentation: [String: String] = [:], failingExamples: [Diagnostic] = []
    ) {
        self.version = version
        self.codebook = codebook
        self.options = options
        self.transcripts = study.transcripts
        self.warnings = warnings + study.transcripts.flatMap(\.warnings)
        self.segmentation = segmentation
        self.failingExamples = failingExamples
        counts = [
            "codes": study.codebook.codes.lazy.filter(\.isCodable).count,
            "codings": study.codings.count,
            "codings_counted": study.codings.lazy.filter(\.status.counts).count,
            "respondents": study.respondents.count,
            "themes": study.codebook.codes.lazy.filter { !$0.isCodable }.count,
            "transcripts": study.transcripts.count,
            "turns": study.transcripts.reduce(0) { $0 + $1.turns },
            "unattributed_turns": study.transcripts.reduce(0) { $0 + $1.unattributedTurns },
            "words": study.transcripts.reduce(0) { $0 + $1.words },
        ]
    }

    /// The manifest as JSON.
    package var json: JSONValue {
        .object([
            "version": .string(version),
            "codebook": .object([
                "id": .string(codebook.id), "version": .string(codebook.version),
                "sha256": .string(codebook.sha256), "path": .string(codebook.path),
            ]),
            "options": .object(options),
            "sources": .array(
                transcripts.map { transcript in
                    .object([
                        "transcript": .string(transcript.id), "path": .string(transcript.source.path),
                        "sha256": .string(transcript.source.sha256), "format": .string(transcript.source.format),
                    ])
                }),
            "counts": .object(counts.mapValues { .integer($0) }),
            "warnings": .array(warnings.map { .string($0.rendered) }),
            "failing_examples": .array(failingExamples.map { .string($0.rendered) }),
            "segmentation": .object(segmentation.mapValues { .string($0) }),
        ])
    }
}

/// `manifest.json`: sorted keys, two spaces a level, one line end at the end.
package struct RunManifestWriter: Exporter {
    /// A writer of manifests.
    package init() {}

    /// The bytes of a manifest.
    package func bytes(of manifest: RunManifest) -> [UInt8] {
        Array((manifest.json.pretty + "\n").utf8)
    }
}
