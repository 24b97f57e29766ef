/// Whether a code's rules are in use.
public enum CodeStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Being written; its rules run.
    case draft
    /// In use.
    case active
    /// Kept for the record; its rules do not run.
    case retired
}

/// Which segment a hit codes.
public struct Mark: Hashable, Sendable, Codable {
    /// The unit that is marked.
    public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        /// From the first to the last token of the hit.
        case match
        /// The sentence or sentences the hit lies in: the default.
        case sentence
        /// The turn.
        case turn
        /// The answer.
        case answer
    }

    /// The unit that is marked.
    public var unit: Unit
    /// How many sentences on either side are added, within the turn.
    public var sentences: Int

    /// A mark of `unit`, and of so many sentences on either side.
    public init(_ unit: Unit, sentences: Int = 0) {
        self.unit = unit
        self.sentences = sentences
    }
}

/// A group of codes of which one segment takes only one.
public struct ExclusiveGroup: Hashable, Sendable, Codable {
    /// The name of the group.
    public var name: String
    /// The higher priority stays.
    public var priority: Int

    /// Membership of the group `name` with the given priority.
    public init(name: String, priority: Int) {
        self.name = name
        self.priority = priority
    }
}

/// A code or a theme of a codebook, with the guidance that human coders need and the rules that propose codings.
public struct Code: Hashable, Sendable, Codable, Identifiable {
    /// The dotted path, such as `protection.shelter`.
    public var id: String
    /// The name for people; the id where none is given.
    public var name: String
    /// Whether text can be coded with it; a theme only groups (REFI-QDA `isCodable`).
    public var isCodable: Bool
    /// What it means.
    public var definition: String?
    /// When to use it.
    public var useWhen: String?
    /// When not to use it.
    public var notWhen: String?
    /// Anchor examples for human coders, never run as tests.
    public var anchors: [String]
    /// A note.
    public var memo: String?
    /// A colour, as `#RRGGBB`.
    public var color: String?
    /// Whether its rules are in use.
    public var status: CodeStatus
    /// Which segment its hits code; `nil` for the sentence.
    public var mark: Mark?
    /// The scope of rules that name none.
    public var scope: Scope?
    /// Whose words are searched by rules that say nothing.
    public var speakers: SpeakerFilter?
    /// The group of codes of which a segment takes only one.
    public var exclusive: ExclusiveGroup?
    /// The sum of weights that the rules must reach in a scope.
    public var threshold: Double?
    /// Ids it had before.
    public var formerIDs: [String]
    /// The rules.
    public var rules: [Rule]
    /// The examples.
    public var examples: [Example]
    /// Where it is declared.
    public var source: SourceRange

    /// A code without rules; see the properties of the same names.
    public init(id: String, name: String, isCodable: Bool = true, source: SourceRange) {
        self.id = id
        self.name = name
        self.isCodable = isCodable
        self.anchors = []
        self.status = .active
        self.formerIDs = []
        self.rules = []
        self.examples = []
        self.source = source
    }
}
