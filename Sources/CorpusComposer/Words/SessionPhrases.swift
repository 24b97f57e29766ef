/// What is said in every interview and belongs to no code: greetings, prompts, short answers; and the words of labels.
struct SessionPhrases: Sendable {
    /// What the interviewer opens with, and the answer.
    var openings: [(String, String)]
    /// What the interviewer closes with, and the answer.
    var closings: [(String, String)]
    /// Prompts, and the short answers to them.
    var prompts: [(String, String)]
    /// What is answered where nothing comes to mind.
    var passes: [String]
    /// What another participant of a focus group throws in.
    var interjections: [String]
    /// What several say at once.
    var choruses: [String]
    /// The headings of the four sections: the person, needs, leaving, going back.
    var sections: [String]
    /// The labels of an interviewer, a respondent, a moderator, an interpreter and of several at once.
    var interviewer: String
    var respondent: String
    var moderator: String
    var interpreter: String
    var several: String
    /// What stands above a transcript that has no header, before the respondent's id.
    var title: String
}
