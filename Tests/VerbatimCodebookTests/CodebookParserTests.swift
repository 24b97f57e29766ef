import Testing
import VerbatimCodebook
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodebookParserTests {
    /// The example of the language's own description.
    static let example = #"""
        codebook migration-partnerships "Migration partnerships: migrants' and stakeholders' views"
          version   1.0
          languages en nl fr ar tr
          define    Codes for the three objectives of the partnerships.

        list @homeland
          en: home, "my country", iraq, mosul, morocco, tunisia, turkey
          fr: "mon pays", "le pays", maroc, tunisie
          nl: thuis, "mijn land", marokko

        list @idiom.return
          en: "return ticket", "in return", "tax return"

        theme protection "Protection needs"

        code protection.shelter "Shelter and housing"
          define    The respondent lacks, or asks for, a safe place to live.
          use when  Eviction, sleeping outside, overcrowding, rent they cannot pay.
          not when  Shelter offered to others; hotel stays on holiday.
          color     #4477AA
          mark      sentence
          rule street en: "(sleep*|slept) ... (outside|street*|station)" or homeless*
          rule rent   en: (rent or landlord*) near/8 (pay or afford or evict*)
          rule        fr: logement* or "dormi* ... dehors"
          +   "We [[slept outside the station]] for two weeks."
          +fr "On a dormi trois nuits dehors."
          -   "The landlord was kind to us."
          -   as interviewer "Did you sleep outside?"

        theme return "Return intentions"

        code return.no-intention "Does not intend to return"
          define    The respondent states that they do not intend to go back.
          rule en: (~return or "go* back") near/6 @homeland not in @idiom.return, only negated
          rule tr: /(dön|git)(m[ae]|[ae]mem|[ae]may)\w*/
          +  "I would never [[go back]] to Mosul."
          -  "I lost my return ticket at home."

        """#

    @Test func theExampleOfTheLanguageHasNoFaults() throws {
        let parsed = parse(Self.example)
        #expect(parsed.diagnostics.map(\.rendered) == [])
        let codebook = parsed.codebook
        #expect(codebook.languages == ["en", "nl", "fr", "ar", "tr"])
        #expect(codebook.lists.map(\.items.count) == [14, 3])
        #expect(codebook.codes.map(\.id) == ["protection", "protection.shelter", "return", "return.no-intention"])
        #expect(codebook.codes.map(\.rules.count) == [0, 3, 0, 2])
        #expect(codebook.codes.map(\.examples.count) == [0, 4, 0, 2])
        #expect(codebook.codes[1].rules.map(\.id) == ["street", "rent", "r3"])
        #expect(codebook.codes[1].examples[0].evidence == [TextSpan(start: 3, end: 28)])
        #expect(codebook.codes[1].examples[3].role == .interviewer)
        #expect(codebook.codes[3].rules[0].guards == [.only([.negated])])
        #expect(
            codebook.codes[3].rules.map { Notation.write($0.expression) } == [
                #"not-in(near/6(or(~return, "*:go* w:back"), @homeland), @idiom.return)"#,
                #"/(dön|git)(m[ae]|[ae]mem|[ae]may)\w*/"#,
            ])
    }

    @Test func twentyFaultsAreReportedInOneGo() {
        let text = """
            codebook Twenty "Twenty faults"
              languages en, fra2
              langages fr
            lst @a
            list @home
              en: my country, house
              en: land, "unclosed
            list @home
              en: b
            theme t "T"
              rule: x
            code t.a "A"
              define Å🏠 D
              color 123
              rule en: é near 🏠 or @hom
              rule en: (a or b) and c or d
              rule en: a near/2 b near/2 c
              rule en: not a
              rule en: where
              rule en: "…🏠 b" or "... c"
              rule en: a
                or b c
              rule en: code:t.b, only negatd
              + "a [[b"
            code t.a "A again"
            """
        let expected = [
            "1:10 bad-id", "2:17 bad-language", "3:3 unknown-property", "4:1 unknown-statement",
            "6:7 multi-word-item", "7:13 unclosed-quote", "8:6 duplicate-list", "11:3 theme-with-rules",
            "14:9 bad-color", "15:14 missing-distance", "15:19 unexpected-character", "15:24 unknown-list",
            "16:27 mixed-and-or",
            "17:23 mixed-proximity", "18:12 bare-not", "19:12 reserved-word", "20:13 glued-gap", "20:23 gap-at-edge",
            "22:10 missing-operator", "23:12 unknown-code", "23:27 unknown-assertion", "24:8 unbalanced-marks",
            "25:6 duplicate-code",
        ]
        let errors = parse(text).diagnostics.filter { $0.severity == .error }
        #expect(Notation.write(errors) == expected)
        #expect(parse(text.replacing("\n", with: "\r\n")).diagnostics == parse(text).diagnostics)
    }

    @Test func aFaultIsShownWithItsLineAndACaret() throws {
        let parsed = parse("codebook x\ncode a\n\tdefine D\n\trule: é near 🏠\n\t- \"b\"\n")
        let diagnostic = try #require(parsed.diagnostics.first)
        #expect(diagnostic.length == 4)
        #expect(diagnostic.rendered.hasPrefix("test.codebook:4:10: error: [missing-distance] "))
        #expect(diagnostic.rendered.hasSuffix("\n    \trule: é near 🏠\n    \t        ^~~~"))
    }

    @Test func everyMessageSaysWhatToDo() {
        for diagnostic in parse(Self.example.replacing(" near/", with: " near ")).diagnostics {
            #expect(diagnostic.message.count > 30)
            #expect(diagnostic.identifier.allSatisfy { $0.isLowercase || $0 == "-" })
        }
    }

    @Test func aBrokenFileGivesErrorsAndNeverACrash() {
        var generator = SeededGenerator(seed: 20_261_122)
        let bytes = Array(Self.example.utf8)
        let pieces = [
            "\"", "(", ")", "[[", "]]", "\n", "\n  ", "\t", "|", "...", "near/", " not ", ",", ":", "@", "~", "/", "\\",
            "#", "é", "🏠", "*",
        ]
        .map { Array($0.utf8) }
        for round in 0..<1_500 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let index = Int.random(in: 0..<mutated.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: mutated.remove(at: index)
                case 1: mutated.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: index)
                case 2: mutated[index] = UInt8.random(in: 0...255, using: &generator)
                default:
                    let end = min(mutated.count, index + Int.random(in: 1...40, using: &generator))
                    mutated.insert(contentsOf: mutated[index..<end], at: index)
                }
            }
            let text = String(decoding: mutated, as: UTF8.self)
            let parsed = parse(text)
            let lines = text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) {
                $0 == "\n" || $0 == "\r"
            }
            for diagnostic in parsed.diagnostics {
                let position = diagnostic.position ?? SourcePosition(line: 0, column: 0)
                #expect((1...lines.count).contains(position.line), "round \(round): \(diagnostic)")
                #expect(position.column >= 1 && diagnostic.length >= 1, "round \(round): \(diagnostic)")
                let width = diagnostic.sourceLine?.unicodeScalars.count ?? 0
                #expect(position.column <= width + 1, "round \(round): \(diagnostic)")
            }
            if !parsed.hasErrors { #expect(!parsed.codebook.id.isEmpty, "round \(round)") }
        }
    }

    @Test func manyRulesAreReadInOneGo() {
        let rules = (0..<5_000).map {
            "code t.c\($0)\n  define D\n  rule en: (rent\($0) or \"landlord* ... pay\") near/8 @l in turn\n  - \"x\"\n"
        }
        let parsed = parse("codebook x\n  languages en\ntheme t\nlist @l\n  en: a, b\n" + rules.joined())
        #expect(parsed.diagnostics == [])
        #expect(parsed.codebook.codes.count == 5_001)
    }

    @Test func aRuleWithAFaultIsLeftOut() {
        let parsed = parse("codebook x\ncode a\n  define D\n  rule: b near c\n  rule: d\n  - \"e\"\n")
        #expect(parsed.hasErrors)
        #expect(parsed.codebook.codes.first?.rules.map(\.id) == ["r2"])
    }
}
