import VerbatimEngine
import VerbatimExport
import VerbatimModel

extension Explanation {
    /// Why a place is not given a code, by each rule, the nearest miss first.
    ///
    /// - Parameter trace: what the engine found.
    init(_ trace: PlaceTrace) {
        var facts = [
            Fact("code", trace.code.name == trace.code.id ? trace.code.id : "\(trace.code.id)  \(trace.code.name)"),
            Fact("transcript", "\(trace.transcript), turn \(trace.turn)"),
            Fact("speaker", Self.person(trace.speaker, label: nil, respondent: trace.respondent)),
            Fact("words", "[\(trace.span.start), \(trace.span.end)]"),
        ]
        for coding in trace.codings {
            facts.append(
                Fact(
                    "coded",
                    "it is coded (\(coding.status.rawValue)): verbatim explain \(coding.id)"))
        }
        if trace.codings.isEmpty { facts.append(Fact("coded", Self.verdict(of: trace))) }
        let data: [String: JSONValue] = [
            "code": .string(trace.code.id), "transcript": .string(trace.transcript), "turn": .integer(trace.turn),
            "speaker": .string(trace.speaker?.label), "role": .string(trace.speaker?.role.rawValue),
            "respondent": .string(trace.respondent), "start": .integer(trace.span.start),
            "end": .integer(trace.span.end), "codings": .array(trace.codings.map { .string($0.id) }),
        ]
        self.init(
            facts: facts, quote: trace.quote, reasons: trace.rules.map { Self.outline(of: $0, turn: trace.turn) },
            data: data)
    }

    private static func verdict(of trace: PlaceTrace) -> String {
        if let nearest = trace.rules.first { return "no; the nearest of its rules is \(nearest.rule.id)" }
        if !trace.code.isCodable { return "no: it is a theme, which only groups; ask for a code under it" }
        if trace.code.status == .retired { return "no: the code is retired, so its rules do not run" }
        return "no: the code has no rules"
    }

    private static func outline(of miss: RuleMiss, turn: Int) -> Outline {
        var outline = RuleOutline.head(of: miss.rule, scope: miss.scope, speakers: miss.speakers)
        let expression = ExpressionOutline(scope: miss.scope, turn: turn)
        outline.state = miss.obstacles.isEmpty ? .met : .unmet
        outline.text += "  (\(miss.nearness.found) of \(TraceWords.counted(miss.nearness.all, "term")) found)"
        outline.data["found"] = .integer(miss.nearness.found)
        outline.data["terms"] = .integer(miss.nearness.all)
        outline.data["tokens_off"] = .integer(miss.nearness.distance)
        for obstacle in miss.obstacles {
            outline.children += self.outlines(of: obstacle, miss: miss, expression)
        }
        if miss.obstacles.isEmpty {
            let id = miss.coding.map { ": verbatim explain \($0.id)" } ?? ""
            outline.children.append(Outline("coded", "it codes this place\(id)", state: .met))
        }
        // Where no term was found, the tree says nothing that the line does not.
        if let tree = miss.tree, miss.nearness.found > 0 { outline.children.append(expression.outline(of: tree)) }
        return outline
    }

    private static func outlines(of obstacle: Obstacle, miss: RuleMiss, _ expression: ExpressionOutline) -> [Outline] {
        func obstacleLine(_ reason: String, _ text: String, data: [String: JSONValue] = [:]) -> Outline {
            Outline(
                "obstacle", text, state: .unmet, data: data.merging(["reason": .string(reason)]) { first, _ in first })
        }
        switch obstacle {
        case .language(let rule, let text):
            return [obstacleLine("language", "the rule is for \(rule.code), the paragraph is \(text.code)")]
        case .speaker(let role, let filters):
            let failed = filters.filter { !$0.isMet }.map { ConditionText.comparison($0) }
            let who = failed.isEmpty ? "the speaker is the \(role?.rawValue ?? "")" : failed.joined(separator: "; ")
            return [
                obstacleLine(
                    "speaker", "\(who), and the rule searches \(ConditionText.speakers(miss.speakers))")
            ]
        case .expression:
            let failures = miss.tree.map { expression.failures(of: $0) } ?? []
            return failures.map { obstacleLine("expression", $0) }
        case .nothingAsked:
            return [obstacleLine("asked", "nothing was asked before this answer")]
        case .notAsked(let tree):
            let asked = ExpressionOutline(scope: .sentence)
            var line = obstacleLine(
                "asked", "what was asked before does not fit: \(asked.failures(of: tree).joined(separator: "; "))")
            line.children = [asked.outline(of: tree)]
            return [line]
        case .filter(let filters):
            return filters.filter { !$0.isMet }.map { obstacleLine("where", "where \(ConditionText.comparison($0))") }
        case .guarded(let condition, let hit):
            var line = obstacleLine(
                "guard", "\(ConditionText.condition(condition)): it is \(ConditionText.assertion(hit.assertion))")
            line.children = [RuleOutline.outline(of: hit)]
            return [line]
        case .threshold(let threshold):
            var line = RuleOutline.outline(of: threshold)
            line.data["reason"] = .string("threshold")
            return [line]
        case .negativeWeight:
            return [
                obstacleLine(
                    "weight", "its weight is negative: it is evidence against the code, and never codes by itself")
            ]
        case .suppressed(let coding, let higher):
            let by = higher.map { " by \($0.code) (coding \($0.id))" } ?? ""
            return [
                obstacleLine(
                    "suppressed", "coding \(coding.id) is suppressed\(by) in their exclusive group",
                    data: ["coding": .string(coding.id), "by": .string(higher?.id)])
            ]
        case .codedElsewhere(let coding):
            return [
                obstacleLine(
                    "elsewhere",
                    "it hits in the same \(miss.scope.rawValue), but codes [\(coding.span.start), \(coding.span.end)]: "
                        + "verbatim explain \(coding.id)", data: ["coding": .string(coding.id)])
            ]
        }
    }
}
