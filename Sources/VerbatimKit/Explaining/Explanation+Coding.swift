import VerbatimEngine
import VerbatimExport
import VerbatimModel

extension Explanation {
    /// Why a coding is there.
    ///
    /// - Parameters:
    ///   - coding: the coding, with what people decided applied.
    ///   - code: its code.
    ///   - reasons: what the rules found, or that none proposes it.
    ///   - decisions: the decisions that bear on it, in their order.
    ///   - speaker: who speaks.
    ///   - transcript: the transcript in words, such as `interviews/one, interview, en`.
    init(
        _ coding: Coding, of code: Code, reasons: [Outline], decisions: [Decision], speaker: Speaker?,
        transcript: String
    ) {
        var facts = [
            Fact("coding", "\(coding.id), \(coding.status.rawValue), by \(coding.coder)"),
            Fact("code", code.name == code.id ? coding.code : "\(coding.code)  \(code.name)"),
        ]
        if let definition = code.definition { facts.append(Fact("definition", definition)) }
        facts.append(Fact("transcript", transcript))
        facts.append(
            Fact("speaker", Self.person(speaker, label: coding.speaker, respondent: coding.respondent)))
        facts.append(Fact("turn", String(coding.turn)))
        let marked = coding.rules.isEmpty ? "as the coder was shown it" : Self.mark(of: code)
        facts.append(Fact("segment", "[\(coding.span.start), \(coding.span.end)], \(marked)"))
        facts.append(Fact("assertion", ConditionText.assertion(coding.assertion)))
        facts += decisions.map { Fact("decision", Self.words(of: $0)) }

        var data: [String: JSONValue] = [
            "coding": .string(coding.id), "status": .string(coding.status.rawValue), "coder": .string(coding.coder),
            "code": .string(coding.code), "name": .string(code.name),
            "definition": .string(code.definition), "transcript": .string(coding.transcript),
            "turn": .integer(coding.turn), "speaker": .string(coding.speaker),
            "role": .string(speaker?.role.rawValue), "respondent": .string(coding.respondent),
            "start": .integer(coding.span.start), "end": .integer(coding.span.end),
            "polarity": .string(coding.assertion.polarity.rawValue),
            "modality": .string(coding.assertion.modality.rawValue),
            "holder": .string(coding.assertion.holder.rawValue),
        ]
        data["evidence"] = .array(coding.evidence.map { TraceWords.json($0) })
        data["decisions"] = .array(decisions.map(Self.data))
        self.init(facts: facts, quote: Self.marked(coding), reasons: reasons, data: data)
    }

    /// What the rules found for a coding.
    static func reasons(of trace: CodingTrace) -> [Outline] {
        var reasons = trace.rules.map { RuleOutline.outline(of: $0) }
        let hits = trace.rules.reduce(0) { $0 + $1.hits.count }
        if hits > 1 {
            reasons.append(
                Outline(
                    "merging",
                    "\(hits) hits became one coding: their segments are the same or overlap",
                    data: ["hits": .integer(hits)]))
        }
        if let threshold = trace.threshold { reasons.append(RuleOutline.outline(of: threshold)) }
        return reasons + group(of: trace)
    }

    /// That a coding is a person's own.
    static func reasons(ofPerson coder: String) -> [Outline] {
        [Outline("person", "accepted by \(coder); no rule proposes it on these words", state: .met)]
    }

    /// A decision in words: `accepted by anna (decision 12, row 3 of sample 1): an answer to where did you sleep`.
    private static func words(of decision: Decision) -> String {
        var place = "decision \(decision.number)"
        if let row = decision.row { place += ", row \(row.number) of sample \(row.sample)" }
        var text = decision.outcome.rawValue
        if let changed = decision.changedCode { text += " from \(decision.code) to \(changed)" }
        let why = [decision.reason, decision.note].filter { !$0.isEmpty }.joined(separator: "; ")
        return "\(text) by \(decision.coder) (\(place))" + (why.isEmpty ? "" : ": \(why)")
    }

    private static func data(of decision: Decision) -> JSONValue {
        .object([
            "decision": .integer(decision.number), "outcome": .string(decision.outcome.rawValue),
            "coder": .string(decision.coder), "code": .string(decision.code),
            "changed_code": .string(decision.changedCode), "reason": .string(decision.reason),
            "note": .string(decision.note), "sample": decision.row.map { .integer($0.sample) } ?? .null,
            "row": decision.row.map { .integer($0.number) } ?? .null,
        ])
    }

    /// Who speaks, in words.
    static func person(_ speaker: Speaker?, label: String?, respondent: Respondent.ID?) -> String {
        guard let label = speaker?.label ?? label else { return "none: a text without speakers" }
        let role = speaker.map { " (\($0.role.rawValue))" } ?? ""
        let owner = respondent.map { ", respondent \($0)" } ?? ", no respondent"
        return label + role + owner
    }

    private static func mark(of code: Code) -> String {
        let mark = code.mark ?? Mark(.sentence)
        let more = mark.sentences > 0 ? " and \(TraceWords.counted(mark.sentences, "sentence")) on either side" : ""
        switch mark.unit {
        case .match: return "the match" + more
        case .sentence: return "the sentence" + more
        case .turn: return "the turn"
        case .answer: return "the answer"
        }
    }

    private static func group(of trace: CodingTrace) -> [Outline] {
        guard let group = trace.code.exclusive else { return [] }
        var outlines: [Outline] = []
        if let higher = trace.suppressedBy {
            outlines.append(
                Outline(
                    "suppressed",
                    "suppressed: \(higher.code) (coding \(higher.id)) has a higher priority in group \(group.name)",
                    state: .unmet, data: ["by": .string(higher.id), "group": .string(group.name)]))
        }
        for lower in trace.suppresses {
            outlines.append(
                Outline(
                    "suppresses",
                    "suppresses \(lower.code) (coding \(lower.id)), of a lower priority in group \(group.name)",
                    data: ["coding": .string(lower.id), "group": .string(group.name)]))
        }
        return outlines
    }
}
