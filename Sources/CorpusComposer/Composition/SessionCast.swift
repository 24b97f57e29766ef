/// Who sits at the table: places in the speakers of a session.
struct SessionCast {
    /// The interviewer, or the moderator of a focus group.
    private(set) var asking = 0
    /// The interpreter, where there is one.
    private(set) var interpreter: Int?
    /// Those who answer, in the order of the session's profiles.
    private(set) var answering: [Int] = []
    /// The label for several at once, in focus groups.
    private(set) var several: Int?

    /// Gives the respondents of a session names and labels, and the session its speakers.
    init(_ session: inout Session, isInterpreted: Bool, random: inout SplitMix64) {
        let plan = session.plan
        let phrases = SessionPhrases.of(plan.language)
        let team = FirstNames.team(plan.language)
        let isGroup = plan.kind == .group
        let first = random.below(team.count)
        let asks = isGroup ? phrases.moderator : phrases.interviewer
        let letters = Self.letters[plan.language.position]
        let asking =
            switch session.form {
            case .initials: "INT"
            case .questionAnswer: letters.question
            case .numbered: asks
            case .markdown where isGroup: asks
            default: team[first]
            }
        session.speakers = [Session.Speaker(label: asking, role: isGroup ? "moderator" : "interviewer")]
        var taken: Set<String> = []
        for index in session.profiles.indices {
            let profile = session.profiles[index]
            let names = FirstNames.of(profile.country, profile.sex, plan.language)
            var name = random.element(of: names) ?? profile.id
            if taken.contains(name) { name = names.first { !taken.contains($0) } ?? profile.id }
            taken.insert(name)
            session.profiles[index].name = name
            session.profiles[index].label =
                switch session.form {
                case .initials: "R"
                case .questionAnswer: letters.answer
                case .numbered: phrases.respondent
                case .markdown where isGroup: "P\(index + 1)"
                default: name
                }
            answering.append(session.speakers.count)
            session.speakers.append(
                Session.Speaker(label: session.profiles[index].label, role: "respondent", profile: index))
        }
        if isInterpreted {
            interpreter = session.speakers.count
            session.speakers.append(Session.Speaker(label: phrases.interpreter, role: "interpreter"))
        }
        if isGroup {
            several = session.speakers.count
            session.speakers.append(Session.Speaker(label: phrases.several, role: "respondent", isCollective: true))
        }
    }

    /// The letters for question and answer: English, Dutch, French, Arabic, Turkish.
    private static let letters: [(question: String, answer: String)] = [
        ("Q", "A"), ("V", "A"), ("Q", "R"), ("س", "ج"), ("Soru", "Cevap"),
    ]
}
