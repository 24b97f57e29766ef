import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimText

@Suite struct StemmerTests {
    private func stems(_ language: Language, _ words: String) throws -> String {
        let stemmer = try #require(Stemmer(language: language))
        return words.split(separator: " ").map { stemmer.stem(of: String($0)) }.joined(separator: " ")
    }

    /// Words from the sample vocabularies that snowballstem.org publishes with each algorithm, and words of our field
    /// as the command `stemwords` of the library stems them; all compared in folded form.
    @Test(arguments: [
        ("en", "consigned consignment consistency consolatory", "consign consign consist consolatori"),
        ("en", "knackeries knaves knightly knitting knives", "knackeri knave knight knit knive"),
        ("en", "returning returned returns generously migrants", "return return return generous migrant"),
        ("nl", "lichaamsziek lichamelijk lichamelijkheden lichten", "lichaamsziek licham licham licht"),
        ("nl", "opglimpende opglooiing opgroeien bedreigingen", "opglimp opglooi opgroei bedreig"),
        ("fr", "continuait continuellement continuité maintenue", "continu continuel continu maintenu"),
        ("fr", "maîtresse majestueux maïs réfugiés logement", "maitress majestu mai refugi log"),
        ("tr", "evler evlerimizden dönüşü ırak kadınlar ülkesine", "ev ev donus irak kadin ulke"),
        ("ar", "اللاجئين لاجئون العودة عودة للعودة الكتاب", "لاجء لاجء عود عود عود كتاب"),
        ("de", "auferlegen katzen häuser flüchtlinge weiß", "auferleg katz haus fluchtling weiss"),
        ("es", "refugiados refugiado niñas", "refugi refugi nin"),
        ("ru", "беженцы возвращения", "беженц возвращен"),
    ])
    func stemsAreThoseOfSnowball(language: Language, words: String, expected: String) throws {
        #expect(try stems(language, words) == expected)
    }

    @Test func theFiveLanguagesOfTheStudyAreThere() {
        for language: Language in ["ar", "en", "fr", "nl", "tr"] {
            #expect(Stemmer.languages.contains(language))
            #expect(Stemmer(language: language)?.language == language)
        }
        #expect(Stemmer.languages == Stemmer.languages.sorted { $0.code < $1.code })
    }

    @Test func aLanguageWithoutAnAlgorithmHasNoStemmer() {
        for language: Language in ["und", "ku", "porter", "english", ""] { #expect(Stemmer(language: language) == nil) }
    }

    @Test func caseMarksAndSpellingOfMarksDoNotCount() throws {
        #expect(try stems("fr", "DÉPLACÉES d\u{E9}plac\u{E9}es de\u{301}place\u{301}es") == "deplac deplac deplac")
        #expect(try stems("nl", "RUÏNE ruïne rui\u{308}ne") == "ruin ruin ruin")
        #expect(try stems("en", "ﬁnding ＦＩＮＤＩＮＧ find\u{AD}ing") == "find find find")
        #expect(try stems("ar", "العَوْدَةِ العـودة ا\u{644}عودة") == "عود عود عود")
    }

    @Test func turkishCapitalsHaveADotOrNot() throws {
        // ırak and Irak are one, İSTANBUL and istanbul; the decomposed capital is I with a dot.
        #expect(try stems("tr", "Irak IRAK ırak") == "irak irak irak")
        #expect(try stems("tr", "İSTANBUL istanbul I\u{307}stanbul") == "istanbul istanbul istanbul")
        #expect(try stems("tr", "KADINLAR kadınlar") == "kadin kadin")
    }

    @Test func suffixesBehindAnApostropheGo() throws {
        #expect(try stems("tr", "Irak'tan Irak’a Türkiye'ye Türkiye'den") == "irak irak turki turki")
        #expect(try stems("tr", "Kur'an Kur'an'da") == "kur'a kur'a")
        #expect(try stems("nl", "foto's foto auto's Irak’s zo'n") == "foto foto auto irak zo'n")
        #expect(try stems("en", "child's children’s don't don’t") == "child children don't don't")
        #expect(try stems("fr", "l' qu’ aujourd'hui") == "l' qu' aujourd'hui")
    }

    @Test func whatIsNoWordIsItsOwnStem() throws {
        let long = String(repeating: "returning", count: 2_000)
        #expect(try stems("en", "2015 ١٢ x \(long)") == "2015 12 x \(long)")
        #expect(try #require(Stemmer(language: "en")).stem(of: "") == "")
    }

    @Test func aStemDoesNotDependOnTheWordBefore() throws {
        let words = ["generously", "Irak'tan", "x", "العودة", String(repeating: "a", count: 400), "returning"]
        for language in Stemmer.languages {
            let shared = try #require(Stemmer(language: language))
            for word in words + words.reversed() {
                #expect(shared.stem(of: word) == Stemmer(language: language)?.stem(of: word))
            }
        }
    }

    @Test func spellingsOfOneWordHaveOneStem() throws {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("abcdeéèfgiïlmnoöprstuüyçşğ")
        for language: Language in ["de", "en", "fr", "nl", "tr"] {
            let stemmer = try #require(Stemmer(language: language))
            for _ in 0..<500 {
                let length = Int.random(in: 1...12, using: &generator)
                let word = String(
                    (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
                var decomposed = ""
                for character in word { decomposed += Self.decompositions[character] ?? String(character) }
                var upper = word.uppercased()
                if language == "tr" { upper = String(upper.map { $0 == "I" ? "İ" : $0 }) }
                let stem = stemmer.stem(of: word)
                #expect(stemmer.stem(of: decomposed) == stem)
                #expect(stemmer.stem(of: upper) == stem)
                #expect(Folding.fold(stem) == stem)
            }
        }
    }

    private static let decompositions: [Character: String] = [
        "é": "e\u{301}", "è": "e\u{300}", "ï": "i\u{308}", "ö": "o\u{308}", "ü": "u\u{308}", "ç": "c\u{327}",
        "ş": "s\u{327}", "ğ": "g\u{306}",
    ]

    @Test func theVersionIsAFingerprint() {
        #expect(Stemmer.version.hasPrefix(StemmingForm.version + "-"))
        #expect(Stemmer.version == Stemmer.version)
        #expect(Stemmer.version.count == StemmingForm.version.count + 9)
    }
}
