import VerbatimModel

extension Sequence<Respondent> {
    /// The respondents by id; the first of those that share one.
    var byID: [Respondent.ID: Respondent] {
        Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
