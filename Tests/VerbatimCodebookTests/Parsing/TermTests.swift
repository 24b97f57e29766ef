import Testing
import VerbatimCodebook
import VerbatimModel

/// Section 3 of the language.
@Suite struct TermTests {
    @Test(arguments: [
        ("shelter", "w:shelter"),
        ("Shelter", "w:Shelter"),
        ("2015", "w:2015"),
        ("hous*", "*:hous*"),
        ("*migra*", "*:*migra*"),
        ("colo?r", "*:colo?r"),
        ("~return", "~return"),
        ("=Turkey", "=Turkey"),
        ("@homeland", "@homeland"),
        ("@idiom.return", "@idiom.return"),
        ("code:protection.shelter", "code:protection.shelter"),
        ("/(m[ae]|[ae]mem)\\w*/", "/(m[ae]|[ae]mem)\\w*/"),
        ("/[/\"]x\\/y/", "/[/\"]x\\/y/"),
        ("évacué", "w:évacué"),
        ("لاجئ", "w:لاجئ"),
        ("don't", "w:don't"),
    ])
    func aTermIsReadAsWritten(_ text: String, _ expected: String) {
        #expect(expression(text) == expected)
    }

    @Test(arguments: [
        ("re-entry", "\"w:re w:entry\""),
        ("re-entr*", "\"w:re *:entr*\""),
        ("COVID-19", "\"w:COVID w:19\""),
        ("=Re-Entry", "\"=Re =Entry\""),
        ("~re-entry", "\"~re ~entry\""),
        ("\"re-entry ban\"", "\"w:re w:entry w:ban\""),
    ])
    func aWordWithAHyphenIsThePhraseOfItsTokens(_ text: String, _ expected: String) {
        #expect(expression(text) == expected)
    }

    @Test func anElisionSplitsInFrenchOnly() {
        #expect(expression("l'abri", language: "fr") == "\"w:l' w:abri\"")
        #expect(expression("l'abri*", language: "fr") == "\"w:l' *:abri*\"")
        #expect(expression("l'abri", language: "en") == "w:l'abri")
        #expect(expression("\"refusé d'\"", language: "fr") == "\"w:refusé w:d'\"")
        #expect(expression("l'abri") == "w:l'abri")
    }

    @Test(arguments: [
        ("\"go back\"", "\"w:go w:back\""),
        ("\"go* back\"", "\"*:go* w:back\""),
        ("“go back”", "\"w:go w:back\""),
        ("\"home\"", "w:home"),
        ("\"hous*\"", "*:hous*"),
        ("\"not\"", "w:not"),
        ("\"turn _ off\"", "\"w:turn <1-1> w:off\""),
        ("\"turn ... off\"", "\"w:turn <0-3> w:off\""),
        ("\"turn … off\"", "\"w:turn <0-3> w:off\""),
        ("\"turn ...5 off\"", "\"w:turn <0-5> w:off\""),
        ("\"turn …12 off\"", "\"w:turn <0-12> w:off\""),
        ("\"turn _ _ off\"", "\"w:turn <1-1> <1-1> w:off\""),
        ("\"(a|b c|d*) e\"", "\"(w:a|w:b w:c|*:d*) w:e\""),
        ("\"(a|b)\"", "\"(w:a|w:b)\""),
        ("\"x (a (b|c)|d) y\"", "\"w:x (w:a (w:b|w:c)|w:d) w:y\""),
        (
            "\"(sleep*|slept) ... (outside|street*|station)\"",
            "\"(*:sleep*|w:slept) <0-3> (w:outside|*:street*|w:station)\""
        ),
        ("\"~go =Back /x|y z/ end\"", "\"~go =Back /x|y z/ w:end\""),
        ("\"yes, please!\"", "\"w:yes w:please\""),
        ("\"say \\\"no\\\" now\"", "\"w:say w:no w:now\""),
    ])
    func aPhraseIsItsElements(_ text: String, _ expected: String) {
        #expect(expression(text) == expected)
    }

    @Test(arguments: [
        ("\"\"", "1:1 empty-phrase"),
        ("\"... off\"", "1:2 gap-at-edge"),
        ("\"turn _\"", "1:7 gap-at-edge"),
        ("\"...\"", "1:2 gap-at-edge"),
        ("\"a (_ b|c) d\"", "1:5 gap-at-edge"),
        ("\"a ...0 b\"", "1:4 bad-distance"),
        ("\"a ...99999999999999999999 b\"", "1:4 bad-distance"),
        ("\"a...b\"", "1:2 glued-gap"),
        ("\"a __ b\"", "1:4 glued-gap"),
        ("\"a * b\"", "1:4 lone-wildcard"),
        ("*", "1:1 lone-wildcard"),
        ("a or ??", "1:6 lone-wildcard"),
        ("...", "1:1 gap-outside-phrase"),
        ("a or _", "1:6 gap-outside-phrase"),
        ("\"go(ing|ne) x\"", "1:4 glued-bracket"),
        ("\"(go|went)s x\"", "1:11 glued-bracket"),
        ("\"(a|) b\"", "1:4 empty-alternative"),
        ("\"(a|b c\"", "1:2 unclosed-bracket"),
        ("\"a) b\"", "1:3 unmatched-bracket"),
        ("\"a|b\"", "1:3 unexpected-bar"),
        ("\"a @list\"", "1:4 reference-in-phrase"),
        ("\"a code:b.c\"", "1:4 reference-in-phrase"),
        ("\"a", "1:1 unclosed-quote"),
        ("/a", "1:1 unclosed-regex"),
        ("//", "1:1 empty-regex"),
        ("~", "1:1 missing-word"),
        ("= Turkey", "1:1 missing-word"),
        ("~go*", "1:2 wildcard-in-stem"),
        ("=Turk*", "1:2 wildcard-in-exact"),
        ("@Home", "1:1 bad-reference"),
        ("-home", "1:1 unexpected-character"),
        ("home:", "1:5 unexpected-character"),
        ("C++", "1:2 unexpected-character"),
        ("he/she", "1:3 unexpected-slash"),
        ("'", "1:1 no-token"),
        ("\"?! \"", "1:2 lone-wildcard"),
    ])
    func aFaultyTermIsReportedAtItsPlace(_ text: String, _ expected: String) {
        #expect(expression(text) == expected)
    }

    @Test func otherProgramsProximityGetsAHint() throws {
        let parsed = RuleParser.parse("rent w/5 pay", language: nil, path: "rule")
        #expect(parsed.diagnostics.first?.suggestion == "near/5")
    }
}
