import Testing
import VerbatimCodebook
import VerbatimModel

/// Section 4 of the language, up to the scope.
@Suite struct ExpressionTests {
    @Test(arguments: [
        ("a or b or c", "or(w:a, w:b, w:c)"),
        ("a OR b", "or(w:a, w:b)"),
        ("a and b and c", "and(w:a, w:b, w:c)"),
        ("(a or b) or c", "or(or(w:a, w:b), w:c)"),
        ("(a or b) and c", "and(or(w:a, w:b), w:c)"),
        ("a and not b", "andnot(w:a, w:b)"),
        ("a AND NOT (b or c)", "andnot(w:a, or(w:b, w:c))"),
        ("a and b and not c", "andnot(and(w:a, w:b), w:c)"),
        ("a and not b and c", "and(andnot(w:a, w:b), w:c)"),
        ("a near/5 b", "near/5(w:a, w:b)"),
        ("a NEAR/5 b", "near/5(w:a, w:b)"),
        ("a before/1 b", "before/1(w:a, w:b)"),
        ("a after/12 b", "after/12(w:a, w:b)"),
        ("a not near/3 b", "not-near/3(w:a, w:b)"),
        ("a not before/3 b", "not-before/3(w:a, w:b)"),
        ("a NOT AFTER/3 b", "not-after/3(w:a, w:b)"),
        ("a near/2 b or c", "or(near/2(w:a, w:b), w:c)"),
        ("a and b near/2 c", "and(w:a, near/2(w:b, w:c))"),
        ("(a near/3 b) near/3 c", "near/3(near/3(w:a, w:b), w:c)"),
        ("a in b", "in(w:a, w:b)"),
        ("a not in @idiom", "not-in(w:a, @idiom)"),
        (
            "(~return or \"go* back\") near/6 @homeland not in @idiom.return",
            "not-in(near/6(or(~return, \"*:go* w:back\"), @homeland), @idiom.return)"
        ),
        ("a not in b not in c", "not-in(not-in(w:a, w:b), w:c)"),
        ("a or b not in c", "or(w:a, not-in(w:b, w:c))"),
        ("a in \"turn\"", "in(w:a, w:turn)"),
        ("turn or sentence", "or(w:turn, w:sentence)"),
        ("at least 2 of (a, b or c, \"d e\")", "atleast2(w:a, or(w:b, w:c), \"w:d w:e\")"),
        ("AT LEAST 1 OF (a, b) and c", "and(atleast1(w:a, w:b), w:c)"),
        ("((a))", "w:a"),
    ])
    func anExpressionIsReadByItsGrammar(_ text: String, _ expected: String) {
        #expect(expression(text) == expected)
    }

    @Test(arguments: [
        ("a and b or c", "1:9 mixed-and-or"),
        ("a or b and c and d", "1:8 mixed-and-or"),
        ("a near/3 b near/3 c", "1:12 mixed-proximity"),
        ("a in b near/3 c", "1:8 mixed-proximity"),
        ("a near b", "1:3 missing-distance"),
        ("a near/0 b", "1:3 bad-distance"),
        ("a near/x b", "1:3 bad-distance"),
        ("a near/ 5 b", "1:3 bad-distance"),
        ("a Near/5 b", "1:3 operator-case"),
        ("a And b", "1:3 operator-case"),
        ("not a", "1:1 bare-not"),
        ("a not b", "1:3 bare-not"),
        ("a or not b", "1:6 bare-not"),
        ("a b c", "1:3 missing-operator"),
        ("a or", "1:5 missing-term"),
        ("a or or b", "1:6 reserved-word"),
        ("or", "1:1 reserved-word, 1:3 missing-term"),
        ("a or where", "1:6 reserved-word"),
        ("a or weight or b", "1:6 reserved-word"),
        ("a | b", "1:3 unexpected-bar"),
        ("(a or b", "1:1 unclosed-bracket"),
        ("a or b)", "1:7 unmatched-bracket"),
        ("(a, b)", "1:3 unexpected-comma"),
        ("()", "1:2 missing-term"),
        ("at 2 of (a, b)", "1:1 bad-at-least"),
        ("at least 3 of (a, b)", "1:10 bad-at-least"),
        ("at least 0 of (a, b)", "1:10 bad-at-least"),
        ("at least 2 (a, b)", "1:1 bad-at-least"),
        ("a in turn and b", "1:3 misplaced-scope"),
        ("(a in turn) and b", "1:4 misplaced-scope"),
        ("a not in turn", "1:3 negated-scope"),
        ("", "1:1 empty-rule"),
        (", only negated", "1:1 empty-rule"),
    ])
    func aFaultyExpressionIsReportedAtItsPlace(_ text: String, _ expected: String) {
        let found = expression(text)
        #expect(found == expected)
    }

    @Test func allFaultsOfARuleAreReported() {
        let found = expression("(a near b) and c or (\"x ...\" or @Y), only negatd, weight x, in trun")
        #expect(
            found
                == [
                    "1:4 missing-distance", "1:18 mixed-and-or", "1:25 gap-at-edge", "1:33 bad-reference",
                    "1:43 unknown-assertion", "1:58 bad-number", "1:64 unknown-scope",
                ].joined(separator: ", "))
    }

    @Test func expressionsSayWhereTheyStand() throws {
        let rule = try #require(RuleParser.parse("é or (b near/2 cd)", language: nil, path: "rule").rule)
        guard case .or(let parts) = rule.expression.form, parts.count == 2 else {
            Issue.record("not an 'or' of two")
            return
        }
        #expect(rule.expression.source == SourceRange(path: "rule", start: .init(line: 1, column: 1), length: 18))
        #expect(parts[0].source == SourceRange(path: "rule", start: .init(line: 1, column: 1), length: 1))
        #expect(parts[1].source == SourceRange(path: "rule", start: .init(line: 1, column: 6), length: 13))
    }

    @Test func deepNestingIsAnErrorAndNoCrash() {
        let deep = String(repeating: "(", count: 100_000) + "a"
        #expect(expression(deep).contains("too-deep"))
        let chain = "a" + String(repeating: " and not a", count: 20_000)
        #expect(expression(chain).contains("too-deep"))
        let contained = "a" + String(repeating: " not in a", count: 20_000)
        #expect(expression(contained).contains("too-deep"))
        let phrase = "\"" + String(repeating: "(", count: 100_000) + "a\""
        #expect(expression(phrase).contains("too-deep"))
        let filter = "a where " + String(repeating: "(", count: 100_000) + "b = c"
        #expect(expression(filter).contains("too-deep"))
    }

    @Test func aLongAlternativeIsNoDepth() {
        let wide = (0..<5_000).map { "a\($0)" }.joined(separator: " or ")
        #expect(expression(wide).hasPrefix("or(w:a0, w:a1"))
    }
}
