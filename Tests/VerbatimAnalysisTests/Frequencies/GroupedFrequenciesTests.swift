import Testing
import VerbatimAnalysis
import VerbatimModel

@Suite struct GroupedFrequenciesTests {
    @Test func groupsAreSortedAndTheUnknownStandLast() {
        let respondents = [("p1", "Tunisia"), ("p2", nil), ("p3", "Iraq"), ("p4", ""), ("p5", "Iraq")].map {
            id, country in
            var attributes = Attributes()
            attributes["country"] = country
            return Respondent(id: id, attributes: attributes)
        }
        let study = CodedStudy(
            codebook: Codebook(id: "test", title: "Test", codes: [StudyMaker.code("a")]),
            transcripts: [StudyMaker.transcript("t1")], respondents: respondents,
            codings: [
                StudyMaker.coding("a", "p3"), StudyMaker.coding("a", "p2", at: 9), StudyMaker.coding("a", nil, at: 18),
            ])
        let grouped = GroupedFrequencies(study, by: "country")
        #expect(grouped.groups.map(\.label) == ["Iraq", "Tunisia", "(not known)"])
        #expect(grouped.groups.map(\.table.respondents) == [2, 1, 2])
        #expect(
            grouped.groups.map { $0.table.rows[0].mentioned } == [
                Proportion(1, of: 2), Proportion(0, of: 1), Proportion(1, of: 2),
            ])
        // The coding that no respondent owns is in no group.
        #expect(grouped.groups.map { $0.table.rows[0].codings } == [1, 0, 1])
    }

    @Test(arguments: 0..<20) func respondentsOfAllGroupsAddUpToTheWhole(seed: Int) {
        let study = StudyMaker.random(seed: UInt64(seed))
        let whole = FrequencyTable(study)
        let grouped = GroupedFrequencies(study, by: "country")
        for (index, row) in whole.rows.enumerated() {
            let parts = grouped.groups.map { $0.table.rows[index] }
            #expect(parts.reduce(0) { $0 + $1.respondents } == row.respondents)
            #expect(parts.reduce(0) { $0 + $1.asked } == row.asked)
            #expect(parts.reduce(0) { $0 + $1.upheld.count } == row.upheld.count)
        }
    }
}
