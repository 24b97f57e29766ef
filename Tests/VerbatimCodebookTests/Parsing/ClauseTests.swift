import Testing
import VerbatimCodebook
import VerbatimModel

/// What stands behind the expression of a rule.
@Suite struct ClauseTests {
    private func rule(_ text: String) throws -> Rule {
        let parsed = RuleParser.parse(text, language: "en", path: "rule")
        #expect(parsed.diagnostics == [])
        return try #require(parsed.rule)
    }

    @Test(arguments: Scope.allCases)
    func theScopeStandsBehindTheExpression(_ scope: Scope) throws {
        #expect(try rule("a and b in \(scope.rawValue)").scope == scope)
        #expect(try rule("a and b IN \(scope.rawValue.uppercased())").scope == scope)
        #expect(try rule("a, only negated, in \(scope.rawValue)").scope == scope)
    }

    @Test func clausesStandInAnyOrder() throws {
        let text =
            "a in turn, weight -0.5, unless question|hedged, where country = Iraq, only negated, "
            + "asked (b or c), speakers any"
        let rule = try rule(text)
        #expect(rule.scope == .turn)
        #expect(rule.weight == -0.5)
        #expect(rule.guards == [.unless([.question, .hedged]), .only([.negated])])
        #expect(rule.filter.map { Notation.write($0) } == "country = Iraq")
        #expect(rule.asked.map { Notation.write($0) } == "or(w:b, w:c)")
        #expect(rule.speakers == .any)
        #expect(rule.language == "en")
        #expect(rule.text == text)
    }

    @Test func commasBeforeReservedWordsCanBeLeftOut() throws {
        let rule = try rule("a in answer only negated where kind = interview weight 2")
        #expect(rule.scope == .answer)
        #expect(rule.guards == [.only([.negated])])
        #expect(rule.filter != nil)
        #expect(rule.weight == 2)
    }

    @Test func aScopeMayPrecedeAQuestion() throws {
        let rule = try rule("yes in answer, asked (plan* or future)")
        #expect(rule.scope == .answer)
        #expect(rule.asked.map { Notation.write($0) } == "or(*:plan*, w:future)")
    }

    @Test(arguments: [
        ("country = Iraq", "country = Iraq"),
        ("country=Iraq", "country = Iraq"),
        ("section = \"Return\"", "section = Return"),
        ("country = Iraq and kind = focus-group", "and(country = Iraq; kind = focus-group)"),
        ("question in (Q7, Q8)", "question in Q7,Q8"),
        ("(a = 1 or b != 2) and c < 3.5", "and(or(a = 1; b != 2); c < 3.5)"),
        ("age >= 18 and age <= 30 and age > 1", "and(age >= 18; age <= 30; age > 1)"),
        ("date < 2024-01-31", "date < 2024-01-31"),
        ("\"place of birth\" = \"El Jadida\"", "place of birth = El Jadida"),
    ])
    func aFilterIsReadByItsGrammar(_ text: String, _ expected: String) throws {
        #expect(try rule("a, where \(text)").filter.map { Notation.write($0) } == expected)
    }

    @Test(arguments: [
        ("interviewer", "interviewer+moderator"),
        ("respondent", "respondent+interpreter"),
        ("moderator", "moderator"),
        ("interpreter or observer", "interpreter+observer"),
        ("interviewer, observer", "interviewer+moderator+observer"),
        ("any", "any"),
        ("population = migrant", "population = migrant"),
        ("population = migrant and country in (Iraq, Turkey)", "and(population = migrant; country in Iraq,Turkey)"),
    ])
    func speakersAreRolesOrACondition(_ text: String, _ expected: String) throws {
        #expect(Notation.write(try rule("a, speakers \(text)").speakers) == expected)
        #expect(Notation.write(try rule("a, speakers \(text), only negated").speakers) == expected)
        let parsed = parse("codebook x\ncode y\n  speakers \(text)\n")
        #expect(!parsed.hasErrors)
        #expect(Notation.write(parsed.codebook.codes[0].speakers) == expected)
    }

    @Test(arguments: [
        ("a,", "1:2 trailing-comma"),
        ("a, b", "1:4 unknown-clause"),
        ("a, onyl negated", "1:4 unknown-clause"),
        ("a, only", "1:8 unknown-assertion"),
        ("a, only negated negated", "1:17 unexpected-token"),
        ("a, asked b", "1:4 missing-bracket"),
        ("a, asked (b", "1:10 unclosed-bracket"),
        ("a, asked (b in turn)", "1:13 misplaced-scope"),
        ("a, where", "1:9 missing-condition"),
        ("a, where country", "1:17 missing-comparison"),
        ("a, where country =", "1:19 missing-value"),
        ("a, where country = Saudi Arabia", "1:26 unquoted-value"),
        ("a, where a = 1 and b = 2 or c = 3", "1:26 mixed-and-or"),
        ("a, where q in Q7", "1:15 missing-bracket"),
        ("a, where q in (Q7, )", "1:20 missing-value"),
        ("a, where (q = 1", "1:10 unclosed-bracket"),
        ("a, where q = 1)", "1:15 unmatched-bracket"),
        ("a, weight", "1:10 bad-number"),
        ("a, weight nan", "1:11 bad-number"),
        ("a, weight 1, weight 2", "1:14 duplicate-clause"),
        ("a in turn, in answer", "1:12 duplicate-clause"),
        ("a, speakers interviwer", "1:13 unknown-role"),
        ("a, speakers interviewer or obsrver", "1:28 unknown-role"),
    ])
    func aFaultyClauseIsReportedAtItsPlace(_ text: String, _ expected: String) {
        #expect(expression(text) == expected)
    }

    @Test func nearNamesAreSuggested() {
        func suggestion(_ text: String) -> String? {
            RuleParser.parse(text, language: nil, path: "rule").diagnostics.first?.suggestion
        }
        #expect(suggestion("a, onyl negated") == "only")
        #expect(suggestion("a, only negatd") == "negated")
        #expect(suggestion("a, in trun") == "turn")
        #expect(suggestion("a, speakers interviwer") == "interviewer")
    }
}
