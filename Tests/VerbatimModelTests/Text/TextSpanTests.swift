import Testing
import VerbatimModel

@Suite struct TextSpanTests {
    @Test func spansAreOrderedByStartThenEnd() {
        let spans = [(3, 4), (1, 9), (1, 2), (0, 0)].map { TextSpan(start: $0.0, end: $0.1) }
        #expect(spans.sorted().map(\.start) == [0, 1, 1, 3])
        #expect(spans.sorted().map(\.end) == [0, 2, 9, 4])
    }
}

@Suite struct LanguageTests {
    @Test(arguments: [("nl-BE", "nl"), ("NL", "nl"), ("pt_BR", "pt"), ("", "und"), ("-x", "und"), ("ar", "ar")])
    func aTagIsItsPrimarySubtag(tag: String, code: String) {
        #expect(Language(tag: tag).code == code)
    }
}
