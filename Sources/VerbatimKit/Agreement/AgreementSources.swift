import VerbatimModel
import VerbatimStore

/// What a study file holds of coders: its rules, and the people who coded or decided.
struct AgreementSources {
    /// The latest run.
    let study: CodedStudy
    /// Its texts.
    let texts: StudyTexts
    /// What the rules alone found.
    let rules: [Coding]
    /// What people coded by hand.
    let people: GivenCodings
    /// What people decided, in order.
    let decisions: [Decision]

    /// The coders of a study that is at hand; see the properties of the same names.
    init(
        study: CodedStudy, texts: StudyTexts, rules: [Coding], people: GivenCodings, decisions: [Decision]
    ) {
        self.study = study
        self.texts = texts
        self.rules = rules
        self.people = people
        self.decisions = decisions
    }

    /// The coders of the study file at `path`.
    /// - Throws: faults of the file.
    init(study path: String) throws(DiagnosticsError) {
        let recorded = try StudyFile.read(path) { store, _, study in
            (study: study, rules: try store.codingsByRules(), records: try ReviewRecords(store))
        }
        self.init(
            study: recorded.study, texts: try StudyTexts(of: path, study: recorded.study), rules: recorded.rules,
            people: GivenCodings(recorded.records.handCodings), decisions: recorded.records.decisions)
    }

    /// The name of the rules as a coder: the codebook and its version.
    var rulesName: String { study.rulesName }
}

extension CodedStudy {
    /// The name of the rules as a coder: the codebook and its version.
    var rulesName: String { [codebook.id, codebook.version].compactMap(\.self).joined(separator: " ") }
}
