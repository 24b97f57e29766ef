import Testing

@testable import VerbatimText

@Suite struct RegexPatternTests {
    /// For each pattern the words that it accepts, and those that it does not.
    @Test(arguments: [
        ("return", "return RETURN Return", "returns eturn retur"),
        ("^return$", "return", "returned"),
        ("re.urn", "return reburn ReÜurn", "reurn rettturn"),
        ("go|went|gone", "go went gone", "goes wento gon"),
        ("^go$|^went$", "go went", "gowent"),
        (
            "(dön|git)(m[ae]|[ae]mem|[ae]may)\\w*", "dönmem donmeyecegim gitmek gitmem DÖNEMEM dönemem",
            "dön git donu gitti"
        ),
        ("a*", "a aaa", "b ab"),
        ("a+b?", "a aab AAB", "b abb"),
        ("a{2}", "aa", "a aaa"),
        ("a{2,}", "aa aaaaa", "a"),
        ("a{1,3}", "a aa aaa", "aaaa"),
        ("(ab){2}c", "ababc", "abc abababc"),
        ("(?:ab|c)*d", "d abcd ccd", "ab abd2"),
        ("a{0}b", "b", "ab"),
        ("(a|)b", "b ab", "a"),
        ("[a-c]x", "ax CX", "dx"),
        ("[^a-c]x", "dx éx", "ax Bx x"),
        ("[-a]", "a", "b"),
        ("[a\\-c]+", "a c ac", "b"),
        ("\\w+", "don été 12 ٣ عودة", "don't a.b"),
        ("\\d+", "2015 ٢٠١٥", "x 20a5"),
        ("\\d\\D\\d", "1.5 1a5", "115"),
        ("\\w\\W\\w+", "l'abri a.b", "label"),
        ("[\\d.]+", "1.5 12", "1,5"),
        ("[^\\d]+", "abc", "a1"),
        ("don.t", "don't don’t", "dont"),
        ("don't", "don’t DON`T", "dont"),
        ("3\\.14", "3.14", "3114"),
        ("c\\+", "", "c cc"),
    ])
    func wholeFoldedWordsMatch(pattern: String, accepted: String, refused: String) throws {
        for deterministic in [true, false] {
            let regex = try RegexPattern(pattern, deterministic: deterministic)
            for word in accepted.split(separator: " ") { #expect(regex.matches(Folding.fold(String(word))), "\(word)") }
            for word in refused.split(separator: " ") { #expect(!regex.matches(Folding.fold(String(word))), "\(word)") }
        }
    }

    @Test func patternsAreFoldedLikeWords() throws {
        for (pattern, word) in [
            ("dön", "don"), ("DO\u{308}N+", "donnn"), ("straße", "strasse"), ("(ß)+", "ssss"), ("ß+", "ssss"),
            ("œuvre", "oeuvre"), ("Ł[ÓÒ]d[źż]", "lodz"), ("İ[Iı]", "ii"), ("عَوْدَة", "عوده"), ("[إأآ]ب", "اب"),
            ("[ا-ي]+", "عوده"), ("٣+", "33"), ("[aß]x", "ssx"), ("[aß]x", "ax"), ("l’a", "l'a"), ("[’]", "'"),
            ("[à-ü]+", "caeio"), ("[e\u{301}]", "e"),
        ] {
            #expect(try RegexPattern(pattern).matches(Folding.fold(word)), "\(pattern)")
        }
        #expect(try !RegexPattern("[à-ü]").matches("z"))
        #expect(try !RegexPattern("[aß]x").matches("sx"))
    }

    @Test(arguments: [
        ("(a", "regex-syntax", 0), ("a)", "regex-syntax", 1), ("[a", "regex-syntax", 0), ("[]", "regex-syntax", 0),
        ("[^]", "regex-syntax", 0), ("*a", "regex-syntax", 0), ("(+)", "regex-syntax", 1), ("a**", "regex-syntax", 2),
        ("a+?", "regex-syntax", 2), ("a*+", "regex-syntax", 2), ("a{", "regex-syntax", 1), ("a{x}", "regex-syntax", 1),
        ("a{3,2}", "regex-syntax", 1), ("a}", "regex-syntax", 1), ("a]", "regex-syntax", 1), ("a^b", "regex-syntax", 1),
        ("a$b", "regex-syntax", 1), ("(^a)", "regex-syntax", 1), ("a b", "regex-syntax", 1), ("a\\", "regex-syntax", 1),
        ("\\bgo", "regex-syntax", 0), ("(a)\\1", "regex-syntax", 3), ("a\\s", "regex-syntax", 1),
        ("\\p{L}", "regex-syntax", 0), ("\\u00e9", "regex-syntax", 0), ("\\q", "regex-syntax", 0),
        ("x(?=a)", "regex-syntax", 1), ("(?!a)b", "regex-syntax", 0), ("(?<=a)b", "regex-syntax", 0),
        ("(?<n>a)", "regex-syntax", 0), ("(?P<n>a)", "regex-syntax", 0), ("(?i)a", "regex-syntax", 0),
        ("[z-a]", "regex-syntax", 1), ("[[:alpha:]]", "regex-syntax", 1), ("[\\w-z]", "regex-syntax", 3),
        ("[a-\\w]", "regex-syntax", 1), ("[^ß]", "regex-syntax", 0), ("[\u{301}]", "regex-syntax", 0),
        ("a{1001}", "regex-too-large", 1), ("a{99999999999999999999}", "regex-too-large", 1),
        ("(a{1000}){1000}", "regex-too-large", 0), ("((a{1000}){1000}){1000}", "regex-too-large", 0),
        ("(((((((){1000}){1000}){1000}){1000}){1000}){1000}){1000}", "regex-too-large", 0),
        (String(repeating: "(", count: 5_000), "regex-too-large", 100),
    ])
    func faultsSayWhatAndWhere(pattern: String, identifier: String, offset: Int) {
        let fault = #expect(throws: RegexFault.self) { try RegexPattern(pattern) }
        #expect(fault?.identifier == identifier)
        #expect(fault?.offset == offset, "\(pattern)")
        #expect(fault?.message.isEmpty == false)
    }

    @Test func noPatternIsSlow() throws {
        let word = String(repeating: "a", count: 10_000)
        for pattern in ["(a+)+b", "(a|a)*b", "(a*)*b", "(a|aa)+b", "(.*)*x", "(.*a){12}b", "(a?){500}a{500}b"] {
            for deterministic in [true, false] {
                let regex = try RegexPattern(pattern, deterministic: deterministic)
                // In debug builds the nondeterministic run of a thousand states takes a while, but grows linearly.
                #expect(!regex.matches(pattern.contains("500") ? String(word.prefix(1_000)) : word))
                #expect(regex.matches(String(word.prefix(600)) + "b") == !pattern.hasSuffix("x"))
            }
        }
    }

    @Test func anAutomatonThatWouldGrowIsNotMade() throws {
        // Which of the last 17 letters were an `a` takes 2^17 states.
        let regex = try RegexPattern("(a|b)*a(a|b){16}")
        #expect(regex.matches("a" + String(repeating: "b", count: 16)))
        #expect(!regex.matches(String(repeating: "b", count: 17)))
    }

    @Test func whatMatchesEverythingIsTold() throws {
        for pattern in [".*", ".+", "(.)*", "(.*)", "a|.*", "a?.*", ".{1,}", "(.|a)+", "(.*)+", "^.*$"] {
            #expect(try RegexPattern(pattern).matchesEverything, "\(pattern)")
        }
        for pattern in [".", "..*", "a.*", "\\w+", ".{2,}", ".{0,9}", "a*", "(.*a)?", "(.*){0}"] {
            #expect(try !RegexPattern(pattern).matchesEverything, "\(pattern)")
        }
    }

    @Test func whatIsWrittenAlikeIsEqual() throws {
        #expect(try RegexPattern("a+") == RegexPattern("a+"))
        #expect(try RegexPattern("a+") != RegexPattern("aa*"))
        #expect(try Set([RegexPattern("a+"), RegexPattern("a+")]).count == 1)
        #expect(try RegexPattern("a+").text == "a+")
    }
}
