import Testing
import VerbatimModel

@Suite struct SampleDrawTests {
    private let draw = SampleDraw(
        number: 2, run: 1, unit: .respondent, seed: 1, isBlind: false, reviewers: ["anna", "ben"],
        strata: [SampleDraw.Stratum(code: "a", name: "coded", members: 3, drawn: 3)],
        units: [
            SampledUnit(row: 1, stratum: 0, subject: .respondent("r1"), code: "a", isCoded: true, reviewers: [0, 1]),
            SampledUnit(row: 2, stratum: 0, subject: .respondent("r2"), code: "a", isCoded: true, reviewers: [0]),
            SampledUnit(
                row: 3, stratum: 0, subject: .respondent("r3"), code: "a", isCoded: true,
                earlier: Decision.Row(sample: 1, number: 9)),
        ])

    private func decision(_ coder: String, _ outcome: Decision.Outcome, sample: Int = 2, row: Int) -> Decision {
        Decision(
            subject: .respondent("r"), code: "a", outcome: outcome, coder: coder,
            row: Decision.Row(sample: sample, number: row))
    }

    @Test func theLatestOfEachCoderHolds() {
        #expect(
            draw.judgements([decision("anna", .rejected, row: 2), decision("anna", .accepted, row: 2)])
                == [nil, true, nil])
    }

    @Test func unsureIsNoJudgementAndTakesOneBack() {
        #expect(
            draw.judgements([decision("anna", .accepted, row: 2), decision("anna", .unsure, row: 2)])
                == [nil, nil, nil])
    }

    @Test func whereTwoDisagreeNothingIsJudgedYet() {
        let divided = [decision("anna", .accepted, row: 1), decision("ben", .changed, row: 1)]
        #expect(draw.judgements(divided) == [nil, nil, nil])
        #expect(draw.judgements(divided + [decision("anna", .rejected, row: 1)]) == [false, nil, nil])
    }

    @Test func itIsToldWhyAUnitIsNotJudged() {
        #expect(draw.findings([]) == [.open, .open, .open])
        #expect(
            draw.findings([
                decision("anna", .accepted, row: 1), decision("ben", .changed, row: 1),
                decision("anna", .unsure, row: 2),
                decision("ben", .rejected, sample: 1, row: 9),
            ]) == [.disputed, .unsure, .doesNotApply])
        #expect(draw.findings([decision("anna", .unsure, row: 1), decision("ben", .accepted, row: 1)])[0] == .applies)
    }

    @Test func aUnitOfAnEarlierSampleIsJudgedThere() {
        #expect(draw.judgements([decision("ben", .accepted, sample: 1, row: 9)]) == [nil, nil, true])
        #expect(draw.judgements([decision("ben", .accepted, row: 3)]) == [nil, nil, nil])
    }

    @Test func aPlaceKeepsItsWordsAndWhatStandsAroundThem() {
        let place = QuotedPlace(TextSpan(start: 3, end: 6), of: "t", text: OffsetMap("é🙂 abc d\n"))
        #expect(place.quote == "abc")
        #expect(place.before == "é🙂 ")
        #expect(place.after == " d\n")
        let long = OffsetMap(String(repeating: "x", count: 100) + "abc" + String(repeating: "y", count: 100))
        let middle = QuotedPlace(TextSpan(start: 100, end: 103), of: "t", text: long)
        #expect(middle.before.count == QuotedPlace.contextLength)
        #expect(middle.after == String(repeating: "y", count: QuotedPlace.contextLength))
    }
}
