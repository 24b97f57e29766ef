import Testing
import VerbatimModel
import VerbatimTestSupport

@Suite struct TermTests {
    /// Rule, text, hits.
    static let cases: [(String, String, [String])] = [
        ("shelter", "R: Shelter, SHELTER and shelters.", ["Shelter", "SHELTER"]),
        ("cafe", "R: The Café and the cafe\u{301}.", ["Café", "cafe\u{301}"]),
        ("Straße", "R: In the strasse.", ["strasse"]),
        ("hous*", "R: House, housing and warehouse; hous.", ["House", "housing", "hous"]),
        ("*migra*", "R: Immigrants migrate, remigration.", ["Immigrants", "migrate", "remigration"]),
        ("colo?r", "R: Color colour coloor colr.", ["colour", "coloor"]),
        ("caf?", "R: Café cafes caf.", ["Café"]),
        ("=Turkey", "R: Turkey or turkey or TURKEY.", ["Turkey"]),
        ("=Café", "R: Cafe\u{301} Cafe Café.", ["Cafe\u{301}", "Café"]),
        ("don't", "R: I don't, I don\u{2019}t, I do.", ["don't", "don\u{2019}t"]),
        ("re-entry", "R: A re-entry and a re entry, no reentry.", ["re-entry: re entry", "re entry"]),
        ("\"go* back\"", "R: I go back. Going back! Go. Back.", ["go back", "Going back"]),
        ("\"turn _ off\"", "R: Turn it off, turn off, turn it all off.", ["Turn it off: Turn off"]),
        ("\"turn ... off\"", "R: Turn the big light off.", ["Turn the big light off: Turn off"]),
        ("\"turn ... off\"", "R: Turn one two three four off.", []),
        ("\"turn ...5 off\"", "R: Turn one two three four off.", ["Turn one two three four off: Turn off"]),
        ("\"turn ... off\"", "R: Turn turn it off off.", ["turn it off: turn off"]),
        ("\"turn ... off\"", "R: Turn off.", ["Turn off"]),
        (
            "\"(a lot|many) of (men|old women)\"", "R: A lot of old women, many of men, lot of men.",
            ["A lot of old women", "many of men"]
        ),
        ("\"no home\"", "R: No. Home.", []),
        ("\"no home\" in turn", "R: No. Home.", []),
        ("\"we slept\"", "R: We [laughs] slept.", ["We [laughs] slept: We slept"]),
        ("=Iraq near/1 =iraq", "R: Iraq iraq.", ["Iraq iraq"]),
    ]

    @Test(arguments: cases)
    func termsMatch(rule: String, text: String, hits: [String]) throws {
        #expect(try Study.hits(rule, text) == hits)
    }

    @Test func listsMatchTheirItemsAndThoseOfListsUnderThem() throws {
        let lists = "list @home\n  house, \"my country\"\nlist @home.town\n  mosul\n"
        #expect(
            try Study.hits("@home", "R: My country, Mosul, a house.", before: lists)
                == ["My country", "Mosul", "house"])
        #expect(try Study.hits("@home.town", "R: My country, Mosul, a house.", before: lists) == ["Mosul"])
    }

    @Test func listsMayReferToLists() throws {
        let lists = "list @towns\n  mosul, rabat\nlist @places\n  @towns, village\n"
        #expect(try Study.hits("@places", "R: Mosul, a village.", before: lists) == ["Mosul", "village"])
    }

    @Test func aRuleOfOneLanguageSearchesItsParagraphsAndThoseOfUnknownLanguage() throws {
        let text = "R/en: The pain.\nR/fr: Le pain.\nR/und: Pain.\nR/de: Pain."
        #expect(try Study.hits("pain", text, languages: "en fr", ruleLanguage: "fr") == ["pain", "Pain"])
        #expect(try Study.hits("pain", text, languages: "en fr") == ["pain", "pain", "Pain", "Pain"])
    }

    @Test func unknownLanguageIsTheOnlyOneThatACodebookDeclares() throws {
        let text = "R/und: Pain."
        #expect(try Study.hits("pain", text, languages: "en", ruleLanguage: "en") == ["Pain"])
        #expect(try Study.hits("pain", text, languages: "en", ruleLanguage: "fr").isEmpty)
    }

    @Test func listItemsOfALanguageMatchItsParagraphs() throws {
        let lists = "list @home\n  en: home\n  fr: pays\n  mosul\n"
        let text = "R/en: Home pays Mosul.\nR/fr: Home pays Mosul."
        #expect(
            try Study.hits("@home", text, before: lists, languages: "en fr") == ["Home", "Mosul", "pays", "Mosul"])
        #expect(
            try Study.hits("@home", text, before: lists, languages: "en fr", ruleLanguage: "fr") == ["pays", "Mosul"])
    }

    @Test func elidedWordsMatchHoweverTheLanguageSplitsThem() throws {
        let text = "R/fr: Dans l\u{2019}abri.\nR/en: In l'abri."
        #expect(try Study.hits("l'abri", text, languages: "en fr") == ["l\u{2019}abri: l\u{2019} abri", "l'abri"])
        let french = try Study.hits("\"l'abri\"", text, languages: "en fr", ruleLanguage: "fr")
        #expect(french == ["l\u{2019}abri: l\u{2019} abri"])
        #expect(try Study.hits("abri", text, languages: "en fr") == ["abri"])
    }

    @Test func turkishAndArabicFoldAlike() throws {
        #expect(try Study.hits("istanbul", "R: İSTANBUL, Istanbul, ıstanbul.") == ["İSTANBUL", "Istanbul", "ıstanbul"])
        #expect(try Study.hits("العوده", "R: العودة العَوده.", in: "ar") == ["العودة", "العَوده"])
    }
}
