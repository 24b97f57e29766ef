import Testing
import VerbatimIngest
import VerbatimModel

@Suite struct RespondentLinkingTests {
    private func transcripts() throws -> [Transcript] {
        [
            try Fixture.read("---\ncountry: Iraq\ndate: 2024\n---\nINT: a?\n\nR: b\n", path: "in/one.txt", id: "one"),
            try Fixture.read(
                "Moderator: a?\n\nP1: b\n\nP2: c\n\nP3: d\n\nAll: e\n\nP1: f\n", path: "in/sub/two.txt", id: "sub/two"),
        ]
    }

    private func link(
        _ transcripts: inout [Transcript], respondents: String? = nil, speakers: String? = nil
    ) throws -> LinkedRespondents {
        RespondentLinking.link(
            &transcripts, respondents: try respondents.map { try RespondentTable.parse(Array($0.utf8), path: "r.csv") },
            speakers: try speakers.map { try SpeakerTable.parse(Array($0.utf8), path: "s.csv") })
    }

    @Test func peopleWhomNoTableNamesAreRespondents() throws {
        var all = try transcripts()
        let linked = try link(&all)
        #expect(linked.respondents.map(\.id) == ["one/R", "sub/two/P1", "sub/two/P2", "sub/two/P3"])
        #expect(linked.respondents.allSatisfy { !$0.isListed })
        #expect(linked.respondents[0].attributes == ["country": "Iraq"])
        #expect(all[1].turns.map(\.respondent) == [nil, "sub/two/P1", "sub/two/P2", "sub/two/P3", nil, "sub/two/P1"])
        #expect(linked.diagnostics.isEmpty)
    }

    @Test func tableTiesLabelsAndTranscripts() throws {
        var all = try transcripts()
        let table = """
            id,labels,transcripts,population,country
            A,,one.txt,migrant,
            B,p1 ; x,two,host,Turkey
            C,P2,in/sub/two.txt,,
            """
        let linked = try link(&all, respondents: table)
        #expect(linked.respondents.map(\.id) == ["A", "B", "C", "sub/two/P3"])
        #expect(linked.respondents.map(\.isListed) == [true, true, true, false])
        #expect(linked.respondents[0].attributes.names == ["population", "country"])
        #expect(linked.respondents[0].attributes["country"] == "Iraq")
        #expect(linked.respondents[1].attributes["country"] == "Turkey")
        #expect(linked.diagnostics.isEmpty)
    }

    @Test func labelWithoutTranscriptsIsTheSamePersonEverywhere() throws {
        var all = try transcripts()
        let linked = try link(&all, respondents: "respondent,label\nX,R\nP2,\n")
        #expect(linked.respondents.map(\.id) == ["P2", "X", "sub/two/P1", "sub/two/P3"])
    }

    @Test func transcriptThatDoesNotExistIsAnErrorAndTheRestIsLinked() throws {
        var all = try transcripts()
        let linked = try link(&all, respondents: "id,transcripts\nA,onne\nB,one\n")
        #expect(linked.diagnostics.map(\.identifier) == ["unknown-transcript"])
        #expect(linked.diagnostics.first?.severity == .error)
        #expect(linked.diagnostics.first?.suggestion == "one")
        #expect(linked.diagnostics.first?.position == SourcePosition(line: 2, column: 3))
        #expect(linked.respondents.map(\.id).contains("B"))
    }

    @Test(arguments: [
        ("id,labels,transcripts\nA,P1,sub/two\nB,P1,sub/two\n", "ambiguous-respondent", Diagnostic.Severity.error),
        ("id,transcripts\nA,sub/two\n", "ambiguous-respondent", .error),
        ("id,labels,transcripts\nA,P9,sub/two\n", "unknown-label", .warning),
        ("id,labels,transcripts\nA,Moderator,sub/two\n", "no-respondent", .warning),
        ("id,labels\nA,Zoe\n", "unknown-label", .warning), ("id\nA\n", "silent-respondent", .warning),
    ])
    func rowsThatDoNotFitAreReported(table: String, identifier: String, severity: Diagnostic.Severity) throws {
        var all = try transcripts()
        let linked = try link(&all, respondents: table)
        #expect(linked.diagnostics.map(\.identifier) == [identifier])
        #expect(linked.diagnostics.first?.severity == severity)
    }

    @Test(arguments: [
        ("name,labels\nA,R\n", "missing-column"), ("id,labels\n,R\n", "missing-id"),
        ("id\nA\nA\n", "duplicate-respondent"),
    ])
    func faultyTableIsAnError(table: String, identifier: String) {
        do {
            _ = try RespondentTable.parse(Array(table.utf8), path: "r.csv")
            Issue.record("no error")
        } catch {
            #expect(error.diagnostics.map(\.identifier) == [identifier])
        }
    }

    @Test func speakersTableGoesBeforeWhatWasInferred() throws {
        var all = try transcripts()
        let speakers = """
            transcript,label,role,respondent
            one,int,respondent,
            one,R,interviewer,
            sub/two,P3,observer,
            sub/two,P2,,PERSON
            sub/two,All,respondent,GROUP
            nine,P2,,
            sub/two,P22,,
            """
        let linked = try link(&all, respondents: "id,labels\nB,P2\n", speakers: speakers)
        #expect(linked.respondents.map(\.id) == ["GROUP", "PERSON", "one/INT", "sub/two/P1"])
        #expect(all[0].speakers.map(\.role) == [.respondent, .interviewer])
        #expect(all[1].turns.map(\.respondent) == [nil, "sub/two/P1", "PERSON", nil, "GROUP", "sub/two/P1"])
        #expect(linked.diagnostics.map(\.identifier) == ["unknown-transcript", "unknown-label", "silent-respondent"])
    }

    @Test func headersRespondentMovesWithTheRole() throws {
        var all = [try Fixture.read("---\nrespondent: R-1\n---\nAnn: a?\n\nBob: b\n\nAnn: c?\n\nBob: d\n")]
        let linked = try link(&all, speakers: "transcript,label,role\ntalk,Bob,interviewer\ntalk,Ann,respondent\n")
        #expect(linked.respondents.map(\.id) == ["R-1"])
        #expect(all[0].turns.map(\.respondent) == ["R-1", nil, "R-1", nil])
    }

    @Test func interpretersWordsAreTheRespondents() throws {
        var all = [
            try Fixture.read(
                "INT: a?\n\nInterpreter: b\n\nR1: c\n\nR2: d\n\nInterpreter: e\n\nR1: f\n\nINT: g\n\nInterpreter: h\n")
        ]
        _ = try link(&all)
        let ids = all[0].turns.map { $0.respondent?.split(separator: "/").last.map(String.init) }
        #expect(ids == [nil, "R1", "R1", "R2", "R2", "R1", nil, "R1"])
    }

    @Test func twoTranscriptsOfOneIDStayApart() throws {
        var all = [try Fixture.read("INT: a?\n\nR: b\n"), try Fixture.read("INT: a?\n\nR: c\n")]
        let linked = try link(&all)
        #expect(all.map(\.id) == ["talk", "talk#2"])
        #expect(linked.diagnostics.map(\.identifier) == ["duplicate-transcript"])
        #expect(linked.respondents.count == 2)
    }
}
