import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

@Suite struct CountedCodingsTests {
    private func study(_ codings: [Coding]) -> CodedStudy {
        CodedStudy(
            codebook: Codebook(id: "test", title: "Test", codes: [StudyMaker.code("a"), StudyMaker.code("a.x")]),
            transcripts: [StudyMaker.transcript("t1"), StudyMaker.transcript("t2")],
            respondents: ["p1", "p2"].map { Respondent(id: $0) }, codings: codings)
    }

    @Test(arguments: ["0123456789abcdef", "0123456789ABCDEF", "x", "0123456789abcdef0", ""])
    func codingsWithOneIdCountOnceForACode(id: String) {
        // Two coders give one code to one segment; a third coding stands elsewhere.
        var codings = ["a.x", "a.x", "a"].map { StudyMaker.coding($0, "p1") }
        codings[1].coder = "somebody else"
        for index in codings.indices { codings[index].id = id }
        codings.append(StudyMaker.coding("a", "p2", in: "t2", at: 9))
        let rows = FrequencyTable(study(codings)).rows
        #expect(rows.map(\.codings) == [2, 1])
        #expect(rows.map(\.respondents) == [2, 1])
    }

    @Test func turnsAndTranscriptsCountOnceInAnyOrder() {
        let codings = [("t2", 3), ("t1", 3), ("t2", 1), ("t1", 3), ("t2", 3)].enumerated().map { index, place in
            StudyMaker.coding("a.x", "p1", in: place.0, turn: place.1, at: index * 10)
        }
        let rows = FrequencyTable(study(codings)).rows
        #expect(rows.map(\.turns) == [3, 3] && rows.map(\.transcripts) == [2, 2] && rows.map(\.codings) == [5, 5])
    }

    @Test func respondentsWhoDidNotSpeakCountButAreNotInTheShare() {
        let rows = FrequencyTable(study([StudyMaker.coding("a", "stranger"), StudyMaker.coding("a", "p2", at: 9)])).rows
        #expect(rows[0].respondents == 2)
        #expect(rows[0].mentioned == Proportion(1, of: 2))
    }

    @Test(arguments: 0..<40) func groupsAgreeWithATableOfTheirMembersAlone(seed: Int) {
        let study = StudyMaker.random(seed: UInt64(seed))
        for group in GroupedFrequencies(study, by: "country").groups {
            var part = study
            part.respondents.removeAll { respondent in
                let value = respondent.attributes["country"].flatMap { $0.isEmpty ? nil : $0 }
                return value != group.value
            }
            let members = Set(part.respondents.map(\.id))
            part.codings.removeAll { coding in coding.respondent.map { !members.contains($0) } ?? true }
            #expect(group.table == FrequencyTable(part))
        }
    }
}
