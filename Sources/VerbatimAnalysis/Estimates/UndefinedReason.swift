/// Why a statistic has no value.
///
/// An undefined statistic is never shown as 0, 1 or "not a number": it is left empty, with the reason beside it. The raw
/// values are what tables and JSON print.
package enum UndefinedReason: String, Hashable, Sendable, CaseIterable {
    /// There is nothing to count: no unit, no respondent, an empty total.
    case noUnits
    /// Fewer than two coders gave values.
    case oneRater
    /// No unit has values of two coders.
    case noPairableUnits
    /// All values are equal, so that chance alone explains everything, or one side has nothing to compare.
    case noVariation
    /// A stratum has members, and none of them was drawn.
    case emptyStratum
    /// Nobody has reviewed what the number would be made from.
    case notReviewed
    /// All units come from one transcript, so that nothing tells how transcripts differ.
    case singleCluster
    /// A cell of the table is zero, and the statistic divides by it or takes its logarithm.
    case emptyCell

    /// The reason in words, for people.
    package var explanation: String {
        switch self {
        case .noUnits: "there is nothing to count"
        case .oneRater: "fewer than two coders gave values"
        case .noPairableUnits: "no unit has the values of two coders"
        case .noVariation: "all values are the same, so nothing can be told apart from chance"
        case .emptyStratum: "nothing was drawn from one of the groups of the sample"
        case .notReviewed: "nobody has reviewed it yet"
        case .singleCluster: "everything comes from one transcript"
        case .emptyCell: "one of the counts it is made from is zero"
        }
    }
}
