import VerbatimEngine
import VerbatimModel

/// Conditions of rules in words.
enum ConditionText {
    /// Whose words are searched.
    static func speakers(_ speakers: SpeakerFilter) -> String {
        switch speakers {
        case .any: "everybody's words"
        case .roles(let roles) where roles.contains(.respondent):
            "the words of " + (roles.filter { $0 != .interpreter }.map { "\($0.rawValue)s" }).joined(separator: ", ")
                + " and of those who interpret for them"
        case .roles(let roles): "the words of " + roles.map { "\($0.rawValue)s" }.joined(separator: " and ")
        case .respondents(let filter): "the words of respondents with \(self.filter(filter))"
        }
    }

    /// A filter as a rule writes it.
    static func filter(_ filter: Filter) -> String {
        switch filter {
        case .comparison(let name, let comparison, let values): self.comparison(name, comparison, values)
        case .and(let parts): parts.map(part).joined(separator: " and ")
        case .or(let parts): parts.map(part).joined(separator: " or ")
        }
    }

    private static func part(_ filter: Filter) -> String {
        if case .comparison = filter { self.filter(filter) } else { "(\(self.filter(filter)))" }
    }

    private static func comparison(_ name: String, _ comparison: Filter.Comparison, _ values: [String]) -> String {
        comparison == .isIn
            ? "\(name) in (\(values.joined(separator: ", ")))"
            : "\(name) \(comparison.rawValue) \(values.first ?? "")"
    }

    /// A comparison and what it was compared with: `country = Iraq: it is Turkey`.
    static func comparison(_ trace: FilterTrace) -> String {
        let found = trace.value.isEmpty ? "there is none" : "it is \(trace.value)"
        return "\(comparison(trace.name, trace.comparison, trace.values)): \(found)"
    }

    /// A guard as a rule writes it.
    static func condition(_ condition: Guard) -> String {
        switch condition {
        case .only(let kinds): "only " + kinds.map(\.rawValue).joined(separator: " or ")
        case .unless(let kinds): "unless " + kinds.map(\.rawValue).joined(separator: " or ")
        }
    }

    /// An assertion: `negated, conditional`, and the holder where it is not the speaker.
    static func assertion(_ assertion: Assertion) -> String {
        let holder: String? =
            switch assertion.holder {
            case .self: nil
            case .other: "reported of others"
            case .mixed: "own and reported"
            }
        let polarity = assertion.polarity == .mixed ? "affirmed and negated" : assertion.polarity.rawValue
        let modality = assertion.modality == .mixed ? "put in several ways" : assertion.modality.rawValue
        return [polarity, modality, holder].compactMap(\.self).joined(separator: ", ")
    }

    /// A cue, and what became of it.
    static func cue(_ cue: CueTrace) -> String {
        let run = TracedRun(words: cue.words)
        let name = "\(cue.kind.rawValue) \(TraceWords.placed(run))"
        let side: String =
            switch cue.direction {
            case .before: "before"
            case .after: "behind"
            case .inside: "inside"
            case .around: "near"
            }
        switch cue.effect {
        case .questionMark: return "question: the sentence ends in a question mark"
        case .inside: return "\(name) is part of the evidence"
        case .applies(let between):
            return "\(name) stands \(side) the words, \(TraceWords.counted(between, "token")) between"
        case .stopped(let stop): return "\(name) does not reach the words: \(TraceWords.placed(stop)) stops it"
        case .covered(let pseudo): return "\(name) does not count: \(TraceWords.placed(pseudo)) only looks like a cue"
        case .tooFar(let between, let window):
            return
                "\(name) is too far from the words: \(TraceWords.counted(between, "token")) between, its window is "
                + "\(window)"
        }
    }

    /// A weight without needless digits.
    static func number(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
