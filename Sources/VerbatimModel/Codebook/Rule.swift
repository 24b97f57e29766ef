/// The run of text within which all of an expression must be met.
public enum Scope: String, Hashable, Sendable, Codable, CaseIterable {
    /// One sentence: the default.
    case sentence
    /// One paragraph of a turn.
    case paragraph
    /// One turn.
    case turn
    /// What one respondent says between one interviewer turn and the next.
    case answer
    /// Everything that the chosen speakers say.
    case transcript
}

/// An assertion that a guard or an example can ask for.
public enum AssertionKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Polarity affirmed.
    case affirmed
    /// Polarity negated.
    case negated
    /// Modality hedged.
    case hedged
    /// Modality conditional.
    case conditional
    /// Modality question.
    case question
    /// Holder other.
    case reported
}

/// What a rule asks of a hit's assertion.
public enum Guard: Hashable, Sendable, Codable {
    /// The hit must be asserted in one of these ways.
    case only([AssertionKind])
    /// The hit must be asserted in none of these ways.
    case unless([AssertionKind])
}

/// A condition on attributes of respondent and transcript, and on the guide's questions and sections.
public indirect enum Filter: Hashable, Sendable, Codable {
    /// How a value is compared.
    public enum Comparison: String, Hashable, Sendable, Codable {
        /// Equal, without regard to case and marks.
        case equal = "="
        /// Not equal.
        case notEqual = "!="
        /// Less, as numbers where both are, else as text.
        case less = "<"
        /// Less or equal.
        case lessOrEqual = "<="
        /// Greater.
        case greater = ">"
        /// Greater or equal.
        case greaterOrEqual = ">="
        /// Equal to one of several.
        case isIn = "in"
    }

    /// One attribute compared with a value, or with several for ``Comparison/isIn``.
    case comparison(name: String, Comparison, values: [String])
    /// All must hold.
    case and([Filter])
    /// One must hold.
    case or([Filter])
}

/// Whose words a rule searches.
public enum SpeakerFilter: Hashable, Sendable, Codable {
    /// Those with one of these roles. Interpreters speak for respondents and are searched with them.
    case roles([SpeakerRole])
    /// Everybody's.
    case any
    /// Respondents whose attributes meet a condition.
    case respondents(Filter)

    /// What is searched where nothing is said: respondents, and those who interpret for them.
    public static let respondents: SpeakerFilter = .roles([.respondent, .interpreter])
}

/// One rule of a code: `rule [ID] [LANG]: EXPRESSION [in SCOPE] [, GUARD]... [, where FILTER] [, weight W]`.
public struct Rule: Hashable, Sendable, Codable {
    /// The id given in the file, else `rN` for the Nth rule of the code.
    public var id: String
    /// The language it applies to; `nil` for all.
    public var language: Language?
    /// What it looks for.
    public var expression: Expression
    /// Where all of the expression must be met; `nil` for the code's, else the sentence.
    public var scope: Scope?
    /// Whose words it searches; `nil` for the code's, else respondents.
    public var speakers: SpeakerFilter?
    /// What it asks of a hit's assertion; all must hold.
    public var guards: [Guard]
    /// What the interviewer turns just before the answer must hold.
    public var asked: Expression?
    /// What it asks of attributes, question and section.
    public var filter: Filter?
    /// How much a hit counts towards the code's threshold.
    public var weight: Double
    /// The rule as written, on one line.
    public var text: String
    /// Where it stands.
    public var source: SourceRange

    /// A rule; see the properties of the same names.
    public init(
        id: String, language: Language? = nil, expression: Expression, scope: Scope? = nil,
        speakers: SpeakerFilter? = nil, guards: [Guard] = [], asked: Expression? = nil, filter: Filter? = nil,
        weight: Double = 1, text: String, source: SourceRange
    ) {
        self.id = id
        self.language = language
        self.expression = expression
        self.scope = scope
        self.speakers = speakers
        self.guards = guards
        self.asked = asked
        self.filter = filter
        self.weight = weight
        self.text = text
        self.source = source
    }
}
