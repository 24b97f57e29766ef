import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// The truth and the codings of what was read for it, side by side.
struct EvaluationSides {
    typealias Segment = EvaluationTruth.Segment

    let study: CodedStudy
    let truth: EvaluationTruth
    let resolver: CodeResolver
    /// The codings that count, in what was read.
    private(set) var proposals: [Segment] = []
    /// The place of each in the study's codings.
    private(set) var places: [Int] = []
    /// How many codings are in what nobody read.
    private(set) var unjudged = 0
    /// The numbers of the truth's segments, and of the codings, of each code and those under it.
    private var trueOf: [Int: [Int]] = [:]
    private var proposedOf: [Int: [Int]] = [:]
    /// The languages of the transcripts in which each respondent speaks.
    private var languages: [Respondent.ID: Set<String>] = [:]

    init(_ study: CodedStudy, truth: EvaluationTruth, resolver: CodeResolver) {
        self.study = study
        self.truth = truth
        self.resolver = resolver
        let transcripts = Dictionary(
            study.transcripts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let respondents = Dictionary(
            study.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let bound = study.codebook.codes.map(AssertionLabel.bound)
        for (place, coding) in study.codings.enumerated() where coding.status.counts {
            guard let node = resolver.hierarchy.index(of: coding.code),
                let transcript = transcripts[coding.transcript]
            else { continue }
            let respondent = coding.respondent.flatMap { respondents[$0] }
            let isRead =
                truth.hasSegments
                ? truth.transcripts.contains(transcript) : respondent.map(truth.respondents.contains) ?? true
            guard isRead else {
                unjudged += 1
                continue
            }
            proposals.append(
                Segment(
                    transcript: transcript, span: coding.span, node: node,
                    assertion: AssertionLabel(coding, bound: bound[node]),
                    respondents: respondent.map { [$0] } ?? []))
            places.append(place)
        }
        for transcript in study.transcripts {
            for id in transcript.respondents { languages[id, default: []].insert(transcript.language.code) }
        }
        trueOf = byNode(truth.segments.map(\.node))
        proposedOf = byNode(proposals.map(\.node))
    }

    private func byNode(_ nodes: [Int]) -> [Int: [Int]] {
        var found: [Int: [Int]] = [:]
        for (number, node) in nodes.enumerated() {
            for above in resolver.hierarchy.lineage(of: node) { found[above, default: []].append(number) }
        }
        return found
    }

    // MARK: - Counts

    /// The counts of a code at a level, for each group; without a grouping for the group `nil`.
    func counts(
        of node: Int, id: Code.ID, level: EvaluationRow.Level, grouping: StudyEvaluation.Grouping?
    ) -> [String?: EvaluationRow] {
        var rows: [String?: EvaluationRow] = [:]
        func add(_ group: String?, _ change: (inout EvaluationRow) -> Void) {
            change(&rows[group, default: EvaluationRow(code: id, level: level, group: group)])
        }
        guard grouping == .assertion else {
            count(of: node, level: level, kind: nil) { isTruth, transcript, respondents, isMatched in
                let group = grouping.flatMap { self.group($0, level, transcript, respondents) }
                add(group) { $0.add(isTruth: isTruth, isMatched: isMatched) }
            }
            return rows
        }
        for kind in AssertionKind.allCases {
            count(of: node, level: level, kind: kind) { isTruth, _, _, isMatched in
                add(kind.rawValue) { $0.add(isTruth: isTruth, isMatched: isMatched) }
            }
        }
        return rows
    }

    /// Gives each unit of the truth and each proposed one, with whether the other side has it.
    private func count(
        of node: Int, level: EvaluationRow.Level, kind: AssertionKind?,
        each: (_ isTruth: Bool, _ transcript: Int, _ respondents: Set<Int>, _ isMatched: Bool) -> Void
    ) {
        let (own, proposed) = segments(of: node, kind: kind)
        switch level {
        case .segment:
            let (found, correct) = Self.matches(own, proposed)
            for (segment, isFound) in zip(own, found) { each(true, segment.transcript, segment.respondents, isFound) }
            for (segment, isCorrect) in zip(proposed, correct) {
                each(false, segment.transcript, segment.respondents, isCorrect)
            }
        case .respondent:
            let have = Set(proposed.flatMap(\.respondents)).intersection(truth.respondents)
            let should = trueRespondents(of: node, kind: kind, segments: own)
            for respondent in should { each(true, -1, [respondent], have.contains(respondent)) }
            for respondent in have { each(false, -1, [respondent], should.contains(respondent)) }
        }
    }

    /// The respondents whom the truth gives a code.
    private func trueRespondents(of node: Int, kind: AssertionKind?, segments: [Segment]) -> Set<Int> {
        let marked = truth.marks.filter { mark in
            resolver.hierarchy.lineage(of: mark.node).contains(node)
                && kind.map { mark.assertion?.kinds.contains($0) ?? false } ?? true
        }
        return Set(segments.flatMap(\.respondents)).union(marked.map(\.respondent))
    }

    /// The segments of a code on both sides, all of them or those asserted in one way.
    ///
    /// A truth that says nothing of polarity judges none: what it overlaps is then no false denial.
    private func segments(of node: Int, kind: AssertionKind?) -> (truth: [Segment], proposed: [Segment]) {
        let own = (trueOf[node] ?? []).map { truth.segments[$0] }
        let proposed = (proposedOf[node] ?? []).map { proposals[$0] }
        guard let kind else { return (own, proposed) }
        func isOfKind(_ segment: Segment) -> Bool { segment.assertion?.kinds.contains(kind) ?? false }
        var judged = proposed.filter(isOfKind)
        let silent = own.filter { segment in
            segment.assertion.map { (kind == .affirmed || kind == .negated) && !$0.hasPolarity } ?? true
        }
        if !silent.isEmpty {
            let overlaps = Self.matches(silent, judged).proposed
            judged = zip(judged, overlaps).filter { !$0.1 }.map(\.0)
        }
        return (own.filter(isOfKind), judged)
    }

    /// For each segment of either side, whether one of the other overlaps it.
    static func matches(_ truth: [Segment], _ proposed: [Segment]) -> (truth: [Bool], proposed: [Bool]) {
        let pairs = pairs(truth, proposed)
        var found = truth.map { _ in false }
        var correct = proposed.map { _ in false }
        for (own, other) in pairs {
            found[own] = true
            correct[other] = true
        }
        return (found, correct)
    }

    /// The pairs of segments that share a character, by number.
    static func pairs(_ truth: [Segment], _ proposed: [Segment]) -> [(Int, Int)] {
        var byTranscript: [Int: [Int]] = [:]
        for (number, segment) in proposed.enumerated() { byTranscript[segment.transcript, default: []].append(number) }
        var pairs: [(Int, Int)] = []
        for (number, segment) in truth.enumerated() {
            for other in byTranscript[segment.transcript] ?? [] {
                let span = proposed[other].span
                if span.start < segment.span.end && segment.span.start < span.end { pairs.append((number, other)) }
            }
        }
        return pairs
    }

    // MARK: - Groups

    private func group(
        _ grouping: StudyEvaluation.Grouping, _ level: EvaluationRow.Level, _ transcript: Int, _ people: Set<Int>
    ) -> String? {
        switch grouping {
        case .assertion: return nil
        case .language:
            if level == .segment { return study.transcripts[transcript].language.code }
            let found = people.reduce(into: Set<String>()) { $0.formUnion(languages[study.respondents[$1].id] ?? []) }
            return found.isEmpty ? nil : found.sorted().joined(separator: " ")
        case .attribute(let name):
            let values = Set(people.compactMap { study.respondents[$0].attributes[name] }.filter { !$0.isEmpty })
            return values.count == 1 ? values.first : nil
        }
    }
}

extension EvaluationRow {
    fileprivate mutating func add(isTruth: Bool, isMatched: Bool) {
        if isTruth {
            truth += 1
            if isMatched { found += 1 }
        } else {
            proposed += 1
            if isMatched { correct += 1 }
        }
    }
}
