import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// The shares of respondents with each code, corrected by what people found, for all and for groups.
///
/// Each group is corrected by its own reviews alone: rules that work better in one language than in another have error
/// rates that cannot be borrowed.
struct CorrectedFrequencies {
    /// One row for each group and code that was reviewed.
    private(set) var rows: [CorrectedRow] = []
    /// The codes of which nobody judged a respondent.
    private(set) var notReviewed: [Code.ID] = []
    private let attributes: [String]
    private let target: FrequencyRequest.Target

    /// The table of ``rows``.
    var table: Table { .correctedShares(rows, by: attributes, target: target.inference) }

    /// The corrected shares of a study.
    /// - Parameters:
    ///   - study: The study.
    ///   - rules: What the rules alone find in it now.
    ///   - reviews: What people found.
    ///   - attributes: The attributes of the groups.
    ///   - target: Of whom the shares speak.
    /// - Complexity: O(codes x respondents + codings x depth of the codebook).
    init(
        _ study: CodedStudy, rules: [Coding], reviews: ShareReviews, by attributes: [String],
        target: FrequencyRequest.Target
    ) {
        self.attributes = attributes
        self.target = target
        let hierarchy = CodeHierarchy(study.codebook)
        var having: [Int: Set<Respondent.ID>] = [:]
        for coding in rules where coding.status.counts {
            guard let node = hierarchy.index(of: coding.code), let respondent = coding.respondent else { continue }
            for above in hierarchy.lineage(of: node) { having[above, default: []].insert(respondent) }
        }
        let numbers = Dictionary(
            study.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let asked = study.askedByCode(numbers)
        let groups = FrequencySlices(study, by: attributes).slices
        for group in groups {
            for (node, code) in study.codebook.codes.enumerated() {
                guard reviews.codes[node].map({ !$0.judgements.isEmpty }) ?? false else { continue }
                let whom = asked?[node].map { Set($0.map { study.respondents[$0].id }) } ?? group.members
                let units = reviews.units(of: node, study: study, having: having[node] ?? []) {
                    group.members.contains($0) && whom.contains($0)
                }
                let share = PostStrata(units).correctedShare
                rows.append(
                    CorrectedRow(
                        group: group.values, code: code.id, name: code.name, isTheme: !code.isCodable,
                        asked: units.count, found: units.count(where: \.isCoded),
                        read: units.count { $0.judgement != nil },
                        share: target == .t1 ? share.share : ClusteredCorrection(units).share,
                        count: target == .t1 ? share.count : nil))
            }
        }
        notReviewed = study.codebook.codes.enumerated().filter { node, _ in
            reviews.codes[node]?.judgements.isEmpty ?? true
        }.map(\.element.id)
    }
}

extension FrequencyRequest.Target {
    /// The target as the formulas name it.
    var inference: InferenceTarget { self == .t1 ? .respondents : .population }
}
