import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim matrix` is asked.
package struct MatrixRequest: Sendable {
    /// The study file.
    package var study: String
    /// The codes in columns; empty for all that can be given.
    package var codes: [String] = []
    /// The attributes behind each respondent.
    package var attributes: [String] = []
    /// How many quotes a cell has.
    package var quotes = 1
    /// How many words a quote has at most.
    package var words = 12

    /// A request for the framework matrix of a study's latest run.
    package init(study: String) {
        self.study = study
    }

    /// Makes the matrix.
    /// - Throws: faults of the study; `unknown-code`, `unknown-attribute`.
    package func run() throws(DiagnosticsError) -> FrameworkMatrix {
        try matrix(of: try StudyFile.latestRun(of: study).study)
    }

    /// The matrix of a study that was read: a coding counts for the codes above it too.
    /// - Complexity: O(codings x depth of the codebook + respondents x codes).
    package func matrix(of study: CodedStudy) throws(DiagnosticsError) -> FrameworkMatrix {
        let resolver = CodeResolver(study.codebook)
        let named = try resolver.nodes(named: codes)
        for attribute in attributes { try study.requireAttribute(attribute) }
        let nodes = study.codebook.codes.indices.filter {
            named.isEmpty ? study.codebook.codes[$0].isCodable : named.contains($0)
        }
        let columns = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
        let lines = Dictionary(
            study.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var found = study.respondents.map { _ in nodes.map { _ in [Coding]() } }
        for coding in study.codings where coding.status.counts {
            guard let line = coding.respondent.flatMap({ lines[$0] }),
                let node = resolver.hierarchy.index(of: coding.code)
            else { continue }
            for above in resolver.hierarchy.lineage(of: node) {
                if let column = columns[above] { found[line][column].append(coding) }
            }
        }
        return FrameworkMatrix(
            attributes: attributes, codes: nodes.map { study.codebook.codes[$0].id }, respondents: study.respondents,
            cells: found.map { $0.map(cell) })
    }

    private func cell(_ codings: [Coding]) -> MatrixCell? {
        guard !codings.isEmpty else { return nil }
        let kinds = codings.reduce(into: Set<AssertionKind>()) { $0.formUnion($1.assertionKinds) }
        return MatrixCell(
            codings: codings.count, assertions: AssertionKind.allCases.filter(kinds.contains),
            quotes: codings.prefix(max(0, quotes)).map { coding in
                MatrixCell.Quote(
                    transcript: coding.transcript, turn: coding.turn, words: coding.quote.cut(toWords: words))
            })
    }
}

extension String {
    /// The first words, and an ellipsis where there are more; white space between words becomes one space.
    func cut(toWords count: Int) -> String {
        let words = split(whereSeparator: \.isWhitespace)
        return words.prefix(max(1, count)).joined(separator: " ") + (words.count > max(1, count) ? " …" : "")
    }
}
