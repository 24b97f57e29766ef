import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel

@Suite struct CrosstabTests {
    private func table(
        _ study: CodedStudy, rows: String = "code", columns: String = "country", code: String? = nil
    ) throws -> Table {
        try CrosstabRequest(study: "", rows: rows, columns: columns, code: code).answer(study, texts: nil).cells
    }

    /// 37 of 105 respondents against 21 of 105: the interval of the difference is published.
    @Test func twoCountriesDifferByThePublishedInterval() throws {
        let study = MeasuredStudy.interviews(
            210, codes: [MeasuredStudy.code("a")], attributes: { ["country": $0 < 105 ? "Iraq" : "Tunisia"] }
        ) { number in number % 105 < (number < 105 ? 37 : 21) ? ["a"] : [] }
        let cell = try table(study).row(["country": "Iraq"])
        #expect([cell["count"], cell["total"], cell["share"]] == ["37", "105", "0.3524"])
        #expect(cell["ci_low"] == "0.2677" && cell["ci_high"] == "0.4475")
        #expect(cell["difference"] == "0.1524")
        #expect(cell["difference_low"] == "0.0313" && cell["difference_high"] == "0.2677")
        #expect(cell["test"] == "pearson" && cell["statistic"] == "6.0980" && cell["p"] == "0.013533")
        #expect(cell["family"] == "1" && cell["p_adjusted"] == "0.013533")
    }

    @Test func fourCountriesAreTestedAtOnceAndAllRowsAreOneFamily() throws {
        let counts = [37, 21, 30, 44]
        let study = MeasuredStudy.interviews(
            420, codes: [MeasuredStudy.code("a"), MeasuredStudy.code("b"), MeasuredStudy.code("c")],
            attributes: { ["country": ["Iraq", "Morocco", "Tunisia", "Turkey"][$0 / 105]] }
        ) { number in
            (number % 105 < counts[number / 105] ? ["a"] : []) + (number % 105 < 20 ? ["b"] : [])
        }
        let cells = try table(study)
        let first = cells.row(["code": "a"])
        #expect(first["statistic"] == "12.8157" && first["p"] == "0.005053")
        // Shares of b are all the same; nobody has c, which is no test.
        #expect(cells.row(["code": "b"])["p"] == "1.000000")
        #expect(cells.row(["code": "c"])["p"] == "" && cells.row(["code": "c"])["reason"] == "noVariation")
        #expect(first["family"] == "2" && first["p_adjusted"] == "0.010105")
    }

    @Test func thoseOfWhomNothingIsKnownAreComparedWithNobody() throws {
        func study(_ count: Int) -> CodedStudy {
            MeasuredStudy.interviews(
                count, codes: [MeasuredStudy.code("a")],
                attributes: { $0 < 20 ? ["country": $0 < 10 ? "Iraq" : "Tunisia"] : [:] }
            ) { $0 % 3 == 0 ? ["a"] : [] }
        }
        let (alone, beside) = (try table(study(20)), try table(study(30)))
        #expect(alone.row(["country": "Iraq"]) == beside.row(["country": "Iraq"]))
        let unknown = beside.row(["country": ""])
        #expect([unknown["count"], unknown["total"], unknown["difference"]] == ["3", "10", ""])
        #expect(unknown["reason"] == "notKnown")
    }

    @Test func anAttributeInRowsCountsRespondentsOrTheirShareWithACode() throws {
        let study = MeasuredStudy.interviews(
            8, codes: [MeasuredStudy.code("a")],
            attributes: { ["country": $0 < 4 ? "Iraq" : "Tunisia", "sex": $0 % 2 == 0 ? "female" : "male"] }
        ) { $0 < 3 ? ["a"] : [] }
        let counts = try table(study, rows: "sex")
        #expect(counts.row(["sex": "female", "country": "Iraq"])["share"] == "0.5000")
        let shares = try table(study, rows: "sex", code: "a").row(["sex": "female", "country": "Iraq"])
        #expect([shares["count"], shares["total"]] == ["2", "2"])
        #expect(shares["test"] == "exact")
    }

    @Test func focusGroupsAreTestedByTheVarianceBetweenTranscripts() throws {
        let transcripts = ["g1", "g2", "g3", "g4"].map { MeasuredStudy.transcript($0, "en", $0 + "a", $0 + "b") }
        var attributes: [Respondent.ID: Attributes] = [:]
        for transcript in transcripts {
            for id in transcript.turns.compactMap(\.respondent) {
                attributes[id] = ["country": transcript.id < "g3" ? "Iraq" : "Tunisia"]
            }
        }
        let study = MeasuredStudy.study(
            [MeasuredStudy.code("a")], transcripts,
            ["g1a", "g1b", "g2a", "g3b"].map { MeasuredStudy.coding("a", $0, in: String($0.prefix(2))) },
            attributes: attributes)
        let cell = try table(study).row(["country": "Iraq"])
        // Iraq: 3/4 in groups of 2/2 and 1/2, V = 2 (1/4 + 1/4)/16 = 1/16. Tunisia: 1/4, V = 1/16.
        // X2 = 16 (1/16 + 1/16) = 2 = F on 1 and 2 degrees of freedom; t = 1.41421 on 2 gives p = 1 - t/sqrt(2 + t2).
        #expect(cell["test"] == "wald-f" && cell["statistic"] == "2.0000")
        #expect(cell["p"] == "0.292893")
    }

    @Test func ofAQuestionThoseWhoWereAskedCount() throws {
        let transcripts = (0..<3).map { number in
            var transcript = MeasuredStudy.transcript("t\(number)", "en", "r\(number)")
            transcript.turns[0].question = "Q1"
            return transcript
        }
        let asked = (0..<2).map {
            AskedQuestion(
                question: "Q1", respondent: "r\($0)", transcript: "t\($0)", turn: 1, match: .number, similarity: 1)
        }
        let study = MeasuredStudy.study(
            [MeasuredStudy.code("a")], transcripts,
            [MeasuredStudy.coding("a", "r0", in: "t0"), MeasuredStudy.coding("a", "r2", in: "t2")],
            guide: Guide(id: "guide", questions: [Guide.Question(id: "Q1"), Guide.Question(id: "Q2")]), asked: asked)
        let answer = try CrosstabRequest(study: "", rows: "code", columns: "question")
            .answer(study, texts: StudyTexts(transcripts))
        let cell = answer.cells.row(["question": "Q1"])
        #expect([cell["count"], cell["total"]] == ["1", "2"])
        #expect(cell["difference"] == "" && cell["reason"] == "sharedRespondents")
        #expect(answer.cells.row(["question": "Q2"])["reason"] == "noUnits")
    }
}
