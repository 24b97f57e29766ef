package import VerbatimModel

/// Who was asked about each code, as far as the interview guide tells.
///
/// A question that names a code or a theme is about all codes under it. A theme that no question names is asked where
/// all codes under it are, by the questions about any of them. Of every other code nothing is known, and all who
/// spoke stand in.
package struct AskedRespondents: Sendable {
    private let askedByCode: [Code.ID: Set<Respondent.ID>]
    private let everybody: Set<Respondent.ID>

    /// What the guide of a study tells; `nil` for a study without a guide, or with one that names no code.
    /// - Complexity: O(codes squared x depth + questions asked).
    package init?(_ study: CodedStudy) {
        guard let guide = study.guide, guide.questions.contains(where: { !$0.codes.isEmpty }) else { return nil }
        everybody = Set(study.respondents.map(\.id))
        var respondentsByQuestion: [String: Set<Respondent.ID>] = [:]
        for item in study.asked { respondentsByQuestion[item.question, default: []].insert(item.respondent) }
        var named: [Code.ID: Set<Respondent.ID>] = [:]
        for question in guide.questions {
            for code in question.codes { named[code, default: []].formUnion(respondentsByQuestion[question.id] ?? []) }
        }
        var asked: [Code.ID: Set<Respondent.ID>] = [:]
        let ids = study.codebook.codes.map(\.id)
        for id in ids {
            let lineage = named.filter { id == $0.key || id.hasPrefix($0.key + ".") }
            if !lineage.isEmpty { asked[id] = lineage.values.reduce(into: []) { $0.formUnion($1) } }
        }
        for id in ids where asked[id] == nil {
            let below = ids.filter { $0.hasPrefix(id + ".") }
            let sets = below.compactMap { asked[$0] }
            if !below.isEmpty, sets.count == below.count { asked[id] = sets.reduce(into: []) { $0.formUnion($1) } }
        }
        askedByCode = asked
    }

    /// The respondents who were asked about a code or theme; all who spoke where the guide does not tell.
    package func respondents(of code: Code.ID) -> Set<Respondent.ID> { told(of: code) ?? everybody }

    /// The respondents who were asked about a code or theme; `nil` where the guide does not tell.
    package func told(of code: Code.ID) -> Set<Respondent.ID>? { askedByCode[code] }
}
