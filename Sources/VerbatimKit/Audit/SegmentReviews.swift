import VerbatimAnalysis
import VerbatimModel

/// What people found in the segments of samples: what the rules of each code are audited by.
///
/// Of each code the latest sample of segments counts, in which the units of earlier ones go on as long as the rules
/// made the same strata.
struct SegmentReviews {
    /// A stratum of a sample, with what people found in it.
    struct Stratum {
        /// What its units have in common.
        var stratum: ReviewStratum
        /// How many units there are, how many were judged, and in how many the code applies.
        var counts: ReviewedStratum
    }

    /// The reviews of one code.
    struct Code {
        /// The place of the code in the codebook.
        let node: Int
        /// The id that the code had when the sample was drawn.
        let id: VerbatimModel.Code.ID
        /// The sample.
        let sample: SampleDraw
        /// Its strata of this code.
        let strata: [Stratum]
        /// How many units of this code people found what in.
        let findings: [ReviewFinding: Int]

        /// The strata that the rules coded.
        var coded: [ReviewedStratum] { strata.filter { $0.stratum.kind == .coded }.map(\.counts) }
        /// Those that they did not, near misses among them.
        var uncoded: [ReviewedStratum] { strata.filter { $0.stratum.kind != .coded }.map(\.counts) }
        /// How well the rules find what people find.
        var audit: CodeAudit { CodeAudit(coded: coded, uncoded: uncoded) }
        /// How many units people judged.
        var judged: Int { strata.reduce(0) { $0 + $1.counts.reviewed } }
    }

    /// The reviews of every code of which segments were drawn, in the order of the codebook.
    let codes: [Code]
    /// The codes of samples that the codebook does not have any more.
    let unknown: [VerbatimModel.Code.ID]

    /// The reviews of the samples of a study.
    /// - Parameters:
    ///   - samples: All samples, in their order; those of respondents are passed over.
    ///   - decisions: All decisions, in their order.
    ///   - hierarchy: The codes of the codebook.
    /// - Complexity: O(decisions x samples + units).
    init(samples: [SampleDraw], decisions: [Decision], hierarchy: CodeHierarchy) {
        var latest: [Int: Code] = [:]
        var unknown: [VerbatimModel.Code.ID] = []
        for sample in samples where sample.unit == .segment {
            let findings = sample.findings(decisions)
            var ids: [VerbatimModel.Code.ID] = []
            for stratum in sample.strata where !ids.contains(stratum.code) { ids.append(stratum.code) }
            for id in ids {
                if let node = hierarchy.index(of: id) {
                    latest[node] = Code(id, node: node, of: sample, findings: findings)
                } else if !unknown.contains(id) {
                    unknown.append(id)
                }
            }
        }
        codes = latest.sorted { $0.key < $1.key }.map(\.value)
        self.unknown = unknown
    }
}

extension SegmentReviews.Code {
    fileprivate init(_ id: VerbatimModel.Code.ID, node: Int, of sample: SampleDraw, findings all: [ReviewFinding]) {
        var findings: [ReviewFinding: Int] = [:]
        var judged: [Int: (reviewed: Int, positive: Int)] = [:]
        for (unit, finding) in zip(sample.units, all) where unit.code == id {
            findings[finding, default: 0] += 1
            guard let applies = finding.judgement else { continue }
            judged[unit.stratum, default: (0, 0)].reviewed += 1
            if applies { judged[unit.stratum, default: (0, 0)].positive += 1 }
        }
        self.init(
            node: node, id: id, sample: sample,
            strata: sample.strata.enumerated().compactMap { number, stratum in
                guard stratum.code == id, let kind = ReviewStratum(name: stratum.name) else { return nil }
                let (reviewed, positive) = judged[number] ?? (0, 0)
                return SegmentReviews.Stratum(
                    stratum: kind,
                    counts: ReviewedStratum(members: stratum.members, reviewed: reviewed, positive: positive))
            }, findings: findings)
    }
}
