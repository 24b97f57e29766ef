package import VerbatimModel

/// How often one code or theme was found: everything that `frequencies.csv` says of it, and what the report leads with.
///
/// Codings of codes under it are its own, and each respondent, transcript, turn and coding counts once.
package struct FrequencyRow: Hashable, Sendable {
    /// The id of the code or theme.
    package let code: Code.ID
    /// Its name for people.
    package let name: String
    /// Whether it only groups codes.
    package let isTheme: Bool
    /// Respondents with at least one coding, whatever its assertion.
    package let respondents: Int
    /// Those of ``respondents`` who were asked, of all who were asked: what the share is taken of.
    package let mentioned: Proportion
    /// Transcripts with at least one coding.
    package let transcripts: Int
    /// Turns in which at least one coding begins.
    package let turns: Int
    /// Codings.
    package let codings: Int
    /// Respondents with at least one coding that has an affirmed hit.
    package let affirmed: Int
    /// Respondents with at least one coding that has a negated hit.
    package let negated: Int
    /// Respondents with at least one coding that has a conditional hit.
    package let conditional: Int
    /// Respondents asked who uphold the finding, of all who were asked.
    ///
    /// They have at least one coding that is affirmed, or that is of a code whose rules ask for words in the negative
    /// or under a condition (``CodeHierarchy/isAssertionBound(_:)``): "does not intend to return" is upheld by saying no.
    package let upheld: Proportion
    /// Respondents asked who deny the finding, of all who were asked.
    ///
    /// They have at least one negated coding of a code that does not itself ask for such words. A respondent can
    /// uphold and deny.
    package let denied: Proportion

    /// How many were asked.
    package var asked: Int { mentioned.total }
    /// The share of those asked who have at least one coding; `nil` where nobody was asked.
    package var share: Double? { mentioned.share }
    /// The 95 % interval of ``share``; `nil` where nobody was asked.
    package var interval: ConfidenceInterval? { mentioned.interval }
}
