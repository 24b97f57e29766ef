import Testing
import VerbatimInterchange
import VerbatimModel

@Suite struct KHCoderRulesTests {
    private func rule(_ condition: String) throws -> (rule: String?, diagnostics: [String]) {
        let text = "*other\nword\n*Code A\n" + condition + "\n"
        let imported = try CodebookImport.read(Array(text.utf8), path: "rules.cod")
        let lines = imported.text.split(separator: "\n")
        let start = lines.firstIndex { $0.hasPrefix("code code-a") } ?? lines.endIndex
        let line = lines[start...].first { $0.hasPrefix("  rule: ") }
        return (line.map { String($0.dropFirst(8)) }, imported.diagnostics.map(\.identifier))
    }

    @Test(arguments: [
        ("return", "~return"),
        ("return | go+back", "~return or \"~go ~back\""),
        (
            "( near(return-home)[6] | go+back ) &! near(return-never)[5]",
            "((~return near/6 ~home) or \"~go ~back\") and not (~return near/5 ~never)"
        ),
        ("a & b | c", "(~a and ~b) or ~c"),
        ("a & b & ! c", "(~a and ~b) and not ~c"),
        ("seq(go-back-home)[2]", "((~go before/2 ~back) before/2 ~home)"),
        ("near(a+b)", "(~a near/10 ~b)"),
        ("<*other> and home", "code:other and ~home"),
        ("home & <>country-->Iraq", "~home, where \"country\" = \"Iraq\""),
        ("'United Nations' or home-->Noun", "\"United Nations\" or ~home"),
        ("# a comment\nhome\n| house", "~home or ~house"),
    ])
    func conditionsAreCarried(condition: String, expected: String) throws {
        #expect(try rule(condition).rule == expected)
    }

    @Test(arguments: [
        "! home", "home | ! house", "home > 2", "( home", "<*nowhere>", "<>a-->b | home", "home house", "&",
    ])
    func whatCannotBeCarriedIsSaid(condition: String) throws {
        let result = try rule(condition)
        #expect(result.rule == nil)
        #expect(result.diagnostics.contains("not-carried"))
    }

    @Test func changesOfMeaningAreSaid() throws {
        let result = try rule("near(a-b) | 'x y' | word-->Noun")
        #expect(result.diagnostics.filter { $0 == "meaning-changed" }.count == 5)
        #expect(result.diagnostics.last == "unit-not-carried")
    }
}
