import VerbatimModel
import VerbatimText

/// Answers, for one transcript, whether a turn meets the filters and speaker filters of the rules.
struct TurnConditions {
    let rules: RuleTables
    let transcript: Transcript
    let respondents: [Respondent.ID: Respondent]
    /// For each filter and turn: not asked yet, no, yes.
    private var known: [[Bool?]]

    init(_ rules: RuleTables, _ transcript: Transcript, _ respondents: [Respondent.ID: Respondent]) {
        self.rules = rules
        self.transcript = transcript
        self.respondents = respondents
        known = Array(repeating: [], count: rules.filters.count)
    }

    /// Whether a turn meets a filter of ``RuleTables/filters``.
    mutating func meets(filter: Int, turn: Int) -> Bool {
        if known[filter].isEmpty { known[filter] = Array(repeating: nil, count: transcript.turns.count) }
        if let answer = known[filter][turn] { return answer }
        let answer = meets(rules.filters[filter], transcript.turns[turn])
        known[filter][turn] = answer
        return answer
    }

    /// Whether the words of a turn are searched by a speaker filter of ``RuleTables/speakerFilters``.
    ///
    /// A turn without a speaker belongs to a text without speakers, which is searched whole.
    func admits(speakers: Int, turn: Int) -> Bool {
        let turn = transcript.turns[turn]
        guard let speaker = transcript.speaker(of: turn) else { return true }
        switch rules.speakerFilters[speakers] {
        case .any:
            return true
        case .roles(let roles):
            return roles.contains(speaker.role) || speaker.role == .interpreter && roles.contains(.respondent)
        case .respondents(let filter):
            return speaker.role.answers && meets(filter, turn)
        }
    }

    private func meets(_ filter: Filter, _ turn: Turn) -> Bool {
        switch filter {
        case .and(let parts): parts.allSatisfy { meets($0, turn) }
        case .or(let parts): parts.contains { meets($0, turn) }
        case .comparison(let name, let comparison, let values):
            FilterComparison.holds(comparison, value: value(of: name, turn), values)
        }
    }

    /// The value of a name: of the respondent's attribute, else the transcript's, else what the program itself knows;
    /// empty where there is none.
    func value(of name: String, _ turn: Turn) -> String {
        let respondent = turn.respondent.flatMap { respondents[$0] }
        if let value = respondent?.attributes.value(folding: name) { return value }
        if let value = transcript.attributes.value(folding: name) { return value }
        switch Folding.fold(name) {
        case "kind": return transcript.kind.rawValue
        case "language": return transcript.language.code
        case "transcript": return transcript.id
        case "question": return turn.question ?? ""
        case "section": return turn.section ?? ""
        case "role": return transcript.speaker(of: turn)?.role.rawValue ?? ""
        case "speaker": return transcript.speaker(of: turn)?.label ?? ""
        case "respondent": return turn.respondent ?? ""
        default: return ""
        }
    }
}

/// How values are compared in `where` and `speakers`.
enum FilterComparison {
    /// Whether a comparison holds between a value and those written in the rule.
    ///
    /// Equality is of the folded texts, without white space at either end. Order is that of numbers where both are
    /// numbers, else of the folded texts.
    static func holds(_ comparison: Filter.Comparison, value: String, _ values: [String]) -> Bool {
        let value = folded(value)
        let others = values.map(folded)
        guard let other = others.first else { return false }
        switch comparison {
        case .equal: return value == other
        case .notEqual: return value != other
        case .isIn: return others.contains(value)
        case .less: return isLess(value, other)
        case .lessOrEqual: return !isLess(other, value)
        case .greater: return isLess(other, value)
        case .greaterOrEqual: return !isLess(value, other)
        }
    }

    private static func isLess(_ left: String, _ right: String) -> Bool {
        if let left = Double(left), let right = Double(right) { return left < right }
        return left < right
    }

    private static func folded(_ text: String) -> String {
        let trimmed = text.drop { $0.isWhitespace }
        let end = trimmed.lastIndex { !$0.isWhitespace }
        return Folding.fold(end.map { String(trimmed[...$0]) } ?? "")
    }
}

extension Attributes {
    /// The value of a name, written so or in other case.
    fileprivate func value(folding name: String) -> String? {
        if let value = self[name] { return value }
        let folded = Folding.fold(name)
        return names.first { Folding.fold($0) == folded }.flatMap { self[$0] }
    }
}
