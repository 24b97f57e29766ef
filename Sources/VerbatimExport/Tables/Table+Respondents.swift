import VerbatimAnalysis
package import VerbatimModel

extension Table {
    /// `respondents.csv`: one row for each respondent who spoke: the id, the attributes in the order in which they
    /// first appear, and for each code a 1 where the respondent has a coding of it or of a code under it, else a 0.
    ///
    /// An attribute with the name of another column is written as `attribute.NAME`.
    package static func respondents(of study: CodedStudy) -> Table {
        let matrix = RespondentByCodeMatrix(study)
        var attributes: [String] = []
        var seen: Set<String> = []
        for respondent in study.respondents {
            for name in respondent.attributes.names where seen.insert(name).inserted { attributes.append(name) }
        }
        let taken = Set(matrix.codes + ["id"])
        let columns =
            [Column("id")] + attributes.map { Column(taken.contains($0) ? "attribute.\($0)" : $0) }
            + matrix.codes.map { Column($0, .integer) }
        let rows = study.respondents.enumerated().map { line, respondent in
            [Cell.text(respondent.id)] + attributes.map { .text(respondent.attributes[$0]) }
                + matrix.codes.indices.map { .integer(matrix[line, $0] ? 1 : 0) }
        }
        return Table(columns: columns, rows: rows)
    }
}
