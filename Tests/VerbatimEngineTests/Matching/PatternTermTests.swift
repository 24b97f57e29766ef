import Testing
import VerbatimModel
import VerbatimTestSupport

/// Stems and regular expressions as terms.
@Suite struct PatternTermTests {
    /// Rule, text, hits.
    static let cases: [(String, String, [String])] = [
        ("~return", "R: Returning, she RETURNED; no turn, tax returns.", ["Returning", "RETURNED", "returns"]),
        ("~returns", "R: We return.", ["return"]),
        ("~don't", "R: I don\u{2019}t.", ["don\u{2019}t"]),
        ("~re-entries", "R: A re-entry.", ["re-entry: re entry"]),
        ("\"~go back\"", "R: Going back, go back, went back.", ["Going back", "go back"]),
        ("\"(~tax|old) ~return\"", "R: Taxes returned, old returns.", ["Taxes returned", "old returns"]),
        ("~return near/3 ~home", "R: Returning to our homes.", ["Returning to our homes: Returning homes"]),
        ("/go(es|ing)?/", "R: Go, goes, GOING, gone.", ["Go", "goes", "GOING"]),
        ("/dön\\w*/", "R: Dönmek, donuyor, gitmek.", ["Dönmek", "donuyor"]),
        ("/\\d{4}/", "R: In 2015 and \u{662}\u{660}\u{661}\u{665}, 20155.", ["2015", "\u{662}\u{660}\u{661}\u{665}"]),
        ("\"/m[ae]n/ _ /w.m[ae]n/\"", "R: Men and women.", ["Men and women: Men women"]),
        ("/(a+)+b/", "R: aaaab aaaa.", ["aaaab"]),
        ("@forms", "R: Returning; slept, sleeps.", ["Returning", "slept", "sleeps"]),
    ]

    @Test(arguments: cases)
    func termsMatch(rule: String, text: String, hits: [String]) throws {
        #expect(try Study.hits(rule, text, before: "list @forms\n  ~return, /sle[ep]+(t|s)/\n") == hits)
    }

    @Test func theLanguageOfARuleIsThatOfItsStems() throws {
        // Dutch takes the en of huizen off, English does not.
        let text = "R/nl: De huizen.\nR/en: The huizen.\nR/und: Huizen."
        let dutch = try Study.hits("~huiz", text, languages: "en nl", ruleLanguage: "nl")
        #expect(dutch == ["huizen", "Huizen"])
        #expect(try Study.hits("~huiz", text, languages: "en nl", ruleLanguage: "en").isEmpty)
        #expect(try Study.hits("~huizen", text, languages: "en nl", ruleLanguage: "en") == ["huizen", "Huizen"])
    }

    @Test func aRuleWithoutALanguageTakesThatOfTheParagraph() throws {
        let text = "R/nl: De huizen.\nR/en: The huizen.\nR/und: Huizen.\nR/de: Huizen.\nR/ku: Huizen."
        #expect(try Study.hits("~huiz", text, languages: "en nl") == ["huizen"])
        // Where the language is not known or not named, the first that the codebook declares is taken.
        #expect(try Study.hits("~huiz", text, languages: "nl en") == ["huizen", "Huizen", "Huizen", "Huizen"])
        #expect(try Study.hits("~returning", "R/de: Return. R/und: Return.") == ["Return", "Return"])
    }

    @Test func aLanguageThatAnyRuleNamesHasItsOwnStems() throws {
        let other = "code d\n  rule de: nichts"
        let text = "R/de: Die Häuser.\nR/en: The Häuser."
        #expect(try Study.hits("~haus", text, before: other) == ["Häuser"])
        #expect(try Study.hits("~haus", text).isEmpty)
    }

    @Test func listItemsAreStemmedInTheirLanguage() throws {
        let lists = "list @home\n  nl: ~huis, ~huiz\n  en: ~house\n"
        let text = "R/nl: Huizen houses.\nR/en: Huizen houses."
        #expect(try Study.hits("@home", text, before: lists, languages: "en nl") == ["Huizen", "houses"])
        #expect(try Study.hits("@home", text, before: lists, languages: "en nl", ruleLanguage: "nl") == ["Huizen"])
    }

    @Test func stemsOfTheFiveLanguagesMatch() throws {
        for (language, rule, text, hits) in [
            ("fr", "~retourner", "R: On retournait, je retourne; le RETOUR.", ["retournait", "retourne"]),
            ("fr", "~l'abri", "R: Dans l\u{2019}abri, les abris.", ["l\u{2019}abri: l\u{2019} abri"]),
            ("nl", "~vluchteling", "R: De vluchtelingen, een vluchteling.", ["vluchtelingen", "vluchteling"]),
            ("tr", "~Irak", "R: Irak'tan, IRAK, ırakta.", ["Irak'tan", "IRAK", "ırakta"]),
            ("tr", "~evler", "R: Evlerimizden ev; EVLER.", ["Evlerimizden", "ev", "EVLER"]),
            ("ar", "~عودة", "R: العودة للعَوْدَة.", ["العودة", "للعَوْدَة"]),
        ] {
            let found = try Study.hits(
                rule, text, in: Language(tag: language), languages: language, ruleLanguage: language)
            #expect(found == hits, "\(rule)")
        }
    }

    @Test func aCatastrophicPatternIsNotSlow() throws {
        let word = String(repeating: "a", count: 10_000)
        #expect(try Study.hits("/(a+)+b/ or /(a|aa)*c/", "R: \(word) ab.") == ["ab"])
    }

    @Test func manyPatternsAndStemsAreAllFound() throws {
        let rule = (0..<60).map { "/x\($0)[yz]+/ or ~ba\($0)ing" }.joined(separator: " or ")
        #expect(try Study.hits(rule, "R: X7yz ba59ing x60y ba60.") == ["X7yz", "ba59ing"])
    }
}
