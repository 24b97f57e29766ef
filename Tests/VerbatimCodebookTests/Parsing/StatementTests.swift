import Testing
import VerbatimCodebook
import VerbatimModel

/// Codebooks, lists, cues, themes and codes with their properties.
@Suite struct StatementTests {
    private let head = "codebook x \"X\"\n  languages en fr\n"

    /// What is wrong, without the warnings of what a snippet lacks.
    private func faults(_ text: String) -> [String] {
        Notation.write(parse(head + text).diagnostics)
            .filter { !$0.contains("?no-") && !$0.contains("?unused-list") && !$0.contains("?empty-theme") }
    }

    @Test func aCodebookHasATitleAndProperties() {
        let codebook = parse(
            """
            codebook migration-partnerships "Migration \\"partnerships\\": views"
              version   1.0 beta
              languages en, nl fr
                ar tr en
              define    Codes for
                        objectives.
            """
        ).codebook
        #expect(codebook.id == "migration-partnerships")
        #expect(codebook.title == "Migration \"partnerships\": views")
        #expect(codebook.version == "1.0 beta")
        #expect(codebook.languages == ["en", "nl", "fr", "ar", "tr"])
        #expect(codebook.definition == "Codes for objectives.")
    }

    @Test func aTitleIsTheIDWhereNoneIsGiven() {
        #expect(parse("codebook x").codebook.title == "x")
        #expect(parse("codebook x\ncode a.b").codebook.codes.first?.name == "a.b")
    }

    @Test func allPropertiesOfACodeAreRead() throws {
        let text =
            head + """
                code a.b "A b"
                  define    What it is.
                  use when  Now.
                  not when  Then.
                  anchor    "We slept outside."
                  anchor    He said "go" and went.
                  memo      One.
                  memo      Two.
                  color     #12abEF
                  status    draft
                  mark      sentence +-2
                  scope     turn
                  speakers  interviewer
                  exclusive intention -3
                  threshold 1.5
                  was       old.one, old.two
                  was       old.three
                """
        let parsed = parse(text)
        #expect(!parsed.hasErrors)
        let code = try #require(parsed.codebook.codes.first)
        #expect(code.id == "a.b")
        #expect(code.name == "A b")
        #expect(code.isCodable)
        #expect(code.definition == "What it is.")
        #expect(code.useWhen == "Now.")
        #expect(code.notWhen == "Then.")
        #expect(code.anchors == ["We slept outside.", "He said \"go\" and went."])
        #expect(code.memo == "One.\nTwo.")
        #expect(code.color == "#12ABEF")
        #expect(code.status == .draft)
        #expect(code.mark == Mark(.sentence, sentences: 2))
        #expect(code.scope == .turn)
        #expect(code.speakers == .roles([.interviewer, .moderator]))
        #expect(code.exclusive == ExclusiveGroup(name: "intention", priority: -3))
        #expect(code.threshold == 1.5)
        #expect(code.formerIDs == ["old.one", "old.two", "old.three"])
        #expect(code.source == SourceRange(path: "test.codebook", start: .init(line: 3, column: 6), length: 3))
    }

    @Test(arguments: [
        ("match", Mark(.match)), ("turn", Mark(.turn)), ("answer", Mark(.answer)),
        ("sentence ±1", Mark(.sentence, sentences: 1)), ("sentence+-1", Mark(.sentence, sentences: 1)),
        ("match +- 3", Mark(.match, sentences: 3)), ("sentence +-0", Mark(.sentence)),
    ])
    func aMarkIsAUnitAndANumberOfSentences(_ text: String, _ expected: Mark) {
        #expect(parse(head + "code a\n  mark \(text)").codebook.codes.first?.mark == expected)
    }

    @Test func aThemeOnlyGroups() {
        let text = "theme t \"T\"\n  define D\n  rule: a\n  + \"a\"\n  mark turn\n"
        #expect(faults(text) == ["5:3 theme-with-rules", "6:3 theme-with-rules", "7:3 theme-with-rules"])
        #expect(parse(head + "theme t \"T\"").codebook.codes.first?.isCodable == false)
    }

    @Test func rulesHaveIDsAndLanguages() {
        let text =
            head
            + "code a\n  rule one en: b\n  rule two: c\n  rule fr: d\n  rule: e\n  rule pay: f\n  rule ckb ckb: g\n"
        let rules = parse(text).codebook.codes.first?.rules ?? []
        #expect(rules.map(\.id) == ["one", "two", "r3", "r4", "pay", "ckb"])
        #expect(rules.map(\.language) == ["en", nil, "fr", nil, nil, "ckb"])
        #expect(rules.map(\.source.start) == (4...9).map { SourcePosition(line: $0, column: 3) })
    }

    @Test func aDeclaredLanguageOfThreeLettersIsALanguage() {
        let rules = parse("codebook x\n  languages ckb\ncode a\n  rule ckb: b\n").codebook.codes.first?.rules
        #expect(rules?.first?.language == "ckb")
        #expect(rules?.first?.id == "r1")
    }

    @Test func aListHoldsItemsByLanguage() throws {
        let text =
            head + """
                list @homeland
                  en: home, "my country", =Iraq, hous*,
                      ~go, /x+y/, @other, not, in
                  fr: "mon pays", l'abri
                  Mosul, 10:30
                list @other
                  a
                """
        let parsed = parse(text)
        #expect(!parsed.hasErrors)
        let items = try #require(parsed.codebook.lists.first).items
        #expect(
            items.map { "\($0.language?.code ?? "-") \(Notation.write($0.term))" } == [
                "en w:home", "en \"w:my w:country\"", "en =Iraq", "en *:hous*", "en ~go", "en /x+y/", "en @other",
                "en w:not", "en w:in", "fr \"w:mon w:pays\"", "fr \"w:l' w:abri\"", "- w:Mosul", "- \"w:10 w:30\"",
            ])
        #expect(items[4].source == SourceRange(path: "test.codebook", start: .init(line: 5, column: 7), length: 3))
    }

    @Test func cuesHaveADirectionAWindowAndALanguage() {
        let text =
            head + """
                cue negation before en: not, never, "no longer"
                cue negation after/4 nl: niet
                cue negation inside tr: *ma*
                cue negation /2: nope
                cue hedge en: maybe,
                  perhaps, "i (think|guess)"
                cue conditional en: if
                cue question en: whether
                cue reported en: "they say"
                cue pseudo en: "not only"
                cue stop en: but, except
                """
        let parsed = parse(text)
        #expect(!parsed.hasErrors)
        let found = parsed.codebook.cues.map { cue in
            "\(cue.kind) \(cue.direction) \(cue.window.map(String.init) ?? "-") \(cue.language?.code ?? "-") "
                + Notation.write(cue.term)
        }
        #expect(
            found == [
                "negation before - en w:not", "negation before - en w:never", "negation before - en \"w:no w:longer\"",
                "negation after 4 nl w:niet", "negation inside - tr *:*ma*", "negation before 2 - w:nope",
                "hedge before - en w:maybe", "hedge before - en w:perhaps",
                "hedge before - en \"w:i (w:think|w:guess)\"", "conditional around - en w:if",
                "question around - en w:whether", "reported before - en \"w:they w:say\"",
                "pseudo around - en \"w:not w:only\"", "stop around - en w:but", "stop around - en w:except",
            ])
    }

    @Test(arguments: [
        ("code\n", "3:1 missing-id"),
        ("code A.b\n", "3:6 bad-id"),
        ("code a Name here\n", "3:8 unquoted-name"),
        ("code a \"A\" b\n", "3:12 unexpected-text"),
        ("code a \"A\n", "3:8 unclosed-quote"),
        ("code a\n  colr #112233\n", "4:3 unknown-property"),
        ("code a\n  define\n", "4:3 empty-property"),
        ("code a\n  define b\n  define c\n", "5:3 duplicate-property"),
        ("code a\n  color blue\n", "4:9 bad-color"),
        ("code a\n  status activ\n", "4:10 unknown-status"),
        ("code a\n  mark sentense\n", "4:8 unknown-mark"),
        ("code a\n  mark sentence 2\n", "4:17 bad-mark"),
        ("code a\n  mark turn +-1\n", "4:13 ?mark-without-effect"),
        ("code a\n  scope trun\n", "4:9 unknown-scope"),
        ("code a\n  exclusive g\n", "4:13 bad-exclusive"),
        ("code a\n  threshold 0\n", "4:13 bad-number"),
        ("code a\n  was Old\n", "4:7 bad-id"),
        ("code a\n  rule homeless\n", "4:3 missing-colon"),
        ("code a\n  rule a b c: d\n", "4:3 missing-colon"),
        ("code a\n  rule a! en: d\n", "4:8 bad-rule-id"),
        ("code a\n  rule a EN: d\n", "4:10 bad-language"),
        ("code a\n  rule a: b\n  rule a: c\n", "5:3 duplicate-rule"),
        ("code a\n  rule de: b\n", "4:3 ?undeclared-language"),
        ("list home\n  a\n", "3:6 missing-at-sign"),
        ("list @\n  a\n", "3:6 bad-id"),
        ("list @a\n", "3:6 empty-list"),
        ("list @a\n  en: my country, b\n", "4:7 multi-word-item"),
        ("list @a\n  en: a,, b\n", "4:9 empty-item"),
        ("list @a\n  en: (a or b), c\n", "4:7 unexpected-token"),
        ("list @a\n  en: code:b, c\n", "4:7 code-in-item"),
        ("list @a\n  EN: a\n", "4:3 bad-language"),
        ("list @a: b\n", "3:8 unexpected-text, 3:6 empty-list"),
        ("cue negatin en: a\n", "3:5 unknown-cue"),
        ("cue negation befor en: a\n", "3:14 unexpected-text"),
        ("cue negation before/x en: a\n", "3:14 bad-window"),
        ("cue stop before en: a\n", "3:10 cue-without-direction"),
        ("cue negation a\n", "3:1 missing-colon"),
        ("cue negation en:\n", "3:1 empty-cue"),
        ("cue negation en: @a\n", "3:18 reference-in-cue"),
        ("codebook y\n", "3:1 duplicate-codebook"),
        ("include\n", "3:1 missing-path"),
        ("include \"a\" b\n", "3:13 unexpected-text, 3:10 unreadable-include"),
    ])
    func aFaultyStatementIsReportedAtItsPlace(_ text: String, _ expected: String) {
        let found = faults(text)
        #expect(Set(found) == Set(expected.split(separator: ", ").map(String.init)), "\(found)")
    }

    @Test(arguments: [
        ("code a\n  colr #112233\n", "color"), ("code a\n  defin b\n", "define"), ("cod a\n", "code"),
        ("code Prot.Shelter\n", "prot.shelter"), ("list @a\n  en: my country\n", "\"my country\""),
        ("list a\n  b\n", "@a"), ("code a\n  rule a EN: b\n", "en"), ("code a Some name\n", "\"Some name\""),
    ])
    func nearNamesAreSuggested(_ text: String, _ expected: String) {
        let suggestions = parse(head + text).diagnostics.compactMap(\.suggestion)
        #expect(suggestions == [expected])
    }
}
