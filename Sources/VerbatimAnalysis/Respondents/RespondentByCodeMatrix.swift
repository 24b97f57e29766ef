package import VerbatimModel

/// Who has at least one coding of which code: a row for each respondent, a column for each code that can be given.
///
/// A coding of a code counts for the codes above it too. Themes have no column.
package struct RespondentByCodeMatrix: Hashable, Sendable {
    /// The respondents who spoke, in the order of the study.
    package let respondents: [Respondent.ID]
    /// The codes, in codebook order.
    package let codes: [Code.ID]
    private var cells: [Bool]

    /// The matrix of a study, from the codings that count.
    /// - Complexity: O(respondents x codes + codings x depth of the codebook).
    package init(_ study: CodedStudy) {
        let hierarchy = CodeHierarchy(study.codebook)
        var columns: [Int: Int] = [:]
        for (index, code) in study.codebook.codes.enumerated() where code.isCodable { columns[index] = columns.count }
        var lines: [Respondent.ID: Int] = [:]
        for (index, respondent) in study.respondents.enumerated() { lines[respondent.id] = index }
        respondents = study.respondents.map(\.id)
        codes = study.codebook.codes.filter(\.isCodable).map(\.id)
        cells = Array(repeating: false, count: respondents.count * codes.count)
        for coding in study.codings where coding.status.counts {
            guard let respondent = coding.respondent, let line = lines[respondent],
                let index = hierarchy.index(of: coding.code)
            else { continue }
            for node in hierarchy.lineage(of: index) {
                if let column = columns[node] { cells[line * codes.count + column] = true }
            }
        }
    }

    /// Whether a respondent has a coding of a code, both by their position in ``respondents`` and ``codes``.
    package subscript(respondent: Int, code: Int) -> Bool {
        cells[respondent * codes.count + code]
    }
}
