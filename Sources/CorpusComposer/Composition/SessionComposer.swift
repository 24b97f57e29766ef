/// Holds the sessions of a study: who takes part, what they talk of, in which order.
///
/// A session depends on the bank, the seed and its index only.
struct SessionComposer: Sendable {
    let bank: PassageBank
    let plan: StudyPlan
    let seed: UInt64
    /// Whether sessions stand in folders of a thousand.
    let hasManyFiles: Bool
    private let pools: [PassagePool.Key: PassagePool]

    init(bank: PassageBank, plan: StudyPlan, seed: UInt64) {
        self.bank = bank
        self.plan = plan
        self.seed = seed
        hasManyFiles = plan.respondents > 20_000
        var pools: [PassagePool.Key: PassagePool] = [:]
        // A block has all kinds of people that there are, and a tail has no others.
        for index in 0..<min(plan.sessionCount, StudyPlan.blockRespondents) {
            let session = plan[index]
            for sex in [nil, Sex.female, Sex.male] {
                let key = PassagePool.Key(
                    language: session.language, country: session.country, group: session.migrants, interpreted: sex)
                if pools[key] == nil { pools[key] = PassagePool(key, of: bank.passages) }
            }
        }
        self.pools = pools
    }

    /// The session at an index, from 0.
    func session(_ index: Int, choice: inout PassageChoice) -> Session {
        var random = SplitMix64(seed: seed, index: index)
        let plan = plan[index]
        var session = Session(
            id: "", plan: plan, form: .named, encoding: .utf8, date: Self.date(&random), speakers: [], utterances: [],
            profiles: [])
        for offset in 0..<plan.size {
            session.profiles.append(RespondentProfile(plan, offset: offset, random: &random))
        }
        session.id = id(of: session, index: index)
        let isInterpreted = plan.kind == .migrant && random.happens(perMille: 220)
        session.form = Self.form(of: plan, isInterpreted: isInterpreted, random: &random)
        session.encoding = session.form.isText ? FileEncoding(&random) : .utf8
        choice.begin()
        let cast = SessionCast(&session, isInterpreted: isInterpreted, random: &random)
        var shares: [[(index: Int, profile: Int)]] = InterviewGuide.questions.map { _ in [] }
        for (profile, person) in session.profiles.enumerated() {
            let key = PassagePool.Key(
                language: plan.language, country: plan.country, group: plan.migrants,
                interpreted: isInterpreted ? person.sex : nil)
            guard let pool = pools[key] else { continue }
            let isGroup = plan.kind == .group
            let words = isGroup ? 60 + random.below(140) : 900 + random.below(2600)
            let chosen = choice.passages(
                of: person, pool: pool, inGroup: isGroup, neutralWords: words, random: &random)
            for passage in chosen {
                shares[question(for: bank.passages[passage], random: &random)].append((passage, profile))
            }
        }
        var talk = Conversation(cast: cast, passages: bank.passages, phrases: .of(plan.language))
        for question in shares.indices {
            random.shuffle(&shares[question])
            talk.discuss(shares[question], question: question, random: &random)
        }
        talk.close(random: &random)
        session.utterances = talk.utterances
        return session
    }

    /// The name of the folder of a thousand sessions, where there are many.
    func subfolder(_ thousand: Int) -> String {
        let number = String(thousand)
        return String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
    }

    // MARK: - The parts

    private func id(of session: Session, index: Int) -> String {
        let plan = session.plan
        var folder = plan.kind == .group ? "focus-groups" : "interviews"
        if hasManyFiles { folder += "/" + subfolder(index / 1000) }
        guard plan.kind == .group else { return "\(folder)/\(session.profiles.first?.id ?? "")" }
        return "\(folder)/\(plan.country.prefix)-G-\(plan.groupNumber < 10 ? "0" : "")\(plan.groupNumber)"
    }

    private func question(for passage: Passage, random: inout SplitMix64) -> Int {
        if let code = passage.marks.first?.code { return StudyCodes.all[code].question }
        if passage.isNeutral, random.happens(perMille: 350) { return 0 }
        return 1 + random.below(InterviewGuide.questions.count - 1)
    }

    private static func form(
        of plan: SessionPlan, isInterpreted: Bool, random: inout SplitMix64
    ) -> TranscriptForm {
        if plan.kind == .group {
            return random.choice(
                .named, of: [(.named, 30), (.timed, 15), (.markdown, 30), (.tei, 13), (.verbatim, 12)])
        }
        if isInterpreted {
            return random.choice(
                .named, of: [(.named, 35), (.timed, 20), (.initials, 20), (.tei, 13), (.verbatim, 12)])
        }
        return random.choice(
            .named,
            of: [
                (.named, 18), (.initials, 14), (.questionAnswer, 10), (.timed, 12), (.ownLine, 8), (.numbered, 12),
                (.markdown, 10), (.tei, 8), (.verbatim, 8),
            ])
    }

    private static func date(_ random: inout SplitMix64) -> String {
        let (month, day) = (1 + random.below(12), 1 + random.below(28))
        return "2024-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
