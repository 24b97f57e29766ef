import Testing

@testable import VerbatimExport

@Suite struct MarkupTests {
    @Test func textAndAttributesAreEscaped() {
        var markup = Markup()
        markup.element("p", ["title": "\"<&>\"", "lang": nil], "a < b & \"c\" \u{1B}\u{0}")
        #expect(
            markup.text == "<p title=\"&quot;&lt;&amp;&gt;&quot;\">a &lt; b &amp; &quot;c&quot; \u{FFFD}\u{FFFD}</p>")
    }

    @Test func anchorNamesAreDistinctAndPlain() {
        var names = AnchorNames()
        #expect(names.name("code", "protection.shelter") == "code-protection-shelter")
        #expect(names.name("code", "protection-shelter") == "code-protection-shelter-2")
        #expect(names.name("transcript", "groups/FG 1 أ") == "transcript-groups-fg-1")
        #expect(names.name("transcript", "أ") == "transcript")
        #expect(names.name("transcript", "ب") == "transcript-2")
    }
}
