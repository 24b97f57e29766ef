/// A word or phrase that changes how a hit is asserted (section 5 of the codebook language).
public struct Cue: Hashable, Sendable, Codable {
    /// What a cue does.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Makes a hit negated.
        case negation
        /// Makes it hedged.
        case hedge
        /// Makes it conditional.
        case conditional
        /// Makes it a question.
        case question
        /// Makes its holder other: somebody else's view, plan or words.
        case reported
        /// Looks like a cue and is none ("not only"): cues inside it do not count.
        case pseudo
        /// Ends the reach of a cue ("but").
        case stop
    }

    /// Where a cue stands from the hit it changes.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// The cue stands before the hit.
        case before
        /// The cue stands behind the hit.
        case after
        /// The cue is part of a token of the hit, as Turkish negation is part of the verb.
        case inside
        /// The cue stands on either side.
        case around
    }

    /// What it does.
    public var kind: Kind
    /// Where it stands; ``Direction/around`` for pseudo-cues and stops, which have no direction.
    public var direction: Direction
    /// How many tokens may stand between the cue and the hit; `nil` for the default window.
    public var window: Int?
    /// The language it belongs to; `nil` for all.
    public var language: Language?
    /// The words: a term of one token or a phrase.
    public var term: Term
    /// Where it stands.
    public var source: SourceRange

    /// A cue; see the properties of the same names.
    public init(
        kind: Kind, direction: Direction, window: Int? = nil, language: Language? = nil, term: Term,
        source: SourceRange
    ) {
        self.kind = kind
        self.direction = direction
        self.window = window
        self.language = language
        self.term = term
        self.source = source
    }
}
