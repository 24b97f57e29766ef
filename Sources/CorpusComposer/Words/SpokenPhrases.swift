/// The spoken part of ``SessionPhrases``, counted once for all sessions.
struct SpokenPhrases: Sendable {
    let language: StudyLanguage
    let openings: [(CountedText, CountedText)]
    let closings: [(CountedText, CountedText)]
    let prompts: [(CountedText, CountedText)]
    let passes: [CountedText]
    let interjections: [CountedText]
    let choruses: [CountedText]

    /// The phrases of a language.
    static func of(_ language: StudyLanguage) -> SpokenPhrases { all[language.position] }

    private static let all = StudyLanguage.allCases.map(SpokenPhrases.init)

    private init(_ language: StudyLanguage) {
        let phrases = SessionPhrases.of(language)
        func counted(_ pairs: [(String, String)]) -> [(CountedText, CountedText)] {
            pairs.map { (CountedText($0.0), CountedText($0.1)) }
        }
        self.language = language
        openings = counted(phrases.openings)
        closings = counted(phrases.closings)
        prompts = counted(phrases.prompts)
        passes = phrases.passes.map(CountedText.init)
        interjections = phrases.interjections.map(CountedText.init)
        choruses = phrases.choruses.map(CountedText.init)
    }
}
