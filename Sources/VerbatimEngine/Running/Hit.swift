package import VerbatimModel

/// A run of tokens that satisfies a rule, before any marking.
package struct Hit: Sendable, Hashable {
    /// The index of the rule in its code.
    package var rule: Int
    /// The rule's id.
    package var ruleID: String
    /// The number of the turn of the first token, from 1.
    package var turn: Int
    /// The label of the speaker of that turn; `nil` in a text without speakers.
    package var speaker: String?
    /// Whose words they are; `nil` where they are the group's or nobody's.
    package var respondent: Respondent.ID?
    /// From the first to the last token, in UTF-8 offsets of the canonical text.
    package var range: ByteRange
    /// The evidence tokens, in order, in UTF-8 offsets.
    package var evidence: [ByteRange]
    /// How it is asserted.
    package var assertion: Assertion

    /// The run in Unicode scalars, by a map of the transcript's text.
    package func span(in map: OffsetMap) -> TextSpan { map.span(of: range) }

    /// The evidence tokens in Unicode scalars, by a map of the transcript's text.
    package func evidenceSpans(in map: OffsetMap) -> [TextSpan] { evidence.map(map.span(of:)) }
}
