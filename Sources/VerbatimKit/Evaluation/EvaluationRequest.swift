import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// What `verbatim evaluate` is asked.
package struct EvaluationRequest: Sendable {
    /// The study file.
    package var study: String
    /// The table or project with the truth.
    package var truth: String
    /// What is counted apart: `language`, `assertion` or an attribute of respondents; `nil` for all together.
    package var grouping: String?
    /// The codes to look at; empty for all.
    package var codes: [String] = []
    /// Whether all of the study was read for the truth, also what the truth does not name.
    package var isComplete = false

    /// A request to judge the latest run of `study` by `truth`.
    package init(study: String, truth: String) {
        self.study = study
        self.truth = truth
    }

    /// What the evaluation gave, as tables and words.
    package struct Answer: Sendable {
        /// One row for each code and level.
        package let rows: Table
        /// One row for each level, and group where there are groups: the means over codes.
        package let means: Table
        /// Where rules and truth do not agree, with respondents' words: for a file only.
        package let findings: Table
        /// What the figures are of, and the means, in words.
        package let summary: [String]
        /// What should be looked at.
        package let warnings: [Diagnostic]
    }

    /// Evaluates.
    /// - Throws: faults of the study and of the truth: see ``GivenCodings/read(_:)``; `unknown-code`,
    ///   `span-outside-text`, `nothing-to-evaluate`, `no-assertions`,
    ///   `unknown-attribute`.
    package func run() throws(DiagnosticsError) -> Answer {
        let study = try StudyFile.latestRun(of: self.study).study
        let texts = try StudyTexts(of: self.study, study: study)
        return try evaluate(study, texts: texts, given: try GivenCodings.read(truth))
    }

    /// Evaluates a study that was read by a truth that was read.
    package func evaluate(
        _ study: CodedStudy, texts: StudyTexts, given: GivenCodings
    ) throws(DiagnosticsError) -> Answer {
        let resolver = CodeResolver(study.codebook)
        let nodes = try resolver.nodes(named: codes)
        if case .attribute(let name)? = grouping.map(StudyEvaluation.Grouping.init) {
            try study.requireAttribute(name, besides: ["language", "assertion"])
        }
        let truth = try EvaluationTruth(
            given, study: study, texts: texts, resolver: resolver, isComplete: isComplete)
        if grouping == "assertion", !truth.hasAssertions {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "no-assertions",
                    "The truth does not say how findings are asserted. Give it a column assertion, with words such as "
                        + "affirmed, negated or conditional.", path: self.truth)
            ])
        }
        let evaluation = StudyEvaluation(
            study, truth: truth, grouping: grouping.map(StudyEvaluation.Grouping.init), codes: nodes,
            resolver: resolver)
        var findings = evaluation.findings
        for index in findings.indices where findings[index].quote == nil {
            guard let id = findings[index].transcript, let span = findings[index].span,
                let number = texts.numbers[id]
            else { continue }
            let map = OffsetMap(texts.transcripts[number].text)
            findings[index].quote = map.text(in: map.byteRange(of: span))
        }
        return Answer(
            rows: .evaluation(evaluation.rows, by: grouping), means: .evaluationMeans(evaluation.means, by: grouping),
            findings: .evaluationFindings(findings), summary: evaluation.summary, warnings: truth.diagnostics)
    }
}

extension CodeResolver {
    /// The places of codes that a user named.
    /// - Throws: `unknown-code`: every name that the codebook does not have.
    func nodes(named names: [String]) throws(DiagnosticsError) -> Set<Int> {
        var found: Set<Int> = []
        var faults: [Diagnostic] = []
        for name in names {
            if let node = index(of: [name]) {
                found.insert(node)
            } else {
                faults.append(
                    Diagnostic(
                        .error, "unknown-code",
                        "The codebook has no code '\(name)'. Write the id or the name of one it has.",
                        suggestion: suggestion(for: [name])))
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return found
    }
}

extension CodedStudy {
    /// Nothing, where at least one respondent has the attribute.
    /// - Throws: `unknown-attribute`, with the attributes that there are, and other words that can stand there.
    func requireAttribute(_ name: String, besides words: [String] = []) throws(DiagnosticsError) {
        guard !respondents.contains(where: { $0.attributes[name] != nil }) else { return }
        var names: [String] = []
        for respondent in respondents {
            for name in respondent.attributes.names where !names.contains(name) { names.append(name) }
        }
        let known = names + words
        throw DiagnosticsError([
            Diagnostic(
                .error, "unknown-attribute",
                known.isEmpty
                    ? "No respondent has an attribute '\(name)': nothing is known of them. Give a respondents table to "
                        + "'verbatim run'."
                    : "No respondent has an attribute '\(name)'. Write one of \(known.joined(separator: ", ")).",
                suggestion: NearNames.nearest(to: name, in: known))
        ])
    }
}
