import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim crosstab` is asked.
package struct CrosstabRequest: Sendable {
    /// The study file.
    package var study: String
    /// What stands in rows: `code`, or an attribute of respondents.
    package var rows: String
    /// What stands in columns: `question`, or an attribute of respondents.
    package var columns: String
    /// The code whose share is taken in every cell, `nil` to count respondents; with codes in rows, the only row.
    package var code: String?

    /// A request for a cross table of a study's latest run.
    package init(study: String, rows: String, columns: String, code: String? = nil) {
        self.study = study
        self.rows = rows
        self.columns = columns
        self.code = code
    }

    /// What was found, as a table and words.
    package struct Answer: Sendable {
        /// One row for each cell.
        package let cells: Table
        /// What the tests are, in words.
        package let summary: [String]
    }

    /// Makes the table.
    /// - Throws: faults of the study; `unknown-attribute`, `unknown-code`, `no-guide`, `code-needed`.
    package func run() throws(DiagnosticsError) -> Answer {
        let study = try StudyFile.latestRun(of: self.study).study
        return try answer(study, texts: columns == "question" ? try StudyTexts(of: self.study, study: study) : nil)
    }

    /// The table of a study that was read, with its texts where columns are questions.
    package func answer(_ study: CodedStudy, texts: StudyTexts?) throws(DiagnosticsError) -> Answer {
        let members = try CrosstabMembers(study, code: code)
        if rows != "code" { try study.requireAttribute(rows, besides: ["code"]) }
        let table: Crosstab
        if columns == "question" {
            table = try members.byQuestion(texts ?? StudyTexts([]), rows: rows)
        } else {
            try study.requireAttribute(columns, besides: ["question"])
            table = members.byAttribute(columns, rows: rows)
        }
        return Answer(
            cells: .crosstab(table.cells, rows: rows, columns: columns), summary: summary(table, study))
    }

    private func summary(_ table: Crosstab, _ study: CodedStudy) -> [String] {
        guard table.family > 0 else { return [] }
        let kind =
            table.isClustered
            ? "Respondents of one focus group resemble each other, so rows are tested by the variance between transcripts."
            : "Rows are tested by Pearson's test, and by an exact one where counts are small."
        var lines = ["\(kind) p_adjusted holds for the family of \(table.family) tests of this table."]
        if rows == "code" || code != nil {
            lines.append(
                "The shares are of what the rules found. Rules that work better in one language than in another make "
                    + "differences of their own: compare corrected shares ('verbatim frequencies --basis corrected --by "
                    + "\(columns == "question" ? "ATTRIBUTE" : columns)') before you report one.")
        }
        return lines
    }
}
