/// The rows that a session adds to the tables of the corpus.
struct CorpusTables {
    /// The head of `respondents.csv`.
    static let respondentsHead =
        "id,labels,transcripts,population,group,country,sex,age_group,legal_status,organisation_type,consent,language\n"
    /// The head of `truth.csv`.
    static let truthHead = "respondent,code,value,affirmed,negated,hedged,conditional,other\n"
    /// The head of `truth-segments.csv`.
    static let segmentsHead = "transcript,start,end,code,coder,assertion,respondent,language,passage\n"

    private(set) var respondents = TextBuffer()
    private(set) var truth = TextBuffer()
    private(set) var segments = TextBuffer()
    private var stances: [Stance] = []

    /// Begins again, and keeps the memory.
    mutating func clear() {
        respondents.clear()
        truth.clear()
        segments.clear()
    }

    /// Adds the rows of a session; no value needs quotes, since none has a comma.
    /// - Parameters:
    ///   - session: The session.
    ///   - starts: For each utterance that is a passage, its Unicode-scalar offset in the canonical text.
    ///   - passages: The passages of the bank.
    mutating func add(_ session: Session, starts: [Int], passages: [Passage]) {
        for profile in session.profiles {
            respondents.write(
                "\(profile.id),\(profile.label),\(session.id),\(profile.population.rawValue),"
                    + "\(profile.group?.rawValue ?? ""),\(profile.country.rawValue),\(profile.sex.rawValue),"
                    + "\(profile.ageGroup),\(profile.legalStatus),\(profile.organisationType),\(profile.consent),"
                    + "\(profile.language.rawValue)\n")
        }
        let codes = StudyCodes.all.count
        stances.removeAll(keepingCapacity: true)
        for _ in 0..<(codes * session.profiles.count) { stances.append([]) }
        var start = starts.makeIterator()
        for utterance in session.utterances {
            guard let (index, profile) = utterance.passage, let offset = start.next() else { continue }
            for mark in passages[index].marks {
                stances[profile * codes + mark.code].formUnion(mark.stance)
                segments.write(
                    "\(session.id),\(offset + mark.start),\(offset + mark.end),\(StudyCodes.all[mark.code].id),author,"
                        + "\(mark.stance.label),\(session.profiles[profile].id),\(session.plan.language.rawValue),"
                        + "\(passages[index].id)\n")
            }
        }
        for (profile, person) in session.profiles.enumerated() {
            for code in 0..<codes where !stances[profile * codes + code].isEmpty {
                let stance = stances[profile * codes + code]
                func bit(_ of: Stance) -> String { stance.isDisjoint(with: of) ? "0" : "1" }
                truth.write(
                    "\(person.id),\(StudyCodes.all[code].id),1,\(bit(.affirmed)),\(bit(.negated)),\(bit(.hedged)),"
                        + "\(bit(.conditional)),\(bit([.other, .reported]))\n")
            }
        }
    }
}
