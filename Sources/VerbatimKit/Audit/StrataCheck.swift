import VerbatimAnalysis
import VerbatimModel
import VerbatimStore

/// Whether the rules make the same strata of the transcripts now as when a sample of segments was drawn.
///
/// The same means what it means for a later sample that goes on with an earlier one: of each kind there are as many
/// units, and every unit that was drawn is of its kind still. An audit by such a sample is one of the rules of the latest
/// run; any other is one of the rules as they were.
///
/// Telling near misses takes a run over all transcripts for each code, so they are looked for last: a sample of the latest
/// run needs no check; what the rules code is compared first, which the study holds; and where they code the same, the
/// near misses are the same if the rules that decide them are written alike, the same texts were read and the program is
/// the same. Only where that cannot be told are they looked for.
struct StrataCheck {
    /// What recorded options say of how texts are cut into words and sentences.
    private static let textVersions = ["segmenter", "unicode", "folding", "stemmer"]

    /// An earlier run, as far as it decides what near misses are.
    private struct EarlierRun {
        var codebook: Codebook
        /// Whether it read what the latest run read, with the same program.
        var readsTheSame: Bool
    }

    private let source: ReviewSource
    private let threads: Int
    private let respondents: [Respondent.ID: Respondent]
    private let groups: ReviewGroups
    /// The sentences of all transcripts; empty where every sample is of the latest run.
    private let texts: [TranscriptSentences]
    private let runs: [Int: EarlierRun]

    /// Prepares the check of some reviews.
    /// - Parameters:
    ///   - reviews: The reviews.
    ///   - source: The study. Its run need not be recorded yet: then it has a number that no run of the study file has.
    ///   - current: What that run was made from; `nil` for a run that the study file holds.
    ///   - threads: How many threads look for near misses.
    /// - Throws: what makes the study file unreadable.
    /// - Complexity: O(length of the texts), where a sample is of an earlier run.
    init(
        _ reviews: [SegmentReviews.Code], of source: ReviewSource, current: RunBasis? = nil, threads: Int
    ) throws(DiagnosticsError) {
        self.source = source
        self.threads = threads
        let earlier = Set(reviews.map(\.sample.run)).subtracting([source.run])
        respondents = source.study.respondents.byID
        groups = try ReviewGroups(by: [], of: source.study)
        texts = earlier.isEmpty ? [] : source.sentences
        runs = try Self.runs(earlier, of: source, current: current)
    }

    private static func runs(
        _ numbers: Set<Int>, of source: ReviewSource, current: RunBasis?
    ) throws(DiagnosticsError) -> [Int: EarlierRun] {
        guard !numbers.isEmpty else { return [:] }
        var bases: [Int: RunBasis] = [:]
        do {
            let store = try StudyStore.open(at: source.path)
            for number in numbers.union([source.run]) { bases[number] = try store.basis(ofRun: number) }
            try store.close()
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
        var runs: [Int: EarlierRun] = [:]
        for number in numbers {
            guard let basis = bases[number], let latest = current ?? bases[source.run] else { continue }
            let isSameProgram =
                basis.engineVersion == latest.engineVersion
                && textVersions.allSatisfy { basis.options[$0] == latest.options[$0] }
            runs[number] = EarlierRun(
                codebook: try basis.codebook.parsed().codebook,
                readsTheSame: isSameProgram && basis.readings != nil && basis.readings == latest.readings)
        }
        return runs
    }

    /// Whether the rules of a code make the strata now that its sample was drawn from.
    /// - Complexity: at worst that of coding the transcripts.
    func isCurrent(_ review: SegmentReviews.Code) -> Bool {
        if review.sample.run == source.run { return true }
        guard Self.agree(review, frame(of: review.node, findsNearMisses: false)) else { return false }
        if let run = runs[review.sample.run], run.readsTheSame, let before = run.codebook.index(of: review.id),
            BroadenedCode.basis(of: before, in: run.codebook)
                == BroadenedCode.basis(of: review.node, in: source.study.codebook)
        {
            return true
        }
        return Self.agree(review, frame(of: review.node, findsNearMisses: true), tellingNearMisses: true)
    }

    private func frame(of node: Int, findsNearMisses: Bool) -> ReviewFrame {
        ReviewFrame(
            segmentsFor: node, of: source.study.codebook, codings: source.codingsByRules, texts: texts,
            respondents: respondents, groups: groups, threads: threads, findsNearMisses: findsNearMisses)
    }

    /// Whether there are as many units of each kind, and those drawn are of their kind still.
    private static func agree(
        _ review: SegmentReviews.Code, _ frame: ReviewFrame, tellingNearMisses: Bool = false
    ) -> Bool {
        func kind(_ kind: ReviewStratum.Kind) -> ReviewStratum.Kind {
            tellingNearMisses || kind == .coded ? kind : .uncoded
        }
        var before: [ReviewStratum.Kind: Int] = [:]
        for stratum in review.strata { before[kind(stratum.stratum.kind), default: 0] += stratum.counts.members }
        var now: [ReviewStratum.Kind: Int] = [:]
        for unit in frame.units.values { now[kind(unit.stratum.kind), default: 0] += 1 }
        guard before.filter({ $0.value > 0 }) == now else { return false }
        return review.sample.units.allSatisfy { unit in
            guard unit.code == review.id else { return true }
            let name = review.sample.strata[unit.stratum].name
            // The code may have another id by now.
            let id = ReviewFrame.id(of: unit.subject, code: frame.code)
            guard let found = frame.units[id], let stratum = ReviewStratum(name: name) else { return false }
            return kind(found.stratum.kind) == kind(stratum.kind)
        }
    }
}
