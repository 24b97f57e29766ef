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
    ///   - units: What the rules find in every respondent, and what people found.
    ///   - attributes: The attributes of the groups.
    ///   - target: Of whom the shares speak.
    /// - Complexity: O(codes x respondents).
    init(_ units: CorrectedUnits, by attributes: [String], target: FrequencyRequest.Target) {
        self.attributes = attributes
        self.target = target
        let codes = units.study.codebook.codes
        for group in FrequencySlices(units.study, by: attributes).slices {
            for node in units.judgedCodes {
                let members = units.units(of: node, among: group.members)
                let share = PostStrata(members).correctedShare
                rows.append(
                    CorrectedRow(
                        group: group.values, code: codes[node].id, name: codes[node].name,
                        isTheme: !codes[node].isCodable, asked: members.count, found: members.count(where: \.isCoded),
                        read: members.count { $0.judgement != nil },
                        share: target == .t1 ? share.share : ClusteredCorrection(members).share,
                        count: target == .t1 ? share.count : nil))
            }
        }
        notReviewed = codes.indices.filter { !units.isJudged($0) }.map { codes[$0].id }
    }

    /// A sentence on shares that stand on too few respondents to be of use.
    /// - Parameter reviews: For each share how many were read, and how many there are.
    /// - Returns: The sentence; `nil` where no share does.
    static func fewReviews(_ reviews: [(read: Int, asked: Int)]) -> String? {
        let few = reviews.count { $0.read < min(CorrectionByGroup.fewestReviews, $0.asked) }
        guard few > 0 else { return nil }
        return "\(few) of \(reviews.count) shares stand on fewer than \(CorrectionByGroup.fewestReviews) respondents "
            + "read: their intervals hold, but are too wide to be of use."
    }
}

extension FrequencyRequest.Target {
    /// The target as the formulas name it.
    var inference: InferenceTarget { self == .t1 ? .respondents : .population }
}
