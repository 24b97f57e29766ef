import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct PlanTests {
    private func plan(
        _ study: ReviewStudy, _ question: PlanRequest.Question, set: (inout PlanRequest) -> Void = { _ in }
    ) throws -> PlanRequest.Answer {
        var request = PlanRequest(study: study.study, question: question)
        request.threads = 2
        set(&request)
        return try request.run()
    }

    /// Interviews of one respondent each, of whom every third slept outside.
    private func interviews(_ count: Int) throws -> ReviewStudy {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        for number in 1...count {
            let answer = number.isMultiple(of: 3) ? "We slept outside in \(number)." : "We had a room in \(number)."
            try study.files.write(
                "---\ncountry: \(number.isMultiple(of: 2) ? "Iraq" : "Tunisia")\n---\nInterviewer: Where did you sleep?\nOmar: \(answer)\nInterviewer: And now?\nOmar: All is well.",
                to: "Transcripts/r\(number).txt")
        }
        try study.run()
        return study
    }

    // MARK: - Before

    @Test(arguments: [SampleDraw.Unit.segment, .respondent], [(0.05, []), (0.1, ["country"]), (0.2, [])])
    func aPlanIsWhatASampleDraws(unit: SampleDraw.Unit, how: (halfWidth: Double, groups: [String])) throws {
        let study = try interviews(60)
        let planned = try plan(study, .halfWidth(how.halfWidth)) {
            $0.isByRespondent = unit == .respondent
            $0.attributes = how.groups
        }
        let sample = try ReviewSample(
            SampleRequest(unit: unit, size: .halfWidth(how.halfWidth), by: how.groups, seed: 9), from: study.study,
            into: nil)
        #expect(!planned.table.rows.isEmpty)
        #expect(
            planned.table.read.map { [$0["code"], $0["stratum"], $0["units"], $0["needed"]] }
                == sample.draw.strata.map { [$0.code, $0.name, String($0.members), String($0.drawn)] })
        #expect(planned.table.read.allSatisfy { $0["read"] == "0" && $0["left"] == $0["needed"] })
    }

    @Test func whatWasJudgedGivesTheGuessesAndIsNotLeft() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything())
        let table = try plan(study, .halfWidth(0.05)) { $0.codes = ["shelter"] }.table
        // Smoothed shares, (y + 1)/(n + 2): 11/14, 4/17 and 2/22.
        #expect(table.read.map { $0["guess"] } == ["0.7857", "0.2353", "0.0909"])
        #expect(table.read.map { $0["read"] } == ["12", "15", "20"])
        // All were drawn, so all are needed, and what is not judged yet is left.
        #expect(table.read.map { $0["left"] } == ["28", "5", "40"])
        #expect(table.read.allSatisfy { $0["half_width"] == "0.0000" })
    }

    @Test func nothingIsWrittenByAPlan() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        _ = try plan(study, .halfWidth(0.1))
        #expect(!study.files.exists("Results/sample-1"))
        #expect(try study.sampleEverything().number == 1)
    }

    // MARK: - After

    /// 20 more go to the strata where they bring most: worked out by another program.
    @Test func aForecastIsThatOfTheFormulas() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything())
        let row = try plan(study, .reviews(20)).table.row(["code": "shelter"])
        #expect([row["unit"], row["measure"], row["read"], row["more"]] == ["segment", "recall", "47", "20"])
        #expect([row["half_width_now"], row["half_width_then"], row["gain"]] == ["0.1362", "0.0973", "0.0389"])
        #expect(row["division"] == "near-miss 3, uncoded 17")
    }

    /// Sizes chosen at once for a share are those that more reviews lead to.
    @Test func theForecastOfAShareIsThatOfALargerSample() throws {
        let study = try interviews(60)
        let request = SampleRequest(
            codes: ["shelter"], unit: .respondent, size: .units(1000), reviewers: ["anna"], isBlind: true)
        let draw = try ReviewSample(request, from: study.study, into: nil).draw
        // Coded: the 20 interviews and Amina.
        #expect(draw.strata.map(\.members) == [21, 40])
        try study.judge(draw, ["coded": (10, 8), "uncoded": (15, 3)])
        let row = try plan(study, .reviews(10)).table.row(["unit": "respondent"])
        #expect([row["measure"], row["read"], row["more"]] == ["share", "25", "10"])
        let parts = (row["division"] ?? "").split(separator: ", ").map { $0.split(separator: " ") }
        let more = Dictionary(uniqueKeysWithValues: parts.map { (String($0[0]), Int($0[1]) ?? 0) })
        #expect(more.values.reduce(0, +) == 10)
        let then = ReviewedStrata(expecting: [
            ExpectedStratum(members: 21, reviewed: 10 + (more["coded"] ?? 0), share: 0.8),
            ExpectedStratum(members: 40, reviewed: 15 + (more["uncoded"] ?? 0), share: 0.2),
        ]).share()
        #expect(row["half_width_then"] == NumberFormat.fixed(then.value?.interval.halfWidth ?? 0, decimals: 4))
    }

    @Test func theCodeThatGainsMostComesFirst() throws {
        let codebook = ReviewStudy.shelter.replacing("elephant", with: "road")
        let study = try ReviewStudy(audited: codebook)
        // Of shelter all but one is judged, of the road little.
        try study.judge(
            try study.sampleEverything(["shelter"]), ["coded": (39, 30), "near-miss": (20, 2), "uncoded": (60, 1)])
        try study.judge(try study.sampleEverything(["silent"]), ["coded": (15, 12), "uncoded": (15, 2)])
        let table = try plan(study, .reviews(20)).table
        #expect(table.read.map { $0["code"] } == ["silent", "shelter"])
        #expect(table.row(["code": "shelter"])["more"] == "1")
        #expect(table.row(["code": "shelter"])["half_width_then"] == "0.0000")
    }

    @Test func rulesThatChangedHaveNoForecast() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything())
        try study.run(ReviewStudy.shelter.replacing("\"slept outside\"", with: "\"slept outside\" and not camp"))
        let row = try plan(study, .hours(1)).table.row(["code": "shelter"])
        #expect([row["half_width_now"], row["more"], row["reason"]] == ["", "", "rulesChanged"])
    }

    @Test func anHourIsAsManyRespondentsAsCanBeRead() throws {
        let study = try interviews(60)
        let request = SampleRequest(
            codes: ["shelter"], unit: .respondent, size: .units(1000), reviewers: ["anna"], isBlind: true)
        try study.judge(
            try ReviewSample(request, from: study.study, into: nil).draw, ["coded": (5, 5), "uncoded": (5, 0)])
        let answer = try plan(study, .hours(1)) { $0.isByRespondent = true }
        // 20 say "We slept outside in 3." and "All is well.", 40 say "We had a room in 1." and "All is well.": 8 and 9
        // words. Amina says 40 x 6 + 20 x 9 + 60 x 7 = 840 words: 1,360 of 61, or 22.3 each.
        #expect(
            answer.summary[0]
                == "One more hour is 538 respondents (538 respondents an hour; a respondent says 22 words on average, read at 200 a "
                + "minute).")
        // There are no more than 51 left.
        #expect(answer.table.read.map { $0["more"] } == ["51"])
        let given = try plan(study, .hours(2)) {
            $0.isByRespondent = true
            $0.perHour = 4
        }
        #expect(given.summary[0] == "2 more hours are 8 respondents (4 respondents an hour, as given).")
        #expect(given.table.read.map { $0["more"] } == ["8"])
    }

    @Test func withoutJudgementsThereIsNoForecast() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        let error = #expect(throws: DiagnosticsError.self) { try plan(study, .hours(1)) }
        #expect(error?.diagnostics.map(\.identifier) == ["nothing-reviewed"])
    }
}
