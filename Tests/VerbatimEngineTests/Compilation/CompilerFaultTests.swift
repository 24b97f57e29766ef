import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct CompilerFaultTests {
    private let place = SourceRange(path: "book.codebook", start: SourcePosition(line: 7, column: 3), length: 4)

    private func faults(_ terms: [Term], lists: [WordList] = [], cues: [Cue] = []) -> [String] {
        var book = Codebook(id: "book", title: "Book", languages: ["en"], lists: lists)
        for (number, term) in terms.enumerated() {
            var code = Code(id: "c\(number)", name: "C", source: place)
            code.rules = [
                Rule(id: "r1", expression: Expression(.term(term), source: place), text: "rule", source: place)
            ]
            book.codes.append(code)
        }
        do {
            _ = try CompiledRules(book, cues: cues)
            return []
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }

    @Test func allFaultsAreReportedInOneGo() {
        let faults = faults([
            .regex("(a"), .regex("a{1000}{2}"), .regex("(a{1000}){1000}"), .regex(".*"), .list("none"), .code("none"),
            .word("…"), .wildcard("*"),
            .phrase([.term(.word("a")), .gap(minimum: 0, maximum: 3)]),
            .phrase([.term(.regex("a(?=b)")), .term(.word("b"))]),
            .phrase([.term(.code("c0"))]), .code("c11"), .code("c11"),
        ])
        #expect(
            faults == [
                "regex-syntax", "regex-syntax", "regex-too-large", "regex-matches-everything", "unknown-list",
                "unknown-code", "term-without-word", "wildcard-matches-everything", "gap-at-edge", "regex-syntax",
                "code-in-phrase", "code-cycle",
            ])
    }

    @Test func aFaultStandsAtItsTermAndSaysWhatToWrite() throws {
        var book = Codebook(id: "book", title: "Book")
        var code = Code(id: "c", name: "C", source: place)
        code.rules = [
            Rule(
                id: "r1", expression: Expression(.term(.regex("a+?")), source: place), text: "/a+?/", source: place)
        ]
        // Only where the term stands alone is the place in it known.
        var within = place
        within.length = 5
        code.rules.append(
            Rule(id: "r2", expression: Expression(.term(.regex("b*+")), source: within), text: "/b*+/", source: within))
        book.codes = [code]
        let error = try #require(throws: DiagnosticsError.self) { try CompiledRules(book, cues: []) }
        let reason = "lazy and possessive repetition are not supported; as whole words are matched, take this sign out"
        #expect(
            error.diagnostics.map(\.description) == [
                "book.codebook:7:3: error: [regex-syntax] in `/a+?/`, at character 3: \(reason)",
                "book.codebook:7:6: error: [regex-syntax] in `/b*+/`, at character 3: \(reason)",
            ])
    }

    @Test func aLanguageWithoutStemmerIsAFaultOfTheTerm() throws {
        var book = Codebook(id: "book", title: "Book", languages: ["ku"])
        var code = Code(id: "c", name: "C", source: place)
        let stem = Expression(.term(.stem("malek")), source: place)
        code.rules = [
            Rule(id: "r1", language: "ku", expression: stem, text: "~malek", source: place),
            Rule(id: "r2", language: "en", expression: stem, text: "~malek", source: place),
        ]
        book.codes = [code]
        let error = try #require(throws: DiagnosticsError.self) { try CompiledRules(book, cues: []) }
        #expect(error.diagnostics.map(\.identifier) == ["no-stemmer"])
        let message = try #require(error.diagnostics.first?.message)
        #expect(message.contains("`ku`") && message.contains("ar, ") && message.contains(", fr, "))
        // A rule without a language needs a stemmer for one of the codebook's.
        book.codes[0].rules = [Rule(id: "r1", expression: stem, text: "~malek", source: place)]
        #expect(throws: DiagnosticsError.self) { try CompiledRules(book, cues: []) }
        book.languages = ["ku", "tr"]
        #expect(throws: Never.self) { try CompiledRules(book, cues: []) }
    }

    @Test func listsThatReferToThemselvesAreFaults() {
        let one = WordList(name: "one", items: [.init(term: .list("two"), source: place)], source: place)
        let two = WordList(name: "two", items: [.init(term: .list("one"), source: place)], source: place)
        #expect(faults([.list("one")], lists: [one, two]) == ["list-cycle"])
    }

    @Test func faultsOfCuesAreReported() {
        let cue = Cue(kind: .negation, direction: .before, term: .regex("(not"), source: place)
        #expect(faults([.word("a")], cues: [cue]) == ["regex-syntax"])
    }

    @Test func aReferenceToACodeAboveIsACycle() {
        var book = Codebook(id: "book", title: "Book")
        for (id, term) in [("x", Term.word("rent")), ("x.y", .code("x"))] {
            var code = Code(id: id, name: id, source: place)
            code.rules = [
                Rule(id: "r1", expression: Expression(.term(term), source: place), text: "rule", source: place)
            ]
            book.codes.append(code)
        }
        let error = #expect(throws: DiagnosticsError.self) { try CompiledRules(book, cues: []) }
        #expect(error?.diagnostics.map(\.identifier) == ["code-cycle"])
    }
}
