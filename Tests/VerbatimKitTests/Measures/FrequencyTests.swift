import Testing
import VerbatimExport
@testable import VerbatimKit
import VerbatimModel

@Suite struct FrequencyTests {
    private func count(
        _ study: CodedStudy, _ change: (inout FrequencyRequest) -> Void = { _ in }
    ) throws -> FrequencyRequest.Answer {
        var request = FrequencyRequest(study: "study.verbatim")
        change(&request)
        return try request.answer(study)
    }

    private func sample() -> CodedStudy {
        MeasuredStudy.interviews(
            25, codes: [MeasuredStudy.code("a")],
            attributes: {
                $0 == 24
                    ? ["sex": "male"]
                    : ["country": $0 < 10 ? "Iraq" : "Tunisia", "sex": $0 % 2 == 0 ? "female" : "male"]
            }
        ) { $0 < 3 ? ["a"] : [] }
    }

    @Test func thePlainTableIsThatOfTheRun() throws {
        let study = sample()
        #expect(try count(study).table == StudyFileFrequencies.plain(study))
        #expect(try count(study) { $0.attributes = ["sex"] }.table.columns.first?.name == "sex")
    }

    @Test func twoAttributesAreCrossed() throws {
        let rows = try count(sample()) { $0.attributes = ["country", "sex"] }.table
        #expect(
            rows.read.map { "\($0["country"] ?? "") \($0["sex"] ?? "")" } == [
                "Iraq female", "Iraq male", "Tunisia female", "Tunisia male", " male",
            ])
        #expect(rows.row(["country": "Iraq", "sex": "female"])["respondents"] == "2")
        #expect(rows.row(["country": "Iraq", "sex": "female"])["asked"] == "5")
        #expect(rows.row(["country": ""])["asked"] == "1")
        #expect(throws: DiagnosticsError.self) { try count(sample()) { $0.attributes = ["age"] } }
    }

    @Test func aSentenceSaysCountDenominatorAndInterval() throws {
        let sentences = try count(sample()).sentences
        #expect(
            sentences == [
                "A: of the 25 respondents who spoke, 3 (12 %, 95 % interval 4 to 30 %) spoke of it, \"few\"; nobody denied "
                    + "it; 22 said nothing of it."
            ])
    }

    @Test func whatThoseWhoWereNotAskedWouldHaveSaidIsBounded() throws {
        var study = sample()
        study.guide = Guide(id: "guide", questions: [Guide.Question(id: "Q1", codes: ["a"])])
        // Asked are r1 to r20, of whom r1 and r2 speak of it; r0 does so without being asked.
        study.asked = (1...20).map {
            AskedQuestion(
                question: "Q1", respondent: "r\($0)", transcript: "t\($0)", turn: 1, match: .number, similarity: 1)
        }
        let answer = try count(study) { $0.isDetailed = true }
        let row = answer.table.row(["code": "a"])
        #expect([row["respondents"], row["asked"], row["silent"]] == ["3", "20", "18"])
        #expect(row["wording"] == "few")
        #expect(row["bound_low"] == "0.1200" && row["bound_high"] == "0.2800")
        // 3 of all 25; 3 of the 20 who were asked and the 1 who was not.
        #expect([row["spoke"], row["share_spoke"], row["spontaneous"]] == ["25", "0.1200", "1"])
        #expect(row["share_asked_or_spontaneous"] == "0.1429")
        #expect(answer.sentences[0].hasPrefix("A: of the 20 respondents who were asked, 2 (10 %"))
        #expect(
            answer.sentences[0].hasSuffix(
                "Whatever the 4 who were not asked would have said, it is between 12 and 28 % of all 25 respondents."))
    }

    @Test func howOftenARespondentSaysItStandsBesideTheShare() throws {
        let transcripts = (0..<3).map { MeasuredStudy.transcript("t\($0)", "en", "r\($0)") }
        let study = MeasuredStudy.study(
            [MeasuredStudy.code("a"), MeasuredStudy.code("b")], transcripts,
            [("r0", 0), ("r0", 10), ("r0", 20), ("r0", 30), ("r1", 0)].map { respondent, start in
                MeasuredStudy.coding(
                    "a", respondent, start, start + 5, in: respondent == "r0" ? "t0" : "t1")
            })
        let table = try count(study) { $0.isDetailed = true }.table
        let often = table.row(["code": "a"])
        #expect([often["respondents"], often["codings"]] == ["2", "5"])
        #expect([often["codings_median"], often["codings_most"]] == ["2.5", "4"])
        let never = table.row(["code": "b"])
        #expect([never["codings_median"], never["codings_most"]] == ["", ""])
    }

    @Test func focusGroupsCountAsOneEach() throws {
        let study = MeasuredStudy.study(
            [MeasuredStudy.code("a")],
            [
                MeasuredStudy.transcript("g1", "en", "p", "q"), MeasuredStudy.transcript("g2", "en", "s", "u"),
                MeasuredStudy.transcript("one", "en", "v"),
            ],
            [
                MeasuredStudy.coding("a", "p", in: "g1"), MeasuredStudy.coding("a", nil, 8, 9, in: "g1"),
                MeasuredStudy.coding("a", "v", in: "one"),
            ])
        let rows = try count(study) { $0.level = .both }.table
        #expect(rows.row(["unit": "person"])["respondents"] == "2")
        let group = rows.row(["unit": "group"])
        #expect([group["respondents"], group["asked"], group["codings"]] == ["1", "2", "2"])
    }

    @Test func whatPeopleDecidedStandsApart() throws {
        var study = sample()
        #expect(throws: DiagnosticsError.self) { try count(study) { $0.basis = .reviewed } }
        study.codings[0].status = .accepted
        study.codings[1].status = .rejected
        let answer = try count(study) { $0.basis = .reviewed }
        let row = answer.table.row(["code": "a"])
        #expect([row["respondents"], row["asked"]] == ["1", "2"])
        #expect(answer.summary.count == 1)
    }

    /// 126 respondents with the code, 60 of them read and 48 true; 294 without, 60 read and 3 true: the share is
    /// (126 · 0.8 + 294 · 0.05) / 420 = 0.275.
    @Test func sharesAreCorrectedByTheStrataOfTheSample() throws {
        let study = MeasuredStudy.interviews(420, codes: [MeasuredStudy.code("a"), MeasuredStudy.code("b")]) {
            $0 < 126 ? ["a"] : []
        }
        var units: [SampledUnit] = []
        var decisions: [Decision] = []
        for (stratum, numbers) in [0..<60, 126..<186].enumerated() {
            for (place, number) in numbers.enumerated() {
                let row = units.count + 1
                units.append(
                    SampledUnit(
                        row: row, stratum: stratum, subject: .respondent("r\(number)"), code: "a",
                        isCoded: stratum == 0))
                decisions.append(
                    Decision(
                        number: row, subject: .respondent("r\(number)"), code: "a",
                        outcome: place < [48, 3][stratum] ? .accepted : .rejected, coder: "anna",
                        row: Decision.Row(sample: 1, number: row)))
            }
        }
        let sample = SampleDraw(
            number: 1, run: 1, unit: .respondent, seed: 1, isBlind: true, reviewers: ["anna"],
            strata: [
                SampleDraw.Stratum(
                    code: "a", name: "coded", members: 126, drawn: 60, respondents: (0..<126).map { "r\($0)" }),
                SampleDraw.Stratum(
                    code: "a", name: "uncoded", members: 294, drawn: 60, respondents: (126..<420).map { "r\($0)" }),
            ], units: units)
        let resolver = CodeResolver(study.codebook)
        let reviews = ShareReviews(samples: [sample], decisions: decisions, hierarchy: resolver.hierarchy)
        let found = CorrectedFrequencies(
            CorrectedUnits(study, rules: study.codings, reviews: reviews), by: [], target: .t1)
        let row = found.table.row(["code": "a"])
        #expect([row["asked"], row["found"], row["read"]] == ["420", "126", "120"])
        #expect(row["share"] == "0.2750" && row["respondents"] == "115.5")
        #expect(row["ci_low"] == "0.2420" && row["ci_high"] == "0.3306")
        #expect(found.notReviewed == ["b"])
        let sentence = FrequencyWords(study).sentence(found.rows[0], target: .t1)
        #expect(
            sentence
                == "A: of the 420 respondents who spoke, 28 % (95 % interval 24 to 33 %) spoke of it, corrected by what "
                + "people found in 120 of them; the rules found it in 126.")
        // Who came after the draw was never drawn, and nothing is known of them.
        var grown = study
        grown.respondents.append(Respondent(id: "later"))
        let later = CorrectedFrequencies(
            CorrectedUnits(grown, rules: study.codings, reviews: reviews), by: [], target: .t1)
        #expect(
            later.table.row(["code": "a"])["reason"]
                == "emptyStratum")
    }

    @Test func aTableOfRespondentsReadAtRandomCorrectsToo() throws {
        let study = MeasuredStudy.interviews(10, codes: [MeasuredStudy.code("a")]) { $0 < 5 ? ["a"] : [] }
        let given = GivenCodings(
            marks: (0..<10).map { GivenCodings.Mark(respondent: "r\($0)", code: ["a"], applies: $0 < 4) })
        let reviews = try ShareReviews(
            given, study: study, resolver: CodeResolver(study.codebook), path: "reviews.csv")
        let found = CorrectedFrequencies(
            CorrectedUnits(study, rules: study.codings, reviews: reviews), by: [], target: .t1)
        // All were read, so there is nothing to be uncertain of.
        let row = found.table.row(["code": "a"])
        #expect([row["share"], row["ci_low"], row["ci_high"]] == ["0.4000", "0.4000", "0.4000"])
    }
}

/// The table that a run writes.
private enum StudyFileFrequencies {
    static func plain(_ study: CodedStudy) -> Table { StudyFile(study: study).frequencies(by: nil) }
}
