import VerbatimAnalysis
import VerbatimModel
import VerbatimStore

/// What the rules find in every respondent, and what people found in those whom they judged: what corrected shares are
/// made from.
struct CorrectedUnits {
    /// The study.
    let study: CodedStudy
    /// What people found.
    let reviews: ShareReviews
    /// For each code those in whom the rules find it, or one under it.
    private let having: [Int: Set<Respondent.ID>]
    /// For each code whose topic was put to some, to whom.
    private let asked: [Int: Set<Respondent.ID>]

    /// The units of a study.
    /// - Parameters:
    ///   - study: The study.
    ///   - rules: What the rules alone find in it now.
    ///   - reviews: What people found.
    /// - Complexity: O(codings x depth of the codebook + codes x respondents).
    init(_ study: CodedStudy, rules: [Coding], reviews: ShareReviews) {
        self.study = study
        self.reviews = reviews
        having = study.respondentsByCode(rules)
        asked = study.askedByCode
    }

    /// Reads the latest run, what the rules alone found in it and what people judged from a study file.
    /// - Parameters:
    ///   - path: The study file's.
    ///   - table: A table of what people found in respondents, in place of the samples and decisions of the study.
    /// - Returns: The units of all respondents.
    /// - Throws: faults of the file and of the table; `only-positive-reviews` for a table of those who have a code and
    ///   nobody else.
    static func read(_ path: String, reviews table: String?) throws(DiagnosticsError) -> CorrectedUnits {
        let recorded = try StudyFile.read(path) { store, _, study in
            (
                study: study, rules: try store.codingsByRules(), samples: try store.samples(),
                decisions: try store.decisions()
            )
        }
        let study = recorded.study
        let resolver = CodeResolver(study.codebook)
        var reviews = ShareReviews(
            samples: recorded.samples, decisions: recorded.decisions, hierarchy: resolver.hierarchy)
        if let table {
            reviews = try ShareReviews(try GivenCodings.read(table), study: study, resolver: resolver, path: table)
            // A list of those who have a code says nothing of who else was read: every share would be 1.
            guard reviews.codes.values.contains(where: { $0.judgements.values.contains(false) }) else {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "only-positive-reviews",
                        "Nobody in the table was read and found without a code, so nothing can be corrected by it. Give "
                            + "a row to everybody who was read, with the value 0 where the code does not apply.",
                        path: table)
                ])
            }
        }
        return CorrectedUnits(study, rules: recorded.rules, reviews: reviews)
    }

    /// Refuses a study in which nobody judged a respondent.
    /// - Throws: `nothing-reviewed`.
    func requireJudgements(path: String) throws(DiagnosticsError) {
        if judgedCodes.isEmpty { throw .nothingReviewed("No respondent of a sample", path: path) }
    }

    /// The codes for which a respondent was judged, by their place in the codebook, in its order.
    var judgedCodes: [Int] { study.codebook.codes.indices.filter(isJudged) }

    /// Whether anybody was judged for a code.
    func isJudged(_ node: Int) -> Bool { reviews.codes[node].map { !$0.judgements.isEmpty } ?? false }

    /// Those of some respondents whom the share of a code is of: who was asked, where that is known, read or not.
    /// - Complexity: O(respondents).
    func units(of node: Int, among members: Set<Respondent.ID>) -> [ReviewedUnit] {
        let whom = asked[node]
        return reviews.units(of: node, study: study, having: having[node] ?? []) { respondent in
            members.contains(respondent) && (whom?.contains(respondent) ?? true)
        }
    }
}

extension DiagnosticsError {
    /// The fault of a study in which nobody judged what a measure stands on.
    static func nothingReviewed(_ what: String, path: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "nothing-reviewed",
                "\(what) has been judged by a person yet. Draw a sample with 'verbatim sample', and import the decisions.",
                path: path)
        ])
    }
}
