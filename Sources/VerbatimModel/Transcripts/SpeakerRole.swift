/// What a speaker does in a transcript.
public enum SpeakerRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// Asks the questions of an interview.
    case interviewer
    /// Leads a focus group.
    case moderator
    /// Is interviewed: the only role whose words are coded unless a rule says otherwise.
    case respondent
    /// Speaks for a respondent in another language; the words count as that respondent's.
    case interpreter
    /// Is present, and neither asks nor is interviewed: a note taker, a guard, a child.
    case observer

    /// Whether the speaker asks the questions: interviewers and moderators.
    public var asks: Bool { self == .interviewer || self == .moderator }
    /// Whether the words are a respondent's: respondents and those who interpret for them.
    public var answers: Bool { self == .respondent || self == .interpreter }
}
