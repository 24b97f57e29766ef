import VerbatimEngine
import VerbatimExport
import VerbatimModel

/// What a rule found, as people and as programs read it.
enum RuleOutline {
    /// A rule's part in a coding.
    static func outline(of trace: RuleTrace) -> Outline {
        var outline = head(of: trace.rule, scope: trace.scope, speakers: trace.speakers)
        outline.children = trace.trees.map { ExpressionOutline(scope: trace.scope).outline(of: $0) }
        for filter in trace.filters { outline.children.append(self.outline(of: filter)) }
        if let asked = trace.asked {
            outline.children.append(
                Outline(
                    "asked", "asked before", state: .met,
                    children: [ExpressionOutline(scope: .sentence).outline(of: asked)]))
        }
        outline.children += trace.hits.map { hit in
            var outline = self.outline(of: hit)
            outline.children += trace.rule.guards.map {
                Outline("guard", ConditionText.condition($0), state: .met)
            }
            return outline
        }
        return outline
    }

    /// A rule: where it is written, and what it asks.
    static func head(of rule: Rule, scope: Scope, speakers: SpeakerFilter) -> Outline {
        let place = "\(rule.source.path):\(rule.source.start.line)"
        let language = rule.language.map { ", \($0.code) only" } ?? ""
        return Outline(
            "rule", "rule \(rule.id)  \(place)",
            notes: [rule.text, "in each \(scope.rawValue) of \(ConditionText.speakers(speakers))\(language)"],
            data: [
                "rule": .string(rule.id), "path": .string(rule.source.path),
                "line": .integer(rule.source.start.line), "expression": .string(rule.text),
                "scope": .string(scope.rawValue), "speakers": .string(ConditionText.speakers(speakers)),
                "language": .string(rule.language?.code), "weight": .number(rule.weight),
            ])
    }

    /// A hit and what its assertion was found by.
    static func outline(of hit: HitTrace) -> Outline {
        Outline(
            "hit", "hit \(TraceWords.placed(hit.run)): \(ConditionText.assertion(hit.assertion))",
            data: [
                "words": TraceWords.json(hit.run.words), "segment": TraceWords.json(hit.segment),
                "polarity": .string(hit.assertion.polarity.rawValue),
                "modality": .string(hit.assertion.modality.rawValue), "holder": .string(hit.assertion.holder.rawValue),
            ],
            children: hit.cues.map { outline(of: $0) })
    }

    private static func outline(of cue: CueTrace) -> Outline {
        let effect: String =
            switch cue.effect {
            case .applies, .inside, .questionMark: "applies"
            case .stopped: "stopped"
            case .covered: "pseudo"
            case .tooFar: "too-far"
            }
        var data: [String: JSONValue] = [
            "cue": .string(cue.kind.rawValue), "direction": .string(cue.direction.rawValue),
            "words": TraceWords.json(cue.words), "effect": .string(effect),
        ]
        switch cue.effect {
        case .applies(let between), .tooFar(let between, _): data["between"] = .integer(between)
        case .stopped(let by), .covered(let by): data["by"] = TraceWords.json(by.words)
        case .inside, .questionMark: break
        }
        return Outline("cue", "cue: \(ConditionText.cue(cue))", data: data)
    }

    /// A comparison of an attribute.
    static func outline(of filter: FilterTrace) -> Outline {
        Outline(
            "where", "where \(ConditionText.comparison(filter))", state: filter.isMet ? .met : .unmet,
            data: ["name": .string(filter.name), "value": .string(filter.value)])
    }

    /// A threshold and what was reached.
    static func outline(of threshold: ThresholdTrace) -> Outline {
        let sum = threshold.shares.map { "\($0.rule) \(ConditionText.number($0.weight))" }.joined(separator: " + ")
        let isMet = threshold.sum >= threshold.threshold
        return Outline(
            "threshold",
            "threshold \(ConditionText.number(threshold.threshold)) in the \(threshold.scope.rawValue): "
                + "reached \(ConditionText.number(threshold.sum)) (\(sum))",
            state: isMet ? .met : .unmet,
            data: [
                "threshold": .number(threshold.threshold), "reached": .number(threshold.sum),
                "scope": .string(threshold.scope.rawValue),
            ])
    }
}
