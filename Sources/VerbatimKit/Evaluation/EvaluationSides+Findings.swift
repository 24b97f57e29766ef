import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

extension EvaluationSides {
    /// Where the sides do not agree on a code itself, those under it included.
    func findings(at level: EvaluationRow.Level, among nodes: Set<Int>) -> [EvaluationFinding] {
        level == .segment ? segmentFindings(nodes) : respondentFindings(nodes)
    }

    /// Of the correct codings whose assertion the truth says, how many are right, how many have the truth's among the
    /// kinds of their hits, and how many there are.
    func assertions(among nodes: Set<Int>) -> (right: Int, holding: Int, judged: Int) {
        let judged = judgedAssertions(nodes)
        let holding = judged.filter { pair, isRight in
            guard let label = truth.segments[pair.truth].assertion else { return false }
            return isRight || proposals[pair.proposal].assertion?.contains(label) == true
        }
        return (judged.count(where: \.isRight), holding.count, judged.count)
    }

    /// The pairs of a segment of the truth and a coding of its code or of one under it.
    private func pairs(_ nodes: Set<Int>) -> [(truth: Int, proposal: Int)] {
        EvaluationSides.pairs(truth.segments, proposals).filter { own, other in
            let (node, proposed) = (truth.segments[own].node, proposals[other].node)
            return nodes.contains(node) && resolver.hierarchy.lineage(of: proposed).contains(node)
        }
    }

    /// For each coding that the truth says the assertion of, whether it is right by any segment that it overlaps.
    private func judgedAssertions(_ nodes: Set<Int>) -> [(pair: (truth: Int, proposal: Int), isRight: Bool)] {
        var judged: [Int: (pair: (truth: Int, proposal: Int), isRight: Bool)] = [:]
        for pair in pairs(nodes) {
            guard let label = truth.segments[pair.truth].assertion, let own = proposals[pair.proposal].assertion,
                judged[pair.proposal]?.isRight != true
            else { continue }
            let isRight = own.agrees(with: label)
            if isRight || judged[pair.proposal] == nil { judged[pair.proposal] = (pair, isRight) }
        }
        return judged.sorted { $0.key < $1.key }.map(\.value)
    }

    private func segmentFindings(_ nodes: Set<Int>) -> [EvaluationFinding] {
        let matched = pairs(nodes)
        let found = Set(matched.map(\.truth))
        // A coding is correct too where the truth names a code under it.
        let correct = Set(
            EvaluationSides.pairs(truth.segments, proposals).filter { own, other in
                let (node, proposed) = (truth.segments[own].node, proposals[other].node)
                return resolver.hierarchy.lineage(of: node).contains(proposed)
            }.map(\.1))
        var findings: [EvaluationFinding] = []
        for (number, segment) in truth.segments.enumerated()
        where nodes.contains(segment.node) && !found.contains(number) {
            findings.append(finding(.miss, segment, truth: segment.assertion?.text))
        }
        for (number, segment) in proposals.enumerated()
        where nodes.contains(segment.node) && !correct.contains(number) {
            findings.append(falseHit(number))
        }
        for (pair, isRight) in judgedAssertions(nodes) where !isRight {
            var finding = falseHit(pair.proposal)
            finding.kind = .assertion
            finding.truth = truth.segments[pair.truth].assertion?.text
            findings.append(finding)
        }
        let order = Dictionary(
            study.transcripts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        func key(_ finding: (offset: Int, element: EvaluationFinding)) -> (Int, Int, Int, Int) {
            let (place, finding) = finding
            let span = finding.span ?? TextSpan(start: 0, end: 0)
            return (order[finding.transcript ?? ""] ?? 0, span.start, span.end, place)
        }
        return findings.enumerated().sorted { key($0) < key($1) }.map(\.element)
    }

    private func falseHit(_ proposal: Int) -> EvaluationFinding {
        let coding = study.codings[places[proposal]]
        var found = finding(.falseHit, proposals[proposal], proposed: proposals[proposal].assertion?.text)
        found.rules = coding.rules
        found.quote = coding.quote
        return found
    }

    private func finding(
        _ kind: EvaluationFinding.Kind, _ segment: Segment, truth: String? = nil, proposed: String? = nil
    ) -> EvaluationFinding {
        let people = segment.respondents.sorted().map { study.respondents[$0].id }
        return EvaluationFinding(
            kind, level: .segment, transcript: study.transcripts[segment.transcript].id, span: segment.span,
            respondent: people.isEmpty ? nil : people.joined(separator: " "),
            code: study.codebook.codes[segment.node].id, truth: truth, proposed: proposed)
    }

    private func respondentFindings(_ nodes: Set<Int>) -> [EvaluationFinding] {
        var have: [Int: Set<Int>] = [:]
        var should: [Int: Set<Int>] = [:]
        var rules: [[Int]: Set<String>] = [:]
        for (number, proposal) in proposals.enumerated() {
            for respondent in proposal.respondents where truth.respondents.contains(respondent) {
                for node in resolver.hierarchy.lineage(of: proposal.node) {
                    have[node, default: []].insert(respondent)
                    rules[[node, respondent], default: []].formUnion(study.codings[places[number]].rules)
                }
            }
        }
        for (node, people) in truth.segments.map({ ($0.node, $0.respondents) })
            + truth.marks.map({ ($0.node, [$0.respondent]) })
        {
            for above in resolver.hierarchy.lineage(of: node) { should[above, default: []].formUnion(people) }
        }
        var findings: [EvaluationFinding] = []
        for node in nodes.sorted() {
            let code = study.codebook.codes[node].id
            for respondent in (should[node] ?? []).subtracting(have[node] ?? []).sorted() {
                findings.append(
                    EvaluationFinding(
                        .miss, level: .respondent, respondent: study.respondents[respondent].id, code: code))
            }
            for respondent in (have[node] ?? []).subtracting(should[node] ?? []).sorted() {
                findings.append(
                    EvaluationFinding(
                        .falseHit, level: .respondent, respondent: study.respondents[respondent].id, code: code,
                        rules: (rules[[node, respondent]] ?? []).sorted()))
            }
        }
        return findings
    }
}
