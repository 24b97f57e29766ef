import Testing

@testable import CorpusComposer

@Suite struct StudyPlanTests {
    private func sessions(_ respondents: Int) -> [SessionPlan] {
        let plan = StudyPlan(respondents: respondents)
        return (0..<plan.sessionCount).map { plan[$0] }
    }

    @Test func theStudyHas200StakeholdersAnd220Migrants() {
        let plans = sessions(420)
        #expect(plans.count == 335)
        #expect(plans.filter { $0.kind == .stakeholder }.count == 200)
        #expect(plans.filter { $0.kind == .migrant }.count == 120)
        let groups = plans.filter { $0.kind == .group }
        #expect(groups.count == 15)
        #expect(groups.allSatisfy { (5...9).contains($0.size) })
        #expect(groups.reduce(0) { $0 + $1.size } == 100)
    }

    @Test(arguments: [1, 4, 9, 21, 60, 419, 420, 421, 1000, 4321])
    func everyNumberOfRespondentsIsMetExactly(respondents: Int) {
        let plans = sessions(respondents)
        #expect(plans.reduce(0) { $0 + $1.size } == respondents)
        var next = 0
        var numbers: [String: [Int]] = [:]
        for plan in plans {
            #expect(plan.firstRespondent == next)
            next += plan.size
            let place = "\(plan.country) \(plan.kind == .stakeholder)"
            numbers[place, default: []] += (0..<plan.size).map { plan.number + $0 }
        }
        // Respondents are numbered from 1 without a gap in each country and population.
        for (_, given) in numbers { #expect(given == Array(1...given.count)) }
    }

    @Test func aSmallStudyIsAnImageOfTheWhole() {
        let plans = sessions(60)
        #expect(plans.filter { $0.kind == .stakeholder }.count == 29)
        #expect(plans.filter { $0.kind == .group }.count == 2)
        #expect(Set(plans.map(\.country)).count == 4)
        #expect(Set(plans.map(\.language)).count == 5)
    }

    @Test func aLargerStudyBeginsWithTheSameSessions() {
        #expect(Array(sessions(5000).prefix(335)) == sessions(420))
    }
}
