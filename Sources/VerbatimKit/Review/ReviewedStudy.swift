import VerbatimModel

/// A study with what people decided applied to its codings.
struct ReviewedStudy {
    /// The study, its codings with the status that decisions give them, and people's own among them.
    let study: CodedStudy
    /// What the rules alone made of each coding; `nil` for a person's own.
    let ruleStatuses: [CodingStatus?]
    /// Decisions that cannot be placed, and what people disagree on.
    let diagnostics: [Diagnostic]

    /// Applies the decisions of a study file to what the rules propose.
    ///
    /// - Parameters:
    ///   - decisions: all decisions of the study file, in their order.
    ///   - study: what the rules propose.
    ///   - transcripts: the transcripts of the study, or at least those that decisions name.
    ///   - path: the study file's, for messages.
    init(_ decisions: [Decision], on study: CodedStudy, transcripts: [Transcript], path: String) {
        let bearing = DecisionBearing(
            decisions, to: study.codings,
            transcripts: Dictionary(transcripts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            codebook: study.codebook)
        var reviewed = study
        reviewed.codings = bearing.codings
        self.study = reviewed
        ruleStatuses = bearing.ruleStatuses
        diagnostics = bearing.diagnostics(path: path)
    }

    /// What the rules alone made of the codings, without people's own.
    var codingsByRules: [Coding] {
        zip(study.codings, ruleStatuses).compactMap { coding, status in
            guard let status else { return nil }
            var coding = coding
            coding.status = status
            return coding
        }
    }
}
