import Testing
import VerbatimTestSupport

@testable import CorpusComposer

@Suite struct PrevalenceTests {
    @Test func sharesAreThoseOfTheTable() throws {
        let fixture = try FixtureBank()
        let bank = try PassageBank(folder: fixture.path)
        let composer = SessionComposer(bank: bank, plan: StudyPlan(respondents: 4200), seed: 1)
        var choice = PassageChoice(bank.passages)
        var people: [String: Int] = [:]
        var counts: [String: [Int]] = [:]
        var shares: [String: [Int]] = [:]
        for index in 0..<composer.plan.sessionCount {
            let session = composer.session(index, choice: &choice)
            // In a group of the fixture's few passages the last to speak find none left.
            guard session.plan.kind != .group, let profile = session.profiles.first else { continue }
            let key = "\(profile.country) \(profile.group.map { $0 == .youth ? "youth" : "migrant" } ?? "stakeholder")"
            let codes = session.utterances.reduce(0 as UInt64) { set, utterance in
                set | (utterance.passage.map { bank.passages[$0.index].codes } ?? 0)
            }
            people[key, default: 0] += 1
            for code in StudyCodes.all.indices {
                counts[key, default: StudyCodes.all.map { _ in 0 }][code] += Int(codes >> UInt64(code) & 1)
            }
            shares[key] = StudyCodes.all.indices.map {
                StudyCodes.perMille($0, country: profile.country, group: profile.group, inGroup: false)
            }
        }
        #expect(people.count == 12)
        for (key, number) in people {
            for code in StudyCodes.all.indices {
                let share = Double(shares[key]?[code] ?? 0) / 1000
                let expected = share * Double(number)
                let deviation = (expected * (1 - share)).squareRoot()
                let found = Double(counts[key]?[code] ?? 0)
                #expect(abs(found - expected) <= 4.5 * deviation + 1e-9, "\(key) \(StudyCodes.all[code].id)")
            }
        }
    }

    @Test func theTableIsWhole() {
        #expect(StudyCodes.all.map(\.id) == FixtureBank.codes)
        for entry in StudyCodes.all {
            #expect(entry.migrants.count == 4 && entry.stakeholders.count == 4)
            #expect((entry.migrants + entry.stakeholders).allSatisfy { (1...99).contains($0) })
        }
    }
}
