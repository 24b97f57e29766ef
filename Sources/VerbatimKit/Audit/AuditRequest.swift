import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim audit` is asked: how well the rules of each code find what people find.
package struct AuditRequest: Sendable {
    /// The study file.
    package var study: String
    /// The codes, or themes, whose codes are meant; empty for all.
    package var codes: [Code.ID] = []
    /// How many threads work at once.
    package var threads = 1

    /// A request about the samples of a study.
    package init(study: String) {
        self.study = study
    }

    /// The audit, as a table and words.
    package struct Answer: Sendable {
        /// One row for each code.
        package let table: Table
        /// What the figures are, and what should be known of them.
        package let summary: [String]
    }

    /// Audits.
    /// - Throws: faults of the study; `[unknown-code]`; `[nothing-reviewed]` where no sample of segments was drawn for any
    ///   of the codes.
    /// - Complexity: at worst that of coding the transcripts once for each code; see ``StrataCheck``.
    package func run() throws(DiagnosticsError) -> Answer {
        let source = try ReviewSource.read(study)
        let isIncluded = try source.codes(under: codes)
        let reviews = SegmentReviews(
            samples: source.samples, decisions: source.decisions, hierarchy: CodeHierarchy(source.study.codebook))
        let audits = try CodeAudits(reviews, including: isIncluded, of: source, threads: threads)
        guard !audits.rows.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "nothing-reviewed",
                    "No sample of segments was drawn for \(codes.isEmpty ? "any code" : codes.joined(separator: ", ")) "
                        + "yet. Draw one with 'verbatim sample', fill in its sheets, and import the decisions.",
                    path: study)
            ])
        }
        return Answer(table: .audit(audits.rows), summary: audits.notes)
    }
}

extension ReviewSource {
    /// Whether a code is one of some that a user named, or stands under one; every code where none is named.
    /// - Throws: `[unknown-code]`, with the near name.
    func codes(under ids: [Code.ID]) throws(DiagnosticsError) -> (Int) -> Bool {
        guard !ids.isEmpty else { return { _ in true } }
        let hierarchy = CodeHierarchy(study.codebook)
        var named: Set<Int> = []
        for id in ids { named.insert(try code(id)) }
        return { node in hierarchy.lineage(of: node).contains { named.contains($0) } }
    }
}
