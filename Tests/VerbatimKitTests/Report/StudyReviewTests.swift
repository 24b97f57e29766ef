import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

@testable import VerbatimKit

@Suite struct StudyReviewTests {
    /// 120 interviews, of which people read 80.
    ///
    /// Every second is in the north; the rules find the code in each whose number ends in 0 to 4. People read all whose
    /// number is not a multiple of three: in the north they agree with the rules, in the south they find nothing.
    private func review(isNorthKnown: Bool = true) -> StudyReview {
        let study = MeasuredStudy.interviews(
            120, codes: [MeasuredStudy.code("a"), MeasuredStudy.code("b")],
            attributes: { number in
                var attributes = Attributes()
                if number % 2 == 1 { attributes["region"] = "south" }
                if number % 2 == 0, isNorthKnown { attributes["region"] = "north" }
                return attributes
            }, having: { $0 % 10 < 5 ? ["a"] : [] })
        let people = study.respondents.map(\.id)
        let read = (0..<120).filter { $0 % 3 != 0 }
        let sample = SampleDraw(
            number: 1, run: 1, unit: .respondent, seed: 1, isBlind: false, reviewers: ["anna"],
            strata: [("coded", 0..<5), ("uncoded", 5..<10)].map { name, ends in
                let members = (0..<120).filter { ends.contains($0 % 10) }.map { people[$0] }
                return SampleDraw.Stratum(
                    code: "a", name: name, members: members.count, drawn: 0, respondents: members)
            },
            units: read.enumerated().map { row, number in
                SampledUnit(
                    row: row + 1, stratum: number % 10 < 5 ? 0 : 1, subject: .respondent(people[number]), code: "a",
                    isCoded: number % 10 < 5, reviewers: [0])
            })
        let decisions = read.enumerated().map { row, number in
            Decision(
                number: row + 1, subject: .respondent(people[number]), code: "a",
                outcome: number % 2 == 0 && number % 10 < 5 ? .accepted : .rejected, coder: "anna",
                row: Decision.Row(sample: 1, number: row + 1))
        }
        return StudyReview(
            study: study, rules: study.codings, records: ReviewRecords(decisions: decisions, samples: [sample]))
    }

    @Test func everyGroupIsCorrectedByItsOwnReviewsAndTested() throws {
        let groups = review().corrections(by: "region")
        #expect(groups.rows.map(\.group) == [["north"], ["south"]] && groups.rows.allSatisfy { $0.code == "a" })
        let (north, south) = (groups.rows[0], groups.rows[1])
        // Of 60 in the north 36 end in 0, 2 or 4; of 60 in the south 24 end in 1 or 3, and people find it in none.
        #expect(north.found == 36 && south.found == 24 && north.read == 40 && south.read == 40)
        #expect(abs(try #require(north.share.value).value - 0.6) < 0.001)
        #expect(try #require(south.share.value).value == 0)
        let test = try #require(groups.tests["a"])
        #expect(try #require(test.pValue.value) < 0.001)
        // A family of one test is not adjusted.
        #expect(test.adjusted == test.pValue.value && groups.tests.count == 1)
    }

    @Test func whoseGroupIsNotKnownIsInARowAndInNoTest() throws {
        let groups = review(isNorthKnown: false).corrections(by: "region")
        #expect(groups.rows.map(\.group) == [["south"], [nil]])
        // One group is left to be compared.
        #expect(groups.tests["a"]?.pValue == .undefined(.noUnits) && groups.tests["a"]?.adjusted == nil)
    }

    @Test func nothingIsTestedWhereNobodyWasReviewed() {
        let study = review().study
        let review = StudyReview(study: study, rules: study.codings, records: ReviewRecords())
        #expect(review.corrections == nil && review.corrections(by: "region").rows.isEmpty)
        #expect(review.corrections(by: "region").tests.isEmpty)
    }
}
