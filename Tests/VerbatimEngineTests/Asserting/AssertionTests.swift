import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct AssertionTests {
    static let cues = """
        cue negation before en: not, never, "no longer", don't
        cue negation after/2 en: "no way"
        cue negation inside en: *mem
        cue negation around/1 en: geen
        cue hedge before en: maybe
        cue hedge after en: "i think"
        cue conditional before en: if
        cue question before en: whether
        cue reported before en: "they say", "my brother"
        cue pseudo en: "not only", "whether or not"
        cue stop en: but
        """

    /// What is said, and how `go` or `return*` is asserted in it.
    static let cases: [(String, String)] = [
        ("I go.", "affirmed stated self"),
        ("I do not go.", "negated stated self"),
        ("I never, in all these six years, go.", "negated stated self"),
        ("Not one two three four five six go.", "negated stated self"),
        ("Not one two three four five six seven go.", "affirmed stated self"),
        ("Go not.", "affirmed stated self"),
        ("Go no way.", "negated stated self"),
        ("Go one two no way.", "negated stated self"),
        ("Go one two three no way.", "affirmed stated self"),
        ("Geen go.", "negated stated self"),
        ("Go x geen.", "negated stated self"),
        ("Go x x geen.", "affirmed stated self"),
        ("Returnmem.", "negated stated self"),
        ("Returnmem is a word, I go.", "negated stated self|affirmed stated self"),
        ("Not I but he may go.", "affirmed stated self"),
        ("I don't but I never go.", "negated stated self"),
        ("Not only do I go.", "affirmed stated self"),
        ("Maybe I go.", "affirmed hedged self"),
        ("I go, I think.", "affirmed hedged self"),
        ("If I can maybe I go.", "affirmed conditional self"),
        ("If I go?", "affirmed question self"),
        ("\"Do I go?\"", "affirmed question self"),
        ("(Go?) ", "affirmed question self"),
        ("Go\u{61F}", "affirmed question self"),
        ("I wonder whether I go.", "affirmed question self"),
        ("They say whether or not I go.", "affirmed stated other"),
        ("My brother says he will not go.", "negated stated other"),
        ("Not here. I go.", "affirmed stated self"),
        ("I no longer go.", "negated stated self"),
    ]

    @Test(arguments: cases)
    func cuesReachWhatTheyShould(text: String, assertion: String) throws {
        let study = try Study("code c\n  rule: go or return*\n" + Self.cues)
        #expect(assertions(study, "R: \(text)") == assertion)
    }

    private func assertions(_ study: Study, _ text: String) -> String {
        let codings = Matcher(study.rules).hits(
            ofCode: 0, in: MarkedTranscript(text).transcript, respondents: [:])
        return codings.map {
            "\($0.assertion.polarity.rawValue) \($0.assertion.modality.rawValue) \($0.assertion.holder.rawValue)"
        }.joined(separator: "|")
    }

    @Test func aCueThatIsEvidenceIsNoCue() throws {
        let study = try Study("code c\n  rule: \"not go\" or (never near/3 return)\n" + Self.cues)
        #expect(assertions(study, "R: Not go. Never return.") == "affirmed stated self|affirmed stated self")
        #expect(assertions(study, "R: I never not go.") == "negated stated self")
    }

    @Test func oneNegatedSentenceOfAHitMakesItNegated() throws {
        let study = try Study("code c\n  rule: go near/9 home in turn\n" + Self.cues)
        #expect(assertions(study, "R: I go. Not home.") == "negated stated self")
    }

    @Test func cuesOfOtherLanguagesDoNotCount() throws {
        let book = "code c\n  rule: go\n" + Self.cues + "\ncue negation after nl: niet\n"
        let study = try Study(book, languages: "en nl")
        #expect(assertions(study, "R: Go niet.") == "affirmed stated self")
        #expect(assertions(study, "R/nl: Go niet.") == "negated stated self")
        #expect(assertions(study, "R/nl: Not go.") == "affirmed stated self")
        // Where nobody knows the language it is taken for the codebook's first.
        #expect(assertions(study, "R/und: Not go.") == "negated stated self")
        #expect(assertions(study, "R/und: Go niet.") == "affirmed stated self")
    }

    @Test func aCodingOfHitsThatDifferIsMixed() throws {
        let study = try Study("code c\n  rule: go\n" + Self.cues)
        let codings = study.codings(MarkedTranscript("R: I go but maybe I never go."))
        #expect(codings.map(\.assertion) == [Assertion(polarity: .mixed, modality: .mixed)])
        #expect(codings.map(\.assertionKinds) == [[.affirmed, .negated, .hedged]])
    }
}
