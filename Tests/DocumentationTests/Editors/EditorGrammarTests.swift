import Foundation
import Testing
import VerbatimTestSupport

/// The grammar for editors colours what the language has, and nothing wrongly.
@Suite struct EditorGrammarTests {
    private static func grammar() throws -> TextMateGrammar {
        let file = RepositoryFiles.url("Editors/verbatim-codebook.tmLanguage.json")
        return try JSONDecoder().decode(TextMateGrammar.self, from: Data(contentsOf: file))
    }

    @Test func itIsForCodebooks() throws {
        let grammar = try Self.grammar()
        #expect(grammar.fileTypes == ["codebook"])
        #expect(grammar.scopeName == "source.verbatim-codebook")
    }

    @Test func everyIncludeLeadsSomewhereAndEveryPatternCompiles() throws {
        let grammar = try Self.grammar()
        for pattern in grammar.all {
            if let include = pattern.include {
                #expect(grammar.repository[String(include.dropFirst())] != nil, "\(include)")
            }
            #expect((pattern.begin == nil) == (pattern.end == nil))
            for source in [pattern.match, pattern.begin].compactMap(\.self) {
                #expect(throws: Never.self, "\(source)") { try NSRegularExpression(pattern: source) }
            }
        }
    }

    @Test(arguments: [
        ("codebook x \"T\" # c", "codebook", "keyword.declaration"),
        ("codebook x \"T\" # c", "# c", "comment.line.number-sign"),
        ("theme protection \"Needs\"", "protection", "entity.name.type"),
        ("code a.b-c \"Name\"", "a.b-c", "entity.name.type"),
        ("code a \"Name\"", "Name", "string.quoted.title"),
        ("include \"other.codebook\"", "include", "keyword.control.include"),
        ("list @home.own\n  en: house", "@home.own", "variable.other.list"),
        ("list @home\n  en: house", "en", "constant.language.tag"),
        ("list @home\n  en: hous*, @other", "*", "constant.character.wildcard"),
        ("list @home\n  en: house, @other", "@other", "variable.other.list"),
        ("cue negation before/4 en: never", "negation", "support.constant.assertion"),
        ("cue negation before/4 en: never", "/4", "constant.numeric"),
        ("cue stop en: but", "en", "constant.language.tag"),
        ("code a\n  define  What it is", "define", "keyword.other.property"),
        ("code a\n  use when it is so", "use when", "keyword.other.property"),
        ("code a\n  define  What\n    it says", "it says", "string.unquoted.guidance"),
        ("code a\n  color #4477AA", "#4477AA", "constant.other.color"),
        ("code a\n  mark sentence +-1", "+-1", "constant.numeric"),
        ("code a\n  status draft", "draft", "support.constant"),
        ("code a\n  exclusive plan 2", "2", "constant.numeric"),
        ("code a\n  rule rent en: x", "rent", "entity.name.function.rule"),
        ("code a\n  rule rent en: x", "en", "constant.language.tag"),
        ("code a\n  rule fr: x", "fr", "constant.language.tag"),
        ("code a\n  rule street: x", "street", "entity.name.function.rule"),
        ("code a\n  rule: a and not b", "and", "keyword.operator.word"),
        ("code a\n  rule: a near/5 b", "near", "keyword.operator.word"),
        ("code a\n  rule: a near/5 b", "/5", "constant.numeric"),
        ("code a\n  rule: a\n    or b", "or", "keyword.operator.word"),
        ("code a\n  rule: at least 2 of (a, b)", "at least", "keyword.operator.word"),
        ("code a\n  rule: a in turn", "turn", "support.constant.scope"),
        ("code a\n  rule: a, only negated|hedged", "only", "keyword.control.clause"),
        ("code a\n  rule: a, only negated|hedged", "hedged", "support.constant.assertion"),
        ("code a\n  rule: a, where age >= 18", ">=", "keyword.operator.comparison"),
        ("code a\n  rule: /dön(m[ae])\\w*/", "/dön(m[ae])\\w*/", "string.regexp"),
        ("code a\n  rule: ~return or =Turkey", "~", "keyword.operator.term"),
        ("code a\n  rule: \"turn ...5 off\"", "...5", "constant.other.gap"),
        ("code a\n  rule: \"(a|b) c\"", "|", "keyword.operator.alternation"),
        ("code a\n  rule: code:b.c near/3 x", "b.c", "entity.name.type"),
        ("code a\n  +fr \"On dort\"", "fr", "constant.language.tag"),
        ("code a\n  -   as interviewer \"No?\"", "interviewer", "support.constant.role"),
        ("code a\n  +   negated \"I do [[not]]\"", "negated", "support.constant.assertion"),
        ("code a\n  +   \"I [[slept]] there\"", "slept", "markup.bold.evidence"),
        ("code a\n  +   \"I [[slept]] there\"", "there", "string.quoted.example"),
    ])
    func everyPartOfTheLanguageHasItsScope(_ text: String, _ part: String, _ scope: String) throws {
        let tokens = try Self.grammar().tokens(of: text)
        let found = tokens.filter { $0.text == part }
        #expect(found.contains { $0.scopes.last == scope }, "\(tokens)")
    }

    @Test(arguments: [
        ("code a\n  rule: order near/3 border", "order"),
        ("code a\n  rule: ground or inside", "ground"),
        ("code a\n  rule: nothing* and b", "nothing"),
        ("list @words\n  en: plain, not, before", "not"),
        ("code a\n  define  Not in the house", "Not in the house"),
    ])
    func plainWordsAreNoOperators(_ text: String, _ part: String) throws {
        let tokens = try Self.grammar().tokens(of: text)
        let scopes = tokens.filter { $0.text.contains(part) }.flatMap(\.scopes)
        #expect(!scopes.contains { $0.hasPrefix("keyword.operator") }, "\(tokens)")
    }

    @Test func aPropertyEndsWhereTheNextBegins() throws {
        let text = """
            code a "A"
              define  What it
                      means
              rule x en: "a b"
                near/3 c
              +  "said
                  on two lines"
              -  "not"

            # A comment.
            code b
              rule: d
            """
        let tokens = try Self.grammar().tokens(of: text)
        #expect(tokens.filter { $0.text == "rule" }.allSatisfy { $0.scopes.last == "keyword.other.property" })
        #expect(tokens.filter { $0.text == "rule" }.count == 2)
        #expect(tokens.filter { $0.text == "-" }.allSatisfy { $0.scopes.last == "keyword.operator.example" })
        #expect(tokens.first { $0.text == "b" && $0.scopes.last == "entity.name.type" } != nil, "\(tokens)")
    }

    @Test func theCodebookOfTheRepositoryIsColouredToItsEnd() throws {
        let grammar = try Self.grammar()
        let text = try RepositoryText.text(of: "Codebooks/migration-partnerships.codebook")
        let lines = text.split(separator: "\n")
        let tokens = try grammar.tokens(of: text)
        let statements = lines.count { $0.contains(#/^(?!include )[a-z]/#) }
        #expect(tokens.count { $0.scopes.last == "keyword.declaration" } == statements)
        let examples = lines.count { $0.contains(#/^ +[+-][a-z ]/#) }
        #expect(tokens.count { $0.scopes.last == "keyword.operator.example" } == examples)
        let rules = lines.count { $0.contains(#/^ +rule /#) }
        #expect(tokens.count { $0.text == "rule" && $0.scopes.last == "keyword.other.property" } == rules)
    }
}
