/// What people found in one unit of a sample, all who judged it taken together.
public enum ReviewFinding: String, Hashable, Sendable, Codable, CaseIterable {
    /// The code applies.
    case applies
    /// It does not, or another applies in its place.
    case doesNotApply = "does-not-apply"
    /// Those who looked could not tell.
    case unsure
    /// One says that it applies, and another that it does not.
    case disputed
    /// Nobody has decided yet.
    case open

    /// Whether the code applies; `nil` where that is not known.
    public var judgement: Bool? {
        switch self {
        case .applies: true
        case .doesNotApply: false
        case .unsure, .disputed, .open: nil
        }
    }
}
