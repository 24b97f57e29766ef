package import VerbatimModel

/// What keeps a rule from coding a place.
package enum Obstacle: Hashable, Sendable {
    /// The rule is for another language than the text's.
    case language(rule: Language, text: Language)
    /// The words are not searched: who speaks, and what was compared where speakers are chosen by attributes.
    case speaker(SpeakerRole?, [FilterTrace])
    /// The expression has no hit; its tree says where it fails.
    case expression
    /// There is a hit, but nothing was asked before.
    case nothingAsked
    /// There is a hit, but what was asked before does not fit; the tree says where.
    case notAsked(ExpressionTrace)
    /// There is a hit, but the filter does not hold.
    case filter([FilterTrace])
    /// There is a hit, but it is asserted otherwise than the guard wants.
    case guarded(Guard, HitTrace)
    /// There is a hit, but the rules that hit do not reach the threshold.
    case threshold(ThresholdTrace)
    /// There is a hit, which is weighed as evidence against the code.
    case negativeWeight
    /// It is coded, but a coding of a higher priority in the same group is kept.
    case suppressed(Coding, by: Coding?)
    /// There is a hit in the scope, but its coding does not reach the place.
    case codedElsewhere(Coding)
}

/// What became of one rule at a place.
package struct RuleMiss: Hashable, Sendable {
    /// The rule.
    package var rule: Rule
    /// Where all of the expression must be met.
    package var scope: Scope
    /// Whose words are searched.
    package var speakers: SpeakerFilter
    /// The expression in that scope, with all hits of each part; `nil` for a rule that is not tried.
    package var tree: ExpressionTrace?
    /// What keeps it from coding the place, in the order in which it is asked; empty where it does code it.
    package var obstacles: [Obstacle]
    /// The coding it has a part in.
    package var coding: Coding?
    /// How near it came.
    package var nearness: Nearness
}

/// Why a place is, or is not, given a code.
package struct PlaceTrace: Hashable, Sendable {
    /// The code.
    package var code: Code
    /// The transcript's id.
    package var transcript: Transcript.ID
    /// The number of the turn, from 1.
    package var turn: Int
    /// Who speaks; `nil` in a text without speakers.
    package var speaker: Speaker?
    /// Whose words they are.
    package var respondent: Respondent.ID?
    /// The words that are looked at, in Unicode scalars: the sentence around an offset, or the turn.
    package var span: TextSpan
    /// The words.
    package var quote: String
    /// The codings of the code that reach the place, suppressed ones too.
    package var codings: [Coding]
    /// Its rules, the nearest first.
    package var rules: [RuleMiss]
}
