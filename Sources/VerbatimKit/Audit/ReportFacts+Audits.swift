import VerbatimAnalysis
import VerbatimExport
import VerbatimModel
import VerbatimStore

extension ReportFacts.Audits {
    /// The audits of a study's codes as the report shows them; `nil` where nobody judged a sample of segments.
    /// - Parameters:
    ///   - source: The study, recorded or at hand.
    ///   - current: What its run was made from, where the study file does not hold it yet.
    ///   - threads: How many threads look for near misses, where that is needed.
    /// - Throws: what makes the study file unreadable.
    /// - Complexity: at worst that of coding the transcripts once for each code; see ``StrataCheck``.
    init?(of source: ReviewSource, current: RunBasis? = nil, threads: Int) throws(DiagnosticsError) {
        let reviews = SegmentReviews(
            samples: source.samples, decisions: source.decisions, hierarchy: CodeHierarchy(source.study.codebook))
        let judged = Set(reviews.codes.filter { $0.judged > 0 }.map(\.node))
        guard !judged.isEmpty else { return nil }
        let audits = try CodeAudits(
            reviews, including: judged.contains, of: source, current: current, threads: threads)
        self.init(rows: audits.rows, notes: audits.notes)
    }
}
