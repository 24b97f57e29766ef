import VerbatimEngine
import VerbatimExport
import VerbatimModel

extension Explanation {
    /// Why a coding is there.
    ///
    /// - Parameters:
    ///   - trace: what the engine found.
    ///   - speaker: who speaks.
    ///   - transcript: the transcript in words, such as `interviews/one, interview, en`.
    init(_ trace: CodingTrace, speaker: Speaker?, transcript: String) {
        let coding = trace.coding
        var facts = [
            Fact("coding", "\(coding.id), \(coding.status.rawValue), by \(coding.coder)"),
            Fact("code", trace.code.name == trace.code.id ? coding.code : "\(coding.code)  \(trace.code.name)"),
        ]
        if let definition = trace.code.definition { facts.append(Fact("definition", definition)) }
        facts.append(Fact("transcript", transcript))
        facts.append(
            Fact("speaker", Self.person(speaker, label: coding.speaker, respondent: coding.respondent)))
        facts.append(Fact("turn", String(coding.turn)))
        facts.append(Fact("segment", "[\(coding.span.start), \(coding.span.end)], \(Self.mark(of: trace.code))"))
        facts.append(Fact("assertion", ConditionText.assertion(coding.assertion)))

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
        reasons += Self.group(of: trace)

        var data: [String: JSONValue] = [
            "coding": .string(coding.id), "status": .string(coding.status.rawValue), "coder": .string(coding.coder),
            "code": .string(coding.code), "name": .string(trace.code.name),
            "definition": .string(trace.code.definition), "transcript": .string(coding.transcript),
            "turn": .integer(coding.turn), "speaker": .string(coding.speaker),
            "role": .string(speaker?.role.rawValue), "respondent": .string(coding.respondent),
            "start": .integer(coding.span.start), "end": .integer(coding.span.end),
            "polarity": .string(coding.assertion.polarity.rawValue),
            "modality": .string(coding.assertion.modality.rawValue),
            "holder": .string(coding.assertion.holder.rawValue),
        ]
        data["evidence"] = .array(coding.evidence.map { TraceWords.json($0) })
        self.init(facts: facts, quote: Self.marked(coding), reasons: reasons, data: data)
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
