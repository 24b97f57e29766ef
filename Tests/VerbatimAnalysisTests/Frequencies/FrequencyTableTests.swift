import Testing
import VerbatimAnalysis
import VerbatimModel

@Suite struct FrequencyTableTests {
    private let codes = [
        StudyMaker.code("need", theme: true), StudyMaker.code("need.shelter"), StudyMaker.code("need.health"),
        StudyMaker.code("stay", only: [.negated]),
    ]

    private func study(_ codings: [Coding], respondents: [Respondent.ID] = ["p1", "p2", "p3", "p4"]) -> CodedStudy {
        CodedStudy(
            codebook: Codebook(id: "test", title: "Test", codes: codes),
            transcripts: [StudyMaker.transcript("t1"), StudyMaker.transcript("t2")],
            respondents: respondents.map { Respondent(id: $0) }, codings: codings)
    }

    @Test func eachRespondentCountsOnceForACodeAndOnceForItsTheme() throws {
        let table = FrequencyTable(
            study([
                StudyMaker.coding("need.shelter", "p1", at: 0), StudyMaker.coding("need.shelter", "p1", at: 10),
                StudyMaker.coding("need.health", "p1", turn: 2, at: 20),
                StudyMaker.coding("need.health", "p2", in: "t2", at: 0),
            ]))
        let shelter = try #require(table.row(of: "need.shelter"))
        #expect(shelter.respondents == 1 && shelter.codings == 2 && shelter.turns == 1 && shelter.transcripts == 1)
        let theme = try #require(table.row(of: "need"))
        #expect(theme.isTheme)
        #expect(theme.respondents == 2 && theme.codings == 4 && theme.turns == 3 && theme.transcripts == 2)
        #expect(theme.asked == 4 && theme.share == 0.5)
        #expect(theme.interval == Proportion(2, of: 4).interval)
    }

    @Test func rejectedAndSuppressedCodingsCountNowhere() {
        let table = FrequencyTable(
            study([
                StudyMaker.coding("need.shelter", "p1", status: .rejected),
                StudyMaker.coding("need.shelter", "p2", status: .suppressed),
            ]))
        #expect(table.rows.allSatisfy { $0.respondents == 0 && $0.codings == 0 && $0.transcripts == 0 })
        #expect(table.rows.allSatisfy { $0.share == 0 })
    }

    @Test func speechOfNobodyCountsForTheGroupOnly() throws {
        let row = try #require(FrequencyTable(study([StudyMaker.coding("need.shelter", nil)])).row(of: "need"))
        #expect(row.respondents == 0 && row.transcripts == 1 && row.turns == 1 && row.codings == 1)
    }

    @Test func aRespondentCanAffirmAndDeny() throws {
        let table = FrequencyTable(
            study([
                StudyMaker.coding("need.shelter", "p1", at: 0, [.affirmed]),
                StudyMaker.coding("need.shelter", "p1", at: 9, [.negated]),
                StudyMaker.coding("need.shelter", "p2", at: 18, [.negated]),
                StudyMaker.coding("need.shelter", "p3", at: 27, [.affirmed, .conditional]),
            ]))
        let row = try #require(table.row(of: "need.shelter"))
        #expect(row.respondents == 3 && row.affirmed == 2 && row.negated == 2 && row.conditional == 1)
        #expect(row.upheld == Proportion(2, of: 4))
        #expect(row.denied == Proportion(2, of: 4))
    }

    @Test func denyingUpholdsACodeThatAsksForDenial() throws {
        let table = FrequencyTable(study([StudyMaker.coding("stay", "p1", [.negated])]))
        let row = try #require(table.row(of: "stay"))
        #expect(row.affirmed == 0 && row.negated == 1)
        #expect(row.upheld == Proportion(1, of: 4))
        #expect(row.denied == Proportion(0, of: 4))
    }

    @Test func sharesAreOfThoseAskedWhereAGuideTells() throws {
        let codings = [StudyMaker.coding("need.shelter", "p1"), StudyMaker.coding("need.shelter", "p4", at: 9)]
        let table = FrequencyTable(study(codings), asked: { $0 == "need.shelter" ? ["p1", "p2", "stranger"] : [] })
        let row = try #require(table.row(of: "need.shelter"))
        #expect(row.respondents == 2)
        #expect(row.mentioned == Proportion(1, of: 2))
        let theme = try #require(table.row(of: "need"))
        #expect(theme.asked == 0 && theme.share == nil && theme.interval == nil)
    }

    @Test(arguments: 0..<60) func agreesWithARecountOfTheCodings(seed: Int) {
        let study = StudyMaker.random(seed: UInt64(seed))
        let table = FrequencyTable(study)
        #expect(table.rows.map(\.code) == study.codebook.codes.map(\.id))
        for row in table.rows {
            // The naive count: whatever has the id itself or the id and a dot before the rest.
            let own = study.codings.filter {
                ($0.code == row.code || $0.code.hasPrefix(row.code + "."))
                    && ($0.status == .proposed || $0.status == .accepted)
            }
            func people(_ kind: AssertionKind?) -> Int {
                Set(
                    own.filter { kind == nil || $0.assertionKinds.contains(kind ?? .affirmed) }.compactMap(\.respondent)
                )
                .count
            }
            #expect(row.respondents == people(nil))
            #expect(row.affirmed == people(.affirmed) && row.upheld.count == people(.affirmed))
            #expect(row.negated == people(.negated) && row.conditional == people(.conditional))
            #expect(row.transcripts == Set(own.map(\.transcript)).count)
            #expect(row.turns == Set(own.map { "\($0.transcript) \($0.turn)" }).count)
            #expect(row.codings == own.count)
            #expect(row.asked == study.respondents.count)
        }
    }

    @Test(arguments: 0..<20) func aNodeHasAtLeastWhatEachNodeUnderItHas(seed: Int) {
        let study = StudyMaker.random(seed: UInt64(seed))
        let hierarchy = CodeHierarchy(study.codebook)
        let rows = FrequencyTable(study).rows
        for index in rows.indices {
            for child in hierarchy.children(of: index) {
                #expect(rows[index].respondents >= rows[child].respondents)
                #expect(rows[index].turns >= rows[child].turns && rows[index].codings >= rows[child].codings)
            }
        }
    }
}
