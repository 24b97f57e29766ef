import Testing
import VerbatimCodebook
import VerbatimModel

@Suite struct ValidationTests {
    private func faults(_ text: String) -> [String] {
        Notation.write(parse("codebook x\n" + text).diagnostics)
            .filter { !$0.contains("?no-") && !$0.contains("?unused-list") }
    }

    @Test(arguments: [
        ("code a\ncode a\n", "3:6 duplicate-code"),
        ("theme a\ncode a\n", "2:7 ?empty-theme, 3:6 duplicate-code"),
        ("list @a\n  b\nlist @a\n  c\n", "4:6 duplicate-list"),
        ("code a\n  was b\ncode b\n", "3:7 former-id-in-use"),
        ("code a\n  was c\ncode b\n  was c\n", "5:7 duplicate-former-id"),
        ("code a\n  exclusive g 1\ncode b\n  exclusive g 1\ncode c\n  exclusive h 1\n", "5:13 equal-priority"),
        ("code a\n  rule: @b\n", "3:9 unknown-list"),
        ("code a\n  rule: code:b\n", "3:9 unknown-code"),
        ("list @a\n  b, @c\n", "3:6 unknown-list"),
        ("list @a\n  @b\nlist @b\n  @a\n", "5:3 list-cycle"),
        ("list @a.b\n  @a\n", "3:3 list-cycle"),
        ("code a\n  rule: code:a\n", "3:9 code-cycle"),
        ("code a\n  rule: code:b\ncode b\n  rule: c, asked (code:a)\n", "5:19 code-cycle"),
        ("theme a\ncode a.b\n  rule: code:a\n", "4:9 code-cycle"),
        ("code a.b\n", "2:6 ?undeclared-parent"),
        ("theme a\n", "2:7 ?empty-theme"),
    ])
    func whatOnlyTheWholeCodebookTellsIsReported(_ text: String, _ expected: String) {
        #expect(faults(text).joined(separator: ", ") == expected)
    }

    @Test func aListStandsForTheListsUnderIt() {
        let text = "list @idiom.return\n  a\nlist @idiom.go\n  b\ncode c\n  rule: d not in @idiom\n"
        #expect(!parse("codebook x\n" + text).hasErrors)
        #expect(!Notation.write(parse("codebook x\n" + text).diagnostics).contains { $0.contains("unused-list") })
    }

    @Test func referencesInFaultyRulesAreLookedUpToo() {
        #expect(
            faults("list @home\n  a\ncode c\n  rule: b near @hme\n") == ["5:11 missing-distance", "5:16 unknown-list"])
    }

    @Test func nearNamesAreSuggested() {
        func suggestion(_ text: String) -> String? {
            parse("codebook x\n" + text).diagnostics.first { $0.severity == .error }?.suggestion
        }
        #expect(suggestion("list @homeland\n  a\ncode c\n  rule: @homelnad\n") == "@homeland")
        #expect(suggestion("code shelter\ncode c\n  rule: code:shleter\n") == "code:shelter")
        #expect(suggestion("code shelter\n  was housing\ncode c\n  rule: code:housing\n") == "code:shelter")
        #expect(suggestion("list @homeland\n  a\ncode c\n  rule: @money\n") == nil)
    }

    @Test func aCycleIsNamed() {
        let diagnostics = parse("codebook x\ncode a\n  rule: code:b\ncode b\n  rule: code:c\ncode c\n  rule: code:a\n")
            .diagnostics
        let message = diagnostics.first { $0.severity == .error }?.message
        #expect(message?.contains("a refers to b refers to c refers to a") == true)
    }

    @Test(arguments: [
        ("code a\n  rule: b\n  + \"b\"\n", ["2:6 ?no-definition"]),
        ("code a\n  define D\n  rule: b\n", ["2:6 ?no-example"]),
        ("code a\n  define D\n", ["2:6 ?no-rules"]),
        ("code a\n  define D\n  status retired\n", []),
        ("code a\n  define D\ncode a.b\n  define D\n  rule: c\n  - \"d\"\n", []),
        ("list @a\n  b\nlist @a.c\n  d\n", ["2:6 ?unused-list", "4:6 ?unused-list"]),
    ])
    func whatACodebookLacksIsAWarning(_ text: String, _ expected: [String]) {
        let parsed = parse("codebook x\n" + text)
        #expect(Notation.write(parsed.diagnostics) == expected)
        #expect(!parsed.hasErrors)
    }

    @Test func languagesThatAreNotDeclaredAreWarnedOf() {
        let text =
            "codebook x\n  languages en\nlist @l\n  de: a, b\n  en: c\ncode d\n  define E\n  rule fr: @l\n  +nl \"f\"\n"
        #expect(
            Notation.write(parse(text).diagnostics) == [
                "4:7 ?undeclared-language", "8:3 ?undeclared-language", "9:3 ?undeclared-language",
            ])
    }

    @Test func longChainsOfReferencesAreFollowed() {
        let lists = (0..<20_000).map { "list @l\($0)\n  @l\($0 + 1)\n" }.joined()
        let parsed = parse("codebook x\n" + lists + "list @l20000\n  end\ncode c\n  rule: @l0\n")
        #expect(!parsed.hasErrors)
    }
}
