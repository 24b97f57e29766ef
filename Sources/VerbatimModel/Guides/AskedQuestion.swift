/// That a respondent was asked a question of the guide, and where.
public struct AskedQuestion: Hashable, Sendable, Codable {
    /// By what the question was recognised.
    public enum Match: String, Hashable, Sendable, Codable, CaseIterable {
        /// By its number, in the transcript or in the interviewer's turn.
        case number
        /// By its wording.
        case wording
    }

    /// The id of the question.
    public var question: String
    /// The respondent: in a focus group, everybody who speaks in it.
    public var respondent: Respondent.ID
    /// The transcript's id.
    public var transcript: Transcript.ID
    /// The number of the turn in which it was first asked there.
    public var turn: Int
    /// By what it was recognised.
    public var match: Match
    /// How much of the wording's weight was found, from 0 to 1; 1 for a number.
    public var similarity: Double

    /// A question asked; see the properties of the same names.
    public init(
        question: String, respondent: Respondent.ID, transcript: Transcript.ID, turn: Int, match: Match,
        similarity: Double
    ) {
        self.question = question
        self.respondent = respondent
        self.transcript = transcript
        self.turn = turn
        self.match = match
        self.similarity = similarity
    }
}
