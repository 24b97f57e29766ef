package import VerbatimModel

/// What a run was made from, for telling whether another made from it would code alike.
package struct RunBasis: Hashable, Sendable {
    /// The codebook; its text is to be parsed again.
    package var codebook: CodebookVersion
    /// The version of the program that coded.
    package var engineVersion: String
    /// The options that decided what came out.
    package var options: Attributes
    /// A digest of the readings of transcripts that it coded; `nil` for a run of an older program whose transcripts the
    /// study does not keep any more.
    ///
    /// The same digest is the same sources, with the same speakers and turns; with the same program also the same texts.
    package var readings: String?

    /// What a run was made from that need not be recorded yet; see the properties of the same names.
    package init(codebook: CodebookVersion, engineVersion: String, options: Attributes, readings: String?) {
        self.codebook = codebook
        self.engineVersion = engineVersion
        self.options = options
        self.readings = readings
    }

    /// What a run is made from.
    /// - Complexity: O(turns).
    package init(_ run: StudyRun) {
        let transcripts = run.transcripts.sorted {
            $0.transcript.id.utf8.lexicographicallyPrecedes($1.transcript.id.utf8)
        }
        self.init(
            codebook: run.codebook, engineVersion: run.engineVersion, options: run.options,
            readings: Fingerprint.of(
                transcripts.map {
                    (id: $0.transcript.id, sha256: $0.transcript.source.sha256, fingerprint: Fingerprint.of($0))
                }))
    }
}
