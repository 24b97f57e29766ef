import Testing
import VerbatimModel

@testable import VerbatimKit

@Suite struct ReviewRecordsTests {
    private func coding(_ quote: String, by coder: String, before: String = "", source: String = "") -> HandCoding {
        HandCoding(
            subject: .segment(
                QuotedPlace(
                    transcript: "t", span: TextSpan(start: 0, end: 4), quote: quote, before: before, after: "")),
            code: "a", coder: coder, source: source)
    }

    @Test func whatIsKnownIsNotAddedAgain() {
        var records = ReviewRecords(handCodings: [coding("tent", by: "anna", source: "first.csv")])
        // A study file does not look at the source, nor at what stands around the words.
        records.add([coding("tent", by: "anna", before: "my ", source: "second.csv")])
        #expect(records.handCodings.count == 1)
        records.add([coding("tent", by: "ben"), coding("tent", by: "ben"), coding("Tent", by: "anna")])
        #expect(records.handCodings.map(\.coder) == ["anna", "ben", "anna"])
        #expect(records.handCoders == ["anna", "ben"])
    }

    @Test func decisionsAreComparedOnTheirOwnCodesAndHandCodingsOnAll() {
        let codebook = Codebook(id: "c", title: "C", codes: ["a", "b"].map { MeasuredStudy.code($0) })
        var records = ReviewRecords(
            decisions: [Decision(subject: .respondent("r"), code: "b", outcome: .accepted, coder: "anna")])
        #expect(records.comparedCodes(codebook) == ["b"])
        records.add([coding("tent", by: "anna")])
        #expect(records.comparedCodes(codebook) == [])
    }
}
