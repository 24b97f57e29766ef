import Testing
import VerbatimModel

@Suite struct CodingTests {
    /// Computed apart from this program, by FNV-1a (64 bits) over the UTF-8 of the parts, joined by U+001F.
    @Test(arguments: [
        ("interviews/01", "protection.shelter", 0, 10, "ef1d2f1b2e8ca657"),
        ("cafe\u{301}", "return", 12, 3456, "2fb4fb031e5b4255"),
        ("", "", 0, 0, "4499646e20f65c56"),
    ])
    func anIDIsTheHashOfTranscriptCodeAndSegment(transcript: String, code: String, start: Int, end: Int, id: String) {
        #expect(Coding.id(transcript: transcript, code: code, span: TextSpan(start: start, end: end)) == id)
    }

    @Test func anIDHas16DigitsAndTellsSegmentsApart() {
        var ids: Set<String> = []
        for start in 0..<100 {
            for end in start..<100 {
                ids.insert(Coding.id(transcript: "t", code: "c", span: TextSpan(start: start, end: end)))
            }
        }
        #expect(ids.count == 5_050)
        #expect(ids.allSatisfy { $0.utf8.count == 16 })
    }

    @Test func onlyWhatIsProposedOrAcceptedCounts() {
        #expect(CodingStatus.allCases.filter(\.counts) == [.proposed, .accepted])
    }
}
