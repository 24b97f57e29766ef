import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel

@Suite struct EvaluationTests {
    private let codes = [
        MeasuredStudy.code("t", theme: true), MeasuredStudy.code("t.x"), MeasuredStudy.code("t.y"),
        MeasuredStudy.code("n", bound: [.negated]),
    ]
    private let texts = StudyTexts([
        MeasuredStudy.transcript("A", "en", "r1", "r2"), MeasuredStudy.transcript("B", "fr", "r3"),
        MeasuredStudy.transcript("C", "en", "r4"),
    ])

    private func study(_ codings: [Coding]? = nil) -> CodedStudy {
        MeasuredStudy.study(
            codes, texts.transcripts,
            codings ?? [
                MeasuredStudy.coding("t.x", "r1", 5, 12, in: "A"), MeasuredStudy.coding("t.x", "r1", 8, 9, in: "A"),
                MeasuredStudy.coding("t.y", "r2", 65, 80, in: "A", turn: 2, [.negated]),
                MeasuredStudy.coding("t.x", "r2", 90, 95, in: "A", turn: 2),
                MeasuredStudy.coding("t.x", "r3", 40, 50, in: "B"), MeasuredStudy.coding("t.x", "r4", in: "C"),
            ],
            attributes: ["r1": ["country": "Iraq"], "r3": ["country": "Tunisia"]])
    }

    private func segment(
        _ transcript: Transcript.ID, _ start: Int, _ end: Int, _ code: String, _ label: String? = nil
    ) -> GivenCodings.Segment {
        GivenCodings.Segment(
            transcript: transcript, span: TextSpan(start: start, end: end), code: [code],
            assertion: label.flatMap { AssertionLabel($0) })
    }

    private var truth: GivenCodings {
        GivenCodings(segments: [
            segment("A", 0, 10, "t.x", "affirmed"), segment("A", 20, 30, "t.x", "negated"),
            segment("A", 60, 70, "t.y", "affirmed"), segment("B", 0, 20, "t.x", "affirmed"),
        ])
    }

    private func answer(
        _ study: CodedStudy? = nil, _ truth: GivenCodings? = nil, by grouping: String? = nil, isComplete: Bool = false,
        codes: [String] = []
    ) throws -> EvaluationRequest.Answer {
        var request = EvaluationRequest(study: "study.verbatim", truth: "truth.csv")
        request.grouping = grouping
        request.isComplete = isComplete
        request.codes = codes
        return try request.evaluate(study ?? self.study(), texts: texts, given: truth ?? self.truth)
    }

    private func faults(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.map(\.identifier)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func aSegmentIsFoundWhereACodingOverlapsItAndACodingIsCorrectWhereItOverlapsASegment() throws {
        let row = try answer().rows.row(["code": "t.x", "level": "segment"])
        // Of the segments 0-10, 20-30 and B 0-20 only the first is met, by two of four codings.
        #expect(row["truth"] == "3")
        #expect(row["proposed"] == "4")
        #expect(row["correct"] == "2")
        #expect(row["precision"] == "0.5000")
        #expect(row["precision_low"] == "0.1500")
        #expect(row["precision_high"] == "0.8500")
        #expect(row["recall"] == "0.3333")
        #expect(row["recall_low"] == "0.0615")
        #expect(row["recall_high"] == "0.7923")
        #expect(row["f1"] == "0.4000")
    }

    @Test func respondentsCountOnceEach() throws {
        let row = try answer().rows.row(["code": "t.x", "level": "respondent"])
        // True of r1 and r3; proposed for r1, r2 and r3. Nobody read r4 for the truth.
        #expect([row["truth"], row["proposed"], row["correct"]] == ["2", "3", "2"])
        #expect(row["precision"] == "0.6667")
        #expect(row["recall"] == "1.0000")
        #expect(row["f1"] == "0.8000")
    }

    @Test func theColumnsAreThoseThatOthersStandOn() throws {
        let table = try answer().rows
        #expect(
            table.columns.map(\.name) == [
                "code", "level", "truth", "proposed", "correct", "precision", "precision_low", "precision_high",
                "recall", "recall_low", "recall_high", "f1",
            ])
        // Themes are codes of nobody's here, and have no row.
        #expect(Set(table.read.compactMap { $0["code"] }) == ["t.x", "t.y", "n"])
        let empty = table.row(["code": "n", "level": "segment"])
        #expect(empty["f1"] == "" && empty["precision"] == "" && empty["truth"] == "0")
    }

    @Test func meansAreOverTheCodesForWhichTheyAreDefined() throws {
        let answer = try answer()
        let row = answer.means.row(["level": "segment"])
        #expect(row["codes"] == "2")
        #expect(row["mean_f1"] == "0.7000")
        #expect(row["mean_precision"] == "0.7500")
        #expect(row["mean_recall"] == "0.6667")
        #expect(row["all_precision"] == "0.6000")
        #expect(row["all_recall"] == "0.5000")
        #expect(row["all_f1"] == "0.5455")
        #expect(
            answer.summary[0] == "Read for the truth: 2 transcripts, 3 respondents. 1 coding of others is not judged.")
        #expect(answer.summary.last?.hasPrefix("Assertion: right for 2 of the 3 correct codings") == true)
    }

    @Test func codesThatTheTruthNeverNamesAreSaid() throws {
        let answer = try answer(nil, GivenCodings(segments: [segment("A", 0, 10, "t.x")]))
        #expect(answer.summary[1].hasPrefix("The truth never names t.y: "))
        #expect(answer.rows.row(["code": "t.y", "level": "segment"])["precision"] == "0.0000")
        let narrow = try self.answer(nil, GivenCodings(segments: [segment("A", 0, 10, "t.x")]), codes: ["t.x"])
        #expect(!narrow.summary.contains { $0.contains("never names") })
    }

    @Test func aTruthOfTheWholeStudyJudgesWhatItDoesNotName() throws {
        let row = try answer(isComplete: true).rows.row(["code": "t.x", "level": "respondent"])
        #expect([row["truth"], row["proposed"], row["correct"]] == ["2", "4", "2"])
    }

    @Test func languagesAndAttributesAreCountedApart() throws {
        let languages = try answer(by: "language").rows
        let french = languages.row(["language": "fr", "code": "t.x", "level": "segment"])
        #expect([french["truth"], french["proposed"], french["correct"]] == ["1", "1", "0"])
        let english = languages.row(["language": "en", "code": "t.x", "level": "segment"])
        #expect([english["truth"], english["proposed"], english["correct"]] == ["2", "3", "2"])
        let countries = try answer(by: "country").rows
        #expect(countries.row(["country": "Tunisia", "code": "t.x", "level": "respondent"])["correct"] == "1")
        #expect(faults { _ = try answer(by: "contry") } == ["unknown-attribute"])
    }

    @Test func byAssertionTheKindsAreComparedWithEachOther() throws {
        let rows = try answer(by: "assertion").rows
        let denied = rows.row(["assertion": "negated", "code": "t.x", "level": "segment"])
        #expect([denied["truth"], denied["proposed"], denied["recall"]] == ["1", "0", "0.0000"])
        let invented = rows.row(["assertion": "negated", "code": "t.y", "level": "segment"])
        #expect([invented["truth"], invented["proposed"], invented["precision"]] == ["0", "1", "0.0000"])
        let silent = GivenCodings(segments: [segment("A", 0, 10, "t.x")])
        #expect(faults { _ = try answer(nil, silent, by: "assertion") } == ["no-assertions"])
    }

    @Test func aDenialThatACodeAsksForAffirmsTheCode() throws {
        let codings = [MeasuredStudy.coding("n", "r1", 0, 5, in: "A", [.negated])]
        let right = try answer(study(codings), GivenCodings(segments: [segment("A", 0, 5, "n", "affirmed")]))
        #expect(right.summary.last?.hasPrefix("Assertion: right for 1 of the 1 correct coding ") == true)
        let wrong = try answer(study(codings), GivenCodings(segments: [segment("A", 0, 5, "n", "negated")]))
        #expect(wrong.findings.rows(["kind": "assertion"]).map { $0["truth"] } == ["negated"])
    }

    @Test func aConditionThatACodeAsksForIsNotCompared() throws {
        var bound = study([MeasuredStudy.coding("t.y", "r1", 0, 5, in: "A", [.affirmed, .conditional])])
        bound.codebook.codes[2] = MeasuredStudy.code("t.y", bound: [.conditional])
        for label in ["conditional", "affirmed", "affirmed+conditional"] {
            let answer = try answer(bound, GivenCodings(segments: [segment("A", 0, 5, "t.y", label)]))
            #expect(answer.findings.rows(["kind": "assertion"]).isEmpty)
        }
    }

    @Test func aCodingOfHitsThatDifferHoldsTheTruthButIsNotRight() throws {
        let mixed = study([MeasuredStudy.coding("t.x", "r1", 0, 5, in: "A", [.affirmed, .negated])])
        let summary = try answer(mixed, GivenCodings(segments: [segment("A", 0, 5, "t.x", "affirmed")])).summary
        #expect(summary.last?.hasPrefix("Assertion: right for 0 of the 1 correct coding ") == true)
        #expect(summary.last?.hasSuffix("1 has the truth's among those of their hits.") == true)
    }

    @Test func aCodeUnderTheOneInTruthFindsIt() throws {
        let answer = try answer(
            study([MeasuredStudy.coding("t.x", "r1", 0, 5, in: "A")]),
            GivenCodings(segments: [segment("A", 0, 5, "T")]))
        #expect(answer.rows.row(["code": "t", "level": "segment"])["recall"] == "1.0000")
        #expect(answer.findings.rows(["kind": "miss", "level": "segment"]).isEmpty)
    }

    @Test func missesAndFalseHitsAreListedWithTheirWords() throws {
        let findings = try answer().findings
        let misses = findings.rows(["kind": "miss", "level": "segment"])
        #expect(misses.map { "\($0["transcript"] ?? "") \($0["start"] ?? "")" } == ["A 20", "B 0"])
        #expect(misses[0]["quote"] == "aaaaaaaaaa")
        #expect(misses[0]["respondent"] == "r1")
        let hits = findings.rows(["kind": "false-hit", "level": "segment"])
        #expect(hits.map { $0["start"] } == ["90", "40"])
        #expect(hits[0]["rules"] == "r1")
        #expect(findings.rows(["kind": "false-hit", "level": "respondent"]).map { $0["respondent"] } == ["r2"])
    }

    @Test func aTableOfRespondentsHasOneLevel() throws {
        let truth = GivenCodings(marks: [
            GivenCodings.Mark(respondent: "r1", code: ["t.x"]),
            GivenCodings.Mark(respondent: "r2", code: ["t.x"], applies: false),
            GivenCodings.Mark(respondent: "r9", code: ["t.x"]),
        ])
        let answer = try answer(nil, truth)
        #expect(Set(answer.rows.read.map { $0["level"] }) == ["respondent"])
        let row = answer.rows.row(["code": "t.x"])
        #expect([row["truth"], row["proposed"], row["correct"]] == ["1", "2", "1"])
        #expect(answer.warnings.map(\.identifier) == ["unknown-respondent"])
    }

    @Test func faultsOfTheTruthAreReportedTogether() throws {
        let truth = GivenCodings(segments: [
            segment("A", 0, 5, "t.z"), segment("A", 0, 101, "t.x"), segment("A", 3, 5, "t.z"),
        ])
        #expect(faults { _ = try answer(nil, truth) } == ["unknown-code", "span-outside-text"])
        #expect(
            faults { _ = try answer(nil, GivenCodings(segments: [segment("Z", 0, 5, "t.x")])) }
                == ["unknown-transcript", "nothing-to-evaluate"])
        #expect(faults { _ = try answer(codes: ["q"]) } == ["unknown-code"])
    }
}
