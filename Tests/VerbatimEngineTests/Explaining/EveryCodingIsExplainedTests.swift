import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// The explainer goes its own way through the rules; it must find what the engine finds, and explain all of it.
@Suite struct EveryCodingIsExplainedTests {
    static let parts = 4
    static let casesPerPart = 300

    @Test(arguments: 0..<parts)
    func explanationsOfRandomRulesGiveTheEvidenceAndTheAssertion(part: Int) throws {
        var explainedCodings = 0
        for number in 0..<Self.casesPerPart {
            let seed = UInt64(part) << 32 | UInt64(number)
            var random = RandomCase(seed: seed)
            let session = random.session()
            let codebook = RandomProperties(seed: seed).decorated(random.codebook())
            let cues = RandomProperties.cues
            let coded = Matcher(try CompiledRules(codebook, cues: cues)).code(
                session.transcript, respondents: RandomProperties.respondents, coder: "test")
            var explainer = try Explainer(codebook, cues: cues).read(
                session.transcript, respondents: RandomProperties.respondents, coder: "test")
            try #require(explainer.codings == coded.codings, "seed \(seed)")
            for coding in coded.codings {
                let explained = explainer.explain(coding)
                let trace = try #require(explained, "seed \(seed), \(coding.code)")
                explainedCodings += 1
                let faults = ExplanationCheck.faults(of: trace)
                if !faults.isEmpty {
                    Issue.record(
                        """
                        seed \(seed), code \(coding.code), \(coding.span): \(faults)
                        rules \(trace.rules.map { $0.rule.expression.written })
                        text \(session.transcript.text)
                        """)
                    return
                }
            }
        }
        #expect(explainedCodings > Self.casesPerPart, "too few codings to say anything")
    }
}

/// Compares an explanation with the coding that it explains.
enum ExplanationCheck {
    /// What does not agree, in words.
    static func faults(of trace: CodingTrace) -> [String] {
        var faults: [String] = []
        let coding = trace.coding
        let evidence = Set(trace.rules.flatMap(\.trees).flatMap(evidence(of:)))
        if evidence != Set(coding.evidence) { faults.append("evidence \(evidence.sorted()) is not \(coding.evidence)") }
        if trace.rules.map(\.rule.id) != coding.rules { faults.append("rules \(trace.rules.map(\.rule.id))") }
        let hits = trace.rules.flatMap(\.hits)
        let assertion = hits.dropFirst().reduce(hits.first?.assertion) { $0?.combined(with: $1.assertion) }
        if assertion != coding.assertion { faults.append("assertion") }
        for hit in hits where byCues(hit) != hit.assertion {
            faults.append("cues \(hit.cues) give not \(hit.assertion)")
        }
        if hits.map(\.segment.start).min() != coding.span.start || hits.map(\.segment.end).max() != coding.span.end {
            faults.append("segments")
        }
        for rule in trace.rules where (rule.rule.asked != nil) != (rule.asked != nil) { faults.append("asked") }
        for rule in trace.rules where rule.trees.contains(where: { !isWhole($0) }) { faults.append("an unmet node") }
        if (coding.status == .suppressed) != (trace.suppressedBy != nil) { faults.append("suppressed") }
        if let threshold = trace.threshold, threshold.sum < threshold.threshold { faults.append("threshold") }
        return faults
    }

    /// The evidence tokens of the terms of a tree.
    private static func evidence(of node: ExpressionTrace) -> [TextSpan] {
        guard node.role == .evidence else { return [] }
        if case .expression(let expression) = node.content, case .term = expression.form {
            return node.runs.flatMap(\.words).map(\.span)
        }
        return node.children.flatMap(evidence)
    }

    /// Whether every node is met, and every list that made evidence names its items.
    private static func isWhole(_ node: ExpressionTrace) -> Bool {
        if !node.isMet || (node.role != .exclusion && node.runs.isEmpty) { return false }
        if case .expression(let expression) = node.content, case .term(.list) = expression.form,
            node.role != .exclusion, node.children.isEmpty
        {
            return false
        }
        return node.children.allSatisfy(isWhole)
    }

    /// The assertion that the cues of a hit alone give it.
    private static func byCues(_ hit: HitTrace) -> Assertion {
        let kinds = Set(hit.cues.filter(\.applies).map(\.kind))
        let modality: Modality =
            kinds.contains(.question)
            ? .question : kinds.contains(.conditional) ? .conditional : kinds.contains(.hedge) ? .hedged : .stated
        return Assertion(
            polarity: kinds.contains(.negation) ? .negated : .affirmed, modality: modality,
            holder: kinds.contains(.reported) ? .other : .self)
    }
}
