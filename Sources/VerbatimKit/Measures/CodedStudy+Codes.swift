import VerbatimAnalysis
import VerbatimModel

extension CodedStudy {
    /// For each code or theme, by its place in the codebook, the respondents with at least one coding of it, or of a code
    /// under it, that counts.
    /// - Parameter codings: The codings, such as those of the rules alone.
    /// - Returns: Codes that nobody has are left out.
    /// - Complexity: O(codings x depth of the codebook).
    func respondentsByCode(_ codings: [Coding]) -> [Int: Set<Respondent.ID>] {
        let hierarchy = CodeHierarchy(codebook)
        var having: [Int: Set<Respondent.ID>] = [:]
        for coding in codings where coding.status.counts {
            guard let node = hierarchy.index(of: coding.code), let respondent = coding.respondent else { continue }
            for above in hierarchy.lineage(of: node) { having[above, default: []].insert(respondent) }
        }
        return having
    }

    /// For each code or theme, by its place in the codebook, who was asked about it; codes of which the guide does not
    /// tell are left out.
    var askedByCode: [Int: Set<Respondent.ID>] {
        guard let told = AskedRespondents(self) else { return [:] }
        var asked: [Int: Set<Respondent.ID>] = [:]
        for (node, code) in codebook.codes.enumerated() { asked[node] = told.told(of: code.id) }
        return asked
    }
}
