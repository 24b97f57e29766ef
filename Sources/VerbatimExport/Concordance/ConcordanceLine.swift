package import VerbatimModel

/// One hit with what stands around it: a line of a concordance (key word in context).
package struct ConcordanceLine: Hashable, Sendable {
    /// The transcript's id.
    package var transcript: Transcript.ID
    /// The number of the turn, from 1.
    package var turn: Int
    /// The label of the speaker; `nil` in a text without speakers.
    package var speaker: String?
    /// Whose words they are; `nil` where they are the group's or nobody's.
    package var respondent: Respondent.ID?
    /// What is said just before the hit, with the space between.
    package var before: String
    /// The words of the hit.
    package var match: String
    /// What is said just behind the hit, with the space between.
    package var after: String

    /// A line; see the properties of the same names.
    package init(
        transcript: Transcript.ID, turn: Int, speaker: String?, respondent: Respondent.ID?, before: String,
        match: String, after: String
    ) {
        self.transcript = transcript
        self.turn = turn
        self.speaker = speaker
        self.respondent = respondent
        self.before = before
        self.match = match
        self.after = after
    }
}
