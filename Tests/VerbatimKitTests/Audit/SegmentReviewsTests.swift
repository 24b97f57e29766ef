import Testing
import VerbatimAnalysis
import VerbatimModel

@testable import VerbatimKit

/// Samples made by hand, with strata by country.
@Suite struct SegmentReviewsTests {
    private let hierarchy = CodeHierarchy(
        Codebook(id: "test", title: "Test", codes: [MeasuredStudy.code("b"), MeasuredStudy.code("a")]))

    /// A sample of a code with strata of a name, a size, how many were judged and how many are true, and its decisions.
    private func sample(
        _ number: Int, code: Code.ID, unit: SampleDraw.Unit = .segment,
        _ strata: [(name: String, members: Int, reviewed: Int, positive: Int)]
    ) -> (SampleDraw, [Decision]) {
        var draw = SampleDraw(
            number: number, run: 1, unit: unit, seed: 1, isBlind: true, reviewers: ["anna"], strata: [], units: [])
        var decisions: [Decision] = []
        for (index, stratum) in strata.enumerated() {
            draw.strata.append(
                SampleDraw.Stratum(
                    code: code, name: stratum.name, members: stratum.members, drawn: stratum.reviewed + 1))
            for place in 0...stratum.reviewed {
                let row = draw.units.count + 1
                let subject = ReviewSubject.segment(
                    QuotedPlace(
                        transcript: "t", span: TextSpan(start: row, end: row + 1), quote: "", before: "", after: ""))
                draw.units.append(
                    SampledUnit(row: row, stratum: index, subject: subject, code: code, isCoded: index == 0))
                guard place < stratum.reviewed else { continue }
                decisions.append(
                    Decision(
                        subject: subject, code: code, outcome: place < stratum.positive ? .accepted : .rejected,
                        coder: "anna", row: Decision.Row(sample: number, number: row)))
            }
        }
        return (draw, decisions)
    }

    @Test func strataOfGroupsAreCodedOrNotByTheirKind() throws {
        let (draw, decisions) = sample(
            1, code: "a",
            [
                ("coded/Iraq", 40, 10, 8), ("near-miss/Iraq", 20, 5, 1), ("uncoded/Iraq", 90, 10, 0),
                ("coded/Turkey/Ankara", 30, 6, 6), ("uncoded/not known", 50, 10, 1),
            ])
        let reviews = SegmentReviews(samples: [draw], decisions: decisions, hierarchy: hierarchy)
        let review = try #require(reviews.codes.first)
        #expect(review.node == 1)
        #expect(
            review.audit
                == CodeAudit(
                    coded: [
                        ReviewedStratum(members: 40, reviewed: 10, positive: 8),
                        ReviewedStratum(members: 30, reviewed: 6, positive: 6),
                    ],
                    uncoded: [
                        ReviewedStratum(members: 20, reviewed: 5, positive: 1),
                        ReviewedStratum(members: 90, reviewed: 10, positive: 0),
                        ReviewedStratum(members: 50, reviewed: 10, positive: 1),
                    ]))
        #expect(review.findings == [.applies: 16, .doesNotApply: 25, .open: 5])
    }

    @Test func theLatestSampleOfACodeCounts() {
        let first = sample(1, code: "a", [("coded", 40, 10, 8)])
        let second = sample(2, code: "b", [("coded", 30, 3, 1)])
        let third = sample(3, code: "a", [("coded", 50, 4, 2)])
        let respondents = sample(4, code: "a", unit: .respondent, [("coded", 9, 9, 9)])
        let gone = sample(5, code: "gone", [("coded", 9, 9, 9)])
        let all = [first, second, third, respondents, gone]
        let reviews = SegmentReviews(samples: all.map(\.0), decisions: all.flatMap(\.1), hierarchy: hierarchy)
        #expect(reviews.codes.map(\.sample.number) == [2, 3])
        #expect(reviews.codes.map(\.judged) == [3, 4])
        #expect(reviews.unknown == ["gone"])
    }
}
