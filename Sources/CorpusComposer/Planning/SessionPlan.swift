/// What a session is before anything is said: whose, where, in which language.
struct SessionPlan: Sendable, Hashable {
    /// The kinds of sessions.
    enum Kind: Sendable, CaseIterable {
        /// An interview with a stakeholder.
        case stakeholder
        /// An interview with a migrant.
        case migrant
        /// A focus group of migrants.
        case group
    }

    var kind: Kind
    var country: StudyCountry
    var language: StudyLanguage
    /// The kind of migrants; `nil` for stakeholders.
    var migrants: MigrantGroup?
    /// How many respondents take part.
    var size: Int
    /// How many respondents the study has before this session.
    var firstRespondent: Int
    /// The number of the first respondent among those of the country and population, from 1.
    var number: Int
    /// The number of a focus group in its country, from 1; 0 for interviews.
    var groupNumber: Int
}
