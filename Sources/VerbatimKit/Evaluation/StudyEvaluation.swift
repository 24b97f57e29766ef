import VerbatimAnalysis
package import VerbatimExport
package import VerbatimModel

/// How well the codings of a study agree with a truth that people coded.
///
/// A segment of the truth is found where a coding of its code, or of a code under it, shares a character with it; a coding
/// is correct where it shares one with a segment of its code. Respondents are counted once each, whatever they say how
/// often. Only what was read for the truth is judged: codings of other transcripts and respondents are no false hits.
package struct StudyEvaluation: Sendable {
    /// What is counted apart.
    package enum Grouping: Sendable, Hashable {
        /// The languages of transcripts; of respondents, of the transcripts in which they speak.
        case language
        /// How the finding is asserted: the truth and the codings of one kind, compared with each other.
        case assertion
        /// The values of an attribute of respondents.
        case attribute(String)

        /// The grouping that a user named.
        package init(_ name: String) {
            switch name {
            case "language": self = .language
            case "assertion": self = .assertion
            default: self = .attribute(name)
            }
        }
    }

    /// One row for each level, group and code, in this order.
    package private(set) var rows: [EvaluationRow] = []
    /// The means over codes for each level and group.
    package private(set) var means: [EvaluationMeans] = []
    /// Where rules and truth do not agree, by level, transcript and position.
    package private(set) var findings: [EvaluationFinding] = []
    /// How many correct codings the truth says the assertion of, of how many it is right, and how many have the truth's
    /// among the kinds of their hits.
    package private(set) var assertions: (right: Int, holding: Int, judged: Int) = (0, 0, 0)
    /// How many transcripts and respondents were read for the truth.
    package let scope: (transcripts: Int, respondents: Int)
    /// How many codings are not judged, since nobody read what they are in.
    package let unjudged: Int
    /// The codes that the truth never names, but the rules propose in what was read.
    package let unnamed: [Code.ID]

    /// The evaluation of a study by a truth.
    ///
    /// - Parameters:
    ///   - study: The study.
    ///   - truth: What is true of it.
    ///   - grouping: What is counted apart; `nil` for all together.
    ///   - codes: The codes to look at; empty for all that can be given, and those that the truth names.
    ///   - resolver: The codes of the study's codebook.
    /// - Complexity: O((codings + truth) x depth of the codebook), and where they overlap.
    init(
        _ study: CodedStudy, truth: EvaluationTruth, grouping: Grouping?, codes: Set<Int> = [],
        resolver: CodeResolver
    ) {
        let side = EvaluationSides(study, truth: truth, resolver: resolver)
        let named = Set(truth.segments.map(\.node) + truth.marks.map(\.node))
        let nodes = study.codebook.codes.indices.filter {
            codes.isEmpty ? study.codebook.codes[$0].isCodable || named.contains($0) : codes.contains($0)
        }
        scope = (truth.transcripts.count, truth.respondents.count)
        unjudged = side.unjudged
        let above = named.reduce(into: Set<Int>()) { $0.formUnion(resolver.hierarchy.lineage(of: $1)) }
        unnamed = nodes.filter { node in !above.contains(node) && side.proposals.contains { $0.node == node } }
            .map { study.codebook.codes[$0].id }

        var levels: [EvaluationRow.Level] = [.respondent]
        if truth.hasSegments { levels.append(.segment) }
        for level in levels {
            var groups: [String?] = [nil]
            var counts: [Int: [String?: EvaluationRow]] = [:]
            for node in nodes {
                let id = study.codebook.codes[node].id
                counts[node] = side.counts(of: node, id: id, level: level, grouping: grouping)
            }
            if grouping != nil { groups = Self.order(Set(counts.values.flatMap(\.keys)), grouping) }
            for group in groups {
                let found = nodes.map { node in
                    counts[node]?[group]
                        ?? EvaluationRow(code: study.codebook.codes[node].id, level: level, group: group)
                }
                means.append(EvaluationMeans(found, level: level, group: group))
                rows += grouping == nil ? found : found.filter { $0.truth + $0.proposed > 0 }
            }
            findings += side.findings(at: level, among: Set(nodes))
        }
        assertions = side.assertions(among: Set(nodes))
    }

    /// The groups in order: kinds of assertion in theirs, all others by their name, what is not known last.
    private static func order(_ groups: Set<String?>, _ grouping: Grouping?) -> [String?] {
        if grouping == .assertion {
            return AssertionKind.allCases.map(\.rawValue).filter(groups.contains)
        }
        return groups.sorted { left, right in
            guard let left else { return false }
            guard let right else { return true }
            return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
        }
    }
}
