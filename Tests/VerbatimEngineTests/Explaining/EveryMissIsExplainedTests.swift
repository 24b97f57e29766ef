import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// For random rules and texts, `why-not` agrees with what is coded, and always says why.
@Suite struct EveryMissIsExplainedTests {
    static let parts = 4
    static let casesPerPart = 150

    @Test(arguments: 0..<parts)
    func aRuleHasAnObstacleWhereAndOnlyWhereItDoesNotCode(part: Int) throws {
        for number in 0..<Self.casesPerPart {
            let seed = UInt64(part) << 32 | UInt64(number)
            var random = RandomCase(seed: seed)
            let session = random.session()
            let codebook = RandomProperties(seed: seed).decorated(random.codebook())
            var explainer = try Explainer(codebook, cues: RandomProperties.cues).read(
                session.transcript, respondents: RandomProperties.respondents, coder: "test")
            let codings = explainer.codings
            for code in codebook.codes {
                for turn in session.transcript.turns {
                    let found = explainer.whyNot(code: code.id, at: .turn(turn.number))
                    let trace = try #require(found, "seed \(seed)")
                    #expect(trace.rules.count == code.rules.count)
                    for miss in trace.rules {
                        if let fault = Self.fault(in: miss, trace) {
                            let place = "code \(code.id), turn \(turn.number), rule \(miss.rule.id)"
                            Issue.record("seed \(seed), \(place): \(fault)")
                            return
                        }
                    }
                    let span = OffsetMap(session.transcript.text).span(of: turn.range)
                    let isCoded = codings.contains { coding in
                        coding.code == code.id && coding.status == .proposed
                            && coding.evidence.contains { span.start <= $0.start && $0.end <= span.end }
                    }
                    if isCoded != trace.rules.contains(where: { $0.obstacles.isEmpty && $0.isAt(span, codings) }) {
                        Issue.record("seed \(seed), code \(code.id), turn \(turn.number): coded \(isCoded)")
                        return
                    }
                }
            }
        }
    }

    /// What does not fit together in what is said of a rule.
    private static func fault(in miss: RuleMiss, _ trace: PlaceTrace) -> String? {
        guard let tree = miss.tree else { return "no tree" }
        if tree.isMet == miss.obstacles.contains(.expression) { return "the tree and the obstacle disagree" }
        if !tree.isMet && tree.failures.isEmpty { return "no part failed" }
        if tree.isMet != (miss.nearness.found == miss.nearness.all && miss.nearness.distance == 0) {
            return "met and \(miss.nearness)"
        }
        if miss.obstacles.isEmpty {
            guard let coding = miss.coding, coding.status == .proposed else { return "no coding" }
            if !trace.codings.contains(coding) { return "its coding does not reach the turn" }
        }
        return nil
    }
}

extension RuleMiss {
    /// Whether the coding of the rule has evidence in a span.
    fileprivate func isAt(_ span: TextSpan, _ codings: [Coding]) -> Bool {
        coding?.evidence.contains { span.start <= $0.start && $0.end <= span.end } ?? false
    }
}
