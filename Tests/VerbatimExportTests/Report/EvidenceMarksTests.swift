import Testing
import VerbatimModel

@testable import VerbatimExport

@Suite struct EvidenceMarksTests {
    /// Brackets in the result are what is marked.
    private func marked(_ quote: String, _ evidence: [(Int, Int)], start: Int = 100, length: Int? = nil) -> String {
        let end = start + (length ?? quote.unicodeScalars.count)
        let coding = Coding(
            transcript: "t", turn: 1, speaker: nil, respondent: nil, code: "c", rules: [], assertion: Assertion(),
            assertionKinds: [], span: TextSpan(start: start, end: end), quote: quote,
            evidence: evidence.map { TextSpan(start: start + $0.0, end: start + $0.1) }, evidenceWords: [], coder: "")
        return EvidenceMarks.runs(of: coding).map { $0.isEvidence ? "[\($0.text)]" : $0.text }.joined()
    }

    @Test func tokensAreMarkedByScalars() {
        #expect(marked("🏠 e\u{301} slept outside", [(5, 10)]) == "🏠 e\u{301} [slept] outside")
    }

    @Test func neighboursAreOneMarkButNotAcrossWordsOrLines() {
        #expect(marked("go  back now", [(0, 2), (4, 8)]) == "[go  back] now")
        #expect(marked("go, back", [(0, 2), (4, 8)]) == "[go], [back]")
        #expect(marked("go\nback", [(0, 2), (3, 7)]) == "[go]\n[back]")
    }

    @Test func nothingIsMarkedWhereTheQuoteIsNotTheSegment() {
        #expect(marked("go back", [(0, 2)], length: 9) == "go back")
    }

    @Test func evidenceOutsideTheSegmentIsLeftOut() {
        #expect(marked("back", [(-5, 2), (3, 99)]) == "[ba]c[k]")
    }
}
