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
    /// What the shares stand on.
    package var basis = FrequencyRequest.Basis.engine
    /// Of whom corrected shares speak.
    package var target = FrequencyRequest.Target.t1
    /// A table of what people found in respondents; `nil` for the samples and decisions of the study.
    package var reviews: String?

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
    /// - Throws: faults of the study; `unknown-attribute`, `unknown-code`, `no-guide`, `code-needed`,
    ///   `nothing-reviewed`.
    package func run() throws(DiagnosticsError) -> Answer {
        guard basis != .corrected else {
            let units = try CorrectedUnits.read(study, reviews: reviews)
            try units.requireJudgements(path: study)
            return try corrected(units)
        }
        var study = try StudyFile.latestRun(of: self.study).study
        if basis == .reviewed {
            study = study.reviewed
            guard !study.codings.isEmpty else { throw .nothingReviewed("No coding of the study", path: self.study) }
        }
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

    /// The table of corrected shares: of the codes that were judged, or of one, by the values of attributes.
    func corrected(_ units: CorrectedUnits) throws(DiagnosticsError) -> Answer {
        let study = units.study
        try study.requireAttribute(columns)
        let named = try CodeResolver(study.codebook).nodes(named: code.map { [$0] } ?? [])
        let everybody = Set(study.respondents.map(\.id))
        let lines: [CorrectedCrosstab.Row]
        if rows == "code" {
            lines = units.judgedCodes.filter { named.isEmpty || named.contains($0) }.map {
                CorrectedCrosstab.Row(value: study.codebook.codes[$0].id, node: $0, members: everybody)
            }
        } else {
            try study.requireAttribute(rows, besides: ["code"])
            guard let node = named.first else { throw Self.codeNeeded("Corrected shares are of a code.") }
            lines = study.groups(by: rows).map {
                CorrectedCrosstab.Row(value: $0.value, node: node, members: $0.members)
            }
        }
        guard lines.contains(where: { units.isJudged($0.node) }) else {
            throw .nothingReviewed("No respondent of a sample for '\(code ?? "")'", path: self.study)
        }
        let table = CorrectedCrosstab(lines, columns: study.groups(by: columns), units: units, target: target.inference)
        return Answer(
            cells: .correctedCrosstab(table.cells, rows: rows, columns: columns, target: target.inference),
            summary: [
                "\(target.rawValue): \(target.inference.explanation).",
                table.family == 0
                    ? "No row could be tested."
                    : "Rows are tested by the variances of the corrected shares, for populations that these respondents "
                        + "are samples of. \(Self.family(table.family))",
            ]
                + [
                    table.cells.contains { $0.column != nil && $0.read == 0 }
                        ? "Groups of which nobody was read are in no test." : nil,
                    CorrectedFrequencies.fewReviews(table.cells.map { ($0.read, $0.asked) }),
                ].compactMap(\.self))
    }

    private static func family(_ tests: Int) -> String {
        "p_adjusted holds for the family of \(TraceWords.counted(tests, "test")) of this table."
    }

    /// The fault of a request that needs a code and names none.
    static func codeNeeded(_ why: String) -> DiagnosticsError {
        DiagnosticsError([Diagnostic(.error, "code-needed", "\(why) Name it with '--code'.")])
    }

    private func summary(_ table: Crosstab, _ study: CodedStudy) -> [String] {
        guard table.family > 0 else { return [] }
        let kind =
            table.isClustered
            ? "Respondents of one focus group resemble each other, so rows are tested by the variance between transcripts."
            : "Rows are tested by Pearson's test, and by an exact one where counts are small."
        var lines = ["\(kind) \(Self.family(table.family))"]
        if rows == "code" || code != nil {
            lines.append(
                "The shares are of what the rules found. Rules that work better in one language than in another make "
                    + "differences of their own: compare corrected shares ('--basis corrected', with "
                    + "an attribute in columns) before you report one.")
        }
        return lines
    }
}
