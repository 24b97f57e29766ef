import GRDB
import Testing
import VerbatimModel
@testable import VerbatimStore
import VerbatimTestSupport

@Suite struct ReviewRecordingTests {
    let folder: TemporaryFolder
    let store: StudyStore
    let place = QuotedPlace(
        transcript: "interviews/01", span: TextSpan(start: 3, end: 9), quote: "à 🚉 é", before: "B: ", after: " .")

    init() throws {
        folder = try TemporaryFolder()
        store = try StudyStore.open(at: folder.path("study.verbatim"), create: true)
        try store.record(SampleRun.run())
    }

    private var sample: SampleDraw {
        SampleDraw(
            run: 1, unit: .respondent, seed: .max, isBlind: true, reviewers: ["anna", "ben"],
            strata: [
                SampleDraw.Stratum(code: "a", name: "coded", members: 5, drawn: 1, respondents: ["R01", "R02"]),
                SampleDraw.Stratum(code: "a", name: "uncoded", members: 9, drawn: 1),
            ],
            units: [
                SampledUnit(
                    row: 1, stratum: 1, subject: .segment(place), code: "a", isCoded: false, reviewers: [1, 0],
                    digest: "d1"),
                SampledUnit(row: 2, stratum: 0, subject: .respondent("R01"), code: "a", isCoded: true, digest: "d2"),
            ])
    }

    private var decisions: [Decision] {
        [
            Decision(
                number: 1, subject: .segment(place), code: "a", outcome: .changed, changedCode: "b",
                assertion: Assertion(polarity: .negated, modality: .hedged, holder: .other),
                assertionKinds: [.negated, .hedged], reason: "why", note: "more", coder: "anna",
                row: Decision.Row(sample: 1, number: 1)),
            Decision(number: 2, subject: .respondent("R01"), code: "a", outcome: .unsure, coder: "ben"),
        ]
    }

    @Test func samplesAndDecisionsComeBackAsTheyWere() throws {
        var expected = sample
        expected.number = try store.record(sample)
        try store.record(decisions, reviewed: nil)
        #expect(try store.samples() == [expected])
        #expect(try store.decisions() == decisions)
        var second = sample
        second.units[1].earlier = Decision.Row(sample: 1, number: 2)
        second.number = try store.record(second)
        #expect(second.number == 2)
        #expect(try store.samples() == [expected, second])
    }

    @Test func aSampleIsTakenBackWhereItsSheetsCannotBeWritten() throws {
        struct Full: Error {}
        #expect(throws: StudyError.self) { try store.record(sample) { _ in throw Full() } }
        #expect(try store.samples().isEmpty)
    }

    @Test func handCodingsAreAddedOnce() throws {
        let coding = HandCoding(subject: .segment(place), code: "a", coder: "anna", memo: "m", source: "p.qdpx")
        let person = HandCoding(subject: .respondent("R01"), code: "a", applies: false, coder: "anna")
        #expect(try store.record([coding, person, coding]) == 2)
        var other = coding
        other.coder = "ben"
        #expect(try store.record([coding, other]) == 1)
        #expect(try store.handCodings() == [coding, person, other])
    }

    @Test func noRunDeletesWhatPeopleDecided() throws {
        try store.record(sample)
        try store.record(decisions, reviewed: nil)
        var run = SampleRun.run()
        run.handCodings = [HandCoding(subject: .segment(place), code: "a", coder: "anna")]
        for _ in 0..<4 { try store.record(run) }
        #expect(try store.decisions() == decisions)
        #expect(try store.samples().count == 1)
        #expect(try store.handCodings().count == 1)
    }

    @Test(arguments: [
        "decision", "sample", "sample_reviewer", "sample_stratum", "sample_respondent", "sample_unit",
        "sample_assignment", "hand_coding",
    ]) func nobodyCanDeleteOrChangeThem(table: String) throws {
        try store.record(sample)
        try store.record(decisions, reviewed: nil)
        try store.record([HandCoding(subject: .segment(place), code: "a", coder: "anna")])
        try store.close()
        let database = try DatabaseQueue(path: folder.path("study.verbatim"))
        try database.write { database in
            let column = try #require(try database.columns(in: table).first?.name)
            #expect(throws: DatabaseError.self) { try database.execute(sql: "DELETE FROM \(table)") }
            #expect(throws: DatabaseError.self) {
                try database.execute(sql: "UPDATE \(table) SET \(column) = \(column)")
            }
        }
    }

    @Test func whatTheRulesMadeOfACodingIsKeptBesideTheDecision() throws {
        let run = try #require(try store.latestRun())
        var codings = run.codings
        codings[0].status = .rejected
        codings[1].status = .accepted
        var own = codings[0]
        own = Coding(
            transcript: own.transcript, turn: own.turn, speaker: own.speaker, respondent: own.respondent, code: "own",
            rules: [], assertion: Assertion(), assertionKinds: [.affirmed], span: own.span, quote: own.quote,
            evidence: [], evidenceWords: [], status: .accepted, coder: "anna")
        codings.insert(own, at: 1)
        try store.record(
            decisions.map {
                var decision = $0; decision.row = nil; return decision
            },
            reviewed: ReviewedCodings(
                run: run.number, codings: codings, ruleStatuses: [.proposed, nil, .suppressed, .proposed]))
        #expect(try store.latestRun()?.codings == codings)
        var byRules = run.codings
        byRules[1].status = .suppressed
        #expect(try store.codingsByRules() == byRules)
        #expect(try store.runs().map(\.codings) == [4])
    }

    @Test func nothingIsRecordedForARunThatIsNotTheLatest() throws {
        let codings = try #require(try store.latestRun()).codings
        #expect(throws: StudyError.self) {
            try store.record(
                decisions.map {
                    var decision = $0; decision.row = nil; return decision
                },
                reviewed: ReviewedCodings(run: 7, codings: codings, ruleStatuses: codings.map(\.status)))
        }
        #expect(try store.decisions().isEmpty)
    }

    @Test func aStudyFromBeforeDecisionsIsBroughtUpToDate() throws {
        let queue = try DatabaseQueue(path: folder.path("old.verbatim"))
        try StudyMigrator.migrator.migrate(queue, upTo: "2")
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO source VALUES (1, '\(String(repeating: "a", count: 64))', 'p', 'text', 'utf-8', 'lf', 0, x'');
                    INSERT INTO transcript VALUES (1, 't', 1, 1, 'p', 'text', 'utf-8', 'lf', 'interview', 'en', 'abc', 1, 0,
                        '[]', '');
                    INSERT INTO turn VALUES (1, 1, NULL, NULL, 0, 3, NULL, NULL, NULL);
                    INSERT INTO codebook_version VALUES (1, 'c', NULL, '\(String(repeating: "b", count: 64))', 'p', '');
                    INSERT INTO run VALUES (1, 1, '0', NULL, 1, 1, 0, 1, 1);
                    INSERT INTO run_transcript VALUES (1, 0, 1);
                    INSERT INTO coding VALUES (1, 1, 'i', 1, 1, NULL, NULL, 'a', 'r', 'affirmed', 'stated', 'self',
                        'affirmed', 0, 3, 'suppressed', 'c');
                    """)
        }
        try queue.close()
        let old = try StudyStore.open(at: folder.path("old.verbatim"))
        #expect(try old.codingsByRules().map(\.status) == [.suppressed])
        #expect(try old.decisions().isEmpty)
    }
}
