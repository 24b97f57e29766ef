/// The sessions of a study of any size, each found without making those before it.
///
/// The plan is that of the study of 420 respondents, repeated: 200 interviews with stakeholders, 120 with migrants, and 15
/// focus groups of 5 to 9 with 100 migrants. Its order keeps every beginning in proportion, so that 60 respondents are a
/// small image of 420.
struct StudyPlan: Sendable {
    /// How many respondents a whole block has.
    static let blockRespondents = 420

    /// How many respondents the study has.
    let respondents: Int
    /// How many sessions it has.
    let sessionCount: Int
    /// The sessions of one block.
    private let block: [SessionPlan]
    /// How many respondents a block has, by country and population.
    private let counts: [Place: Int]
    /// How many focus groups a block has, by country.
    private let groups: [StudyCountry: Int]
    /// The sessions after the last whole block and after the last session that fits whole.
    private let tail: [SessionPlan]
    /// How many sessions stand before the tail.
    private let wholeSessions: Int

    private struct Place: Hashable {
        var country: StudyCountry
        var isStakeholder: Bool
    }

    /// The plan of a study of so many respondents.
    /// - Complexity: O(1).
    init(respondents: Int) {
        self.respondents = max(0, respondents)
        let block = Self.makeBlock()
        var counts: [Place: Int] = [:]
        var groups: [StudyCountry: Int] = [:]
        for plan in block {
            counts[Place(country: plan.country, isStakeholder: plan.kind == .stakeholder), default: 0] += plan.size
            if plan.kind == .group { groups[plan.country, default: 0] += 1 }
        }
        self.block = block
        self.counts = counts
        self.groups = groups
        let rest = self.respondents % Self.blockRespondents
        let fitting = block.prefix { $0.firstRespondent + $0.size <= rest }
        wholeSessions = self.respondents / Self.blockRespondents * block.count + fitting.count
        // A focus group for which too few are left becomes so many interviews.
        var tail: [SessionPlan] = []
        if fitting.count < block.count {
            let next = block[fitting.count]
            for offset in 0..<max(0, rest - next.firstRespondent) {
                var plan = next
                plan.kind = .migrant
                plan.size = 1
                plan.firstRespondent += offset
                plan.number += offset
                plan.groupNumber = 0
                tail.append(plan)
            }
        }
        self.tail = tail
        sessionCount = wholeSessions + tail.count
    }

    /// The session at an index, from 0.
    /// - Complexity: O(1).
    subscript(session: Int) -> SessionPlan {
        let round = min(session, wholeSessions) / block.count
        var plan = session < wholeSessions ? block[session % block.count] : tail[session - wholeSessions]
        plan.firstRespondent += round * Self.blockRespondents
        let isStakeholder = plan.kind == .stakeholder
        plan.number += round * (counts[Place(country: plan.country, isStakeholder: isStakeholder)] ?? 0)
        if plan.kind == .group { plan.groupNumber += round * (groups[plan.country] ?? 0) }
        return plan
    }

    // MARK: - The block

    /// The sizes of the focus groups; they make 100.
    private static let groupSizes = [6, 8, 5, 7, 9, 6, 7, 5, 8, 7, 6, 7, 6, 7, 6]

    /// Who is interviewed, and in which language, by country; the numbers are weights.
    private static func migrants(_ country: StudyCountry) -> [(MigrantGroup, StudyLanguage, Int)] {
        switch country {
        case .iraq:
            [
                (.returnee, .arabic, 4), (.returnee, .english, 2), (.diaspora, .dutch, 3), (.youth, .arabic, 2),
                (.diaspora, .arabic, 1), (.refugee, .turkish, 1), (.returnee, .dutch, 1), (.refugee, .english, 1),
            ]
        case .morocco:
            [
                (.youth, .arabic, 3), (.transit, .french, 3), (.returnee, .arabic, 2), (.diaspora, .dutch, 2),
                (.transit, .english, 2), (.diaspora, .french, 2), (.returnee, .french, 1),
            ]
        case .tunisia:
            [
                (.youth, .arabic, 4), (.transit, .french, 3), (.transit, .english, 2), (.returnee, .arabic, 2),
                (.youth, .french, 1), (.diaspora, .french, 2), (.returnee, .english, 1),
            ]
        case .turkey:
            [
                (.refugee, .turkish, 4), (.refugee, .arabic, 4), (.transit, .english, 2), (.diaspora, .dutch, 2),
                (.transit, .turkish, 1), (.returnee, .turkish, 1), (.youth, .turkish, 1),
            ]
        }
    }

    private static func stakeholders(_ country: StudyCountry) -> [(StudyLanguage, Int)] {
        switch country {
        case .iraq: [(.english, 4), (.arabic, 3), (.dutch, 2)]
        case .morocco: [(.french, 4), (.arabic, 2), (.english, 2), (.dutch, 1)]
        case .tunisia: [(.french, 4), (.arabic, 2), (.english, 2), (.dutch, 1)]
        case .turkey: [(.turkish, 4), (.english, 3), (.dutch, 1)]
        }
    }

    private static func makeBlock() -> [SessionPlan] {
        var kinds = Rotation(weights: [200, 120, groupSizes.count])
        var countries = SessionPlan.Kind.allCases.map { _ in Rotation(weights: [11, 10, 10, 11]) }
        var cells = SessionPlan.Kind.allCases.map { kind in
            StudyCountry.allCases.map { country in
                kind == .stakeholder
                    ? Rotation(weights: stakeholders(country).map(\.1))
                    : Rotation(weights: migrants(country).map(\.2))
            }
        }
        var people: [Place: Int] = [:]
        var groups: [StudyCountry: Int] = [:]
        var plans: [SessionPlan] = []
        var respondents = 0
        var sizes = groupSizes.makeIterator()
        while respondents < blockRespondents {
            let kindIndex = kinds.next()
            let kind = SessionPlan.Kind.allCases[kindIndex]
            let place = countries[kindIndex].next()
            let country = StudyCountry.allCases[place]
            let cell = cells[kindIndex][place].next()
            let size = kind == .group ? sizes.next() ?? 1 : 1
            let key = Place(country: country, isStakeholder: kind == .stakeholder)
            var plan = SessionPlan(
                kind: kind, country: country, language: .english, migrants: nil, size: size,
                firstRespondent: respondents, number: people[key, default: 0] + 1, groupNumber: 0)
            if kind == .stakeholder {
                plan.language = stakeholders(country)[cell].0
            } else {
                (plan.migrants, plan.language) = (migrants(country)[cell].0, migrants(country)[cell].1)
            }
            if kind == .group {
                groups[country, default: 0] += 1
                plan.groupNumber = groups[country, default: 0]
            }
            people[key, default: 0] += size
            respondents += size
            plans.append(plan)
        }
        return plans
    }
}
