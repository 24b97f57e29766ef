import Testing

@testable import VerbatimIngest

@Suite struct CharacterReferencesTests {
    @Test(arguments: [
        ("a &amp; b &lt;c&gt;", "a & b <c>"), ("home&#8212;and &#x2019;s", "home—and ’s"), ("a&nbsp;b&lrm;", "a b"),
        ("R&D; &unknown; &#0; &#xD800; &", "R&D; &unknown; &#0; &#xD800; &"), ("&amp;lt;", "&lt;"),
    ])
    func knownReferencesAreResolvedOnce(text: String, resolved: String) {
        #expect(CharacterReferences.resolve(text) == resolved)
    }
}
