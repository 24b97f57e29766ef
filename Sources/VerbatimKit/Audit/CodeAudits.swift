import VerbatimAnalysis
import VerbatimExport
import VerbatimModel
import VerbatimStore

/// The audit of every code of which a sample of segments was drawn, with what should be known of the figures.
struct CodeAudits {
    /// How many codes are named in a sentence.
    private static let namedCodes = 5

    /// One row for each code, in the order of the codebook.
    let rows: [AuditRow]
    private let reviews: [SegmentReviews.Code]
    private let unknown: [Code.ID]

    /// Audits codes by what people found in segments.
    /// - Parameters:
    ///   - reviews: What they found.
    ///   - isIncluded: Which codes are wanted, by their place in the codebook.
    ///   - source: The study.
    ///   - current: What its run was made from, where the study file does not hold it yet.
    ///   - threads: How many threads look for near misses, where that is needed.
    /// - Throws: what makes the study file unreadable.
    /// - Complexity: at worst that of coding the transcripts once for each code; see ``StrataCheck``.
    init(
        _ reviews: SegmentReviews, including isIncluded: (Int) -> Bool = { _ in true }, of source: ReviewSource,
        current: RunBasis? = nil, threads: Int
    ) throws(DiagnosticsError) {
        let codes = reviews.codes.filter { isIncluded($0.node) }
        let check = try StrataCheck(codes, of: source, current: current, threads: threads)
        rows = codes.map { review in
            let code = source.study.codebook.codes[review.node]
            return AuditRow(
                code: code.id, name: code.name, sample: review.sample.number, run: review.sample.run,
                isCurrent: check.isCurrent(review), coded: review.coded, uncoded: review.uncoded)
        }
        self.reviews = codes
        unknown = reviews.unknown
    }

    /// What the figures are, and what should be known of them, a sentence or two each.
    var notes: [String] {
        var notes = [
            "Reviewers are taken to be right. The intervals are at 95 %: of precision Wilson's for a finite number of "
                + "segments, of recall and F1 recovered (MOVER) from Clopper and Pearson's."
        ]
        for run in Set(rows.filter { !$0.isCurrent }.map(\.run)).sorted() {
            let codes = rows.filter { !$0.isCurrent && $0.run == run }.map(\.code)
            notes.append(
                "The rules of \(Self.list(codes)) find other segments now: their figures are of the rules as they were in "
                    + "run \(run), when the sample was drawn. Draw a new one with 'verbatim sample'.")
        }
        let shown = Set(reviews.filter { !$0.sample.isBlind && $0.judged > 0 }.map(\.sample.number)).sorted()
        if !shown.isEmpty {
            notes.append(
                "In \(shown.count == 1 ? "sample" : "samples") \(shown.map(String.init).joined(separator: ", ")) reviewers "
                    + "saw what the rules propose: precision tends upwards then. 'verbatim sample --blind' hides it.")
        }
        func count(_ finding: ReviewFinding) -> Int { reviews.reduce(0) { $0 + ($1.findings[finding] ?? 0) } }
        let (disputed, unsure, open) = (count(.disputed), count(.unsure), count(.open))
        if disputed > 0 {
            notes.append(
                "On \(TraceWords.counted(disputed, "row")) two reviewers disagree: not judged until one decides again.")
        }
        if unsure > 0 { notes.append("Of \(TraceWords.counted(unsure, "row")) nobody was sure: not judged.") }
        if open > 0 { notes.append("\(TraceWords.counted(open, "row")) not judged yet.") }
        if !unknown.isEmpty {
            notes.append("The codebook has no \(Self.list(unknown)) any more: what was drawn for it is left out.")
        }
        return notes
    }

    private static func list(_ codes: [Code.ID]) -> String {
        let others = codes.count - namedCodes
        return codes.prefix(namedCodes).joined(separator: ", ") + (others > 0 ? " and \(others) others" : "")
    }
}
