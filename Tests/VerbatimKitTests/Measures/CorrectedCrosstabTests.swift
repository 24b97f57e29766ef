import Testing
@testable import VerbatimKit
import VerbatimModel

@Suite struct CorrectedCrosstabTests {
    /// 60 interviews in each of two countries.
    ///
    /// Of Iraq's the rules code 30, of whom 15 are read and 12 have it, and of
    /// the others 15 are read and 3 have it; of Tunisia's 20, of whom 10 are read and 9 have it, and of the others 20
    /// are read and 2 have it.
    private static func units(
        without unread: Range<Int> = 0..<0, turkeyFrom third: Int = 120
    ) throws -> CorrectedUnits {
        let study = MeasuredStudy.interviews(
            120, codes: [MeasuredStudy.code("a"), MeasuredStudy.code("b")],
            attributes: { ["country": $0 < 60 ? "Iraq" : $0 < third ? "Tunisia" : "Turkey"] }
        ) { number in number % 60 < (number < 60 ? 30 : 20) ? ["a"] : [] }
        var marks: [GivenCodings.Mark] = []
        for (first, read, having) in [(0, 15, 12), (30, 15, 3), (60, 10, 9), (80, 20, 2)] {
            for place in 0..<read where !unread.contains(first + place) {
                marks.append(
                    GivenCodings.Mark(respondent: "r\(first + place)", code: ["a"], applies: place < having))
            }
        }
        return CorrectedUnits(
            study, rules: study.codings,
            reviews: try ShareReviews(
                GivenCodings(marks: marks), study: study, resolver: CodeResolver(study.codebook),
                path: "reviews.csv"))
    }

    private func answer(
        _ units: CorrectedUnits, rows: String = "code", code: String? = nil,
        target: FrequencyRequest.Target = .t1
    ) throws -> CrosstabRequest.Answer {
        var request = CrosstabRequest(study: "s.verbatim", rows: rows, columns: "country", code: code)
        request.basis = .corrected
        request.target = target
        return try request.corrected(units)
    }

    /// Worked out by another program from sections 3.2, 3.3 and 4 of the formulas.
    @Test func eachCountryIsCorrectedByItsOwnReviewsAndTheyAreTestedByTheirVariances() throws {
        let table = try answer(try Self.units()).cells
        let iraq = table.row(["country": "Iraq"])
        #expect([iraq["asked"], iraq["found"], iraq["read"]] == ["60", "30", "30"])
        #expect([iraq["share"], iraq["ci_low"], iraq["ci_high"]] == ["0.5000", "0.3971", "0.6029"])
        #expect(
            [iraq["difference"], iraq["difference_low"], iraq["difference_high"]] == ["0.1333", "-0.0045", "0.2638"])
        #expect([iraq["test"], iraq["statistic"], iraq["p"]] == ["wald-f", "1.3554", "0.246681"])
        #expect(iraq["family"] == "1" && iraq["p_adjusted"] == "0.246681" && iraq["target"] == "respondents")
        let tunisia = table.row(["country": "Tunisia"])
        #expect([tunisia["share"], tunisia["ci_low"], tunisia["ci_high"]] == ["0.3667", "0.2865", "0.4583"])
    }

    @Test func onlyCodesThatWereJudgedStandInRows() throws {
        #expect(try answer(try Self.units()).cells.rows(["code": "b"]).isEmpty)
        #expect(throws: DiagnosticsError.self) { try answer(try Self.units(), code: "b") }
        #expect(throws: DiagnosticsError.self) { try answer(try Self.units(), rows: "country") }
    }

    @Test func theIntervalOfAPopulationIsWider() throws {
        let units = try Self.units()
        let (these, all) = try (answer(units).cells, answer(units, target: .t2).cells)
        let (narrow, wide) = (these.row(["country": "Iraq"]), all.row(["country": "Iraq"]))
        #expect(narrow["share"] == wide["share"] && wide["target"] == "population")
        let low = try #require(Double(wide["ci_low"] ?? ""))
        #expect(low < 0.3971)
        // The test is of populations in either table.
        #expect(narrow["p"] == wide["p"])
    }

    /// Four respondents of a third country, none of whom was read, do not keep the other two from being compared.
    @Test func aGroupThatNobodyReadIsInNoTest() throws {
        let answer = try answer(try Self.units(turkeyFrom: 116))
        let (turkey, iraq) = (answer.cells.row(["country": "Turkey"]), answer.cells.row(["country": "Iraq"]))
        #expect([turkey["asked"], turkey["read"], turkey["share"]] == ["4", "0", ""])
        #expect(turkey["reason"] == "notReviewed")
        #expect(iraq["test"] == "wald-f" && iraq["family"] == "1" && iraq["difference"] != "")
        #expect(answer.summary.contains("Groups of which nobody was read are in no test."))
    }

    /// Nobody read Tunisia: its share is not known, nor is anything compared with it.
    @Test func aCountryThatNobodyReadHasNoShareAndNothingIsTested() throws {
        let answer = try answer(try Self.units(without: 60..<120))
        let (iraq, tunisia) = (answer.cells.row(["country": "Iraq"]), answer.cells.row(["country": "Tunisia"]))
        #expect(tunisia["share"] == "" && tunisia["reason"] == "notReviewed")
        #expect(iraq["share"] == "0.5000" && iraq["difference"] == "" && iraq["reason"] == "notReviewed")
        #expect(iraq["p"] == "" && iraq["family"] == "0")
        #expect(answer.summary.contains("No row could be tested."))
    }
}
