import Testing
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct CorpusCoverageTests {
    /// The warnings about a codebook on transcripts, each as `line:column identifier: the words in back quotes`.
    private func warnings(
        _ statements: String, on texts: [String], languages: String = "en", language: Language = "en"
    ) throws -> [String] {
        let study = try Study(statements, languages: languages)
        return all(study, texts.map { MarkedTranscript($0, language: language).transcript }).map { warning in
            let quoted = warning.message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            let place = warning.position.map { "\($0.line):\($0.column)" } ?? ""
            return "\(place) \(warning.identifier): \(quoted.joined(separator: " | "))"
        }
    }

    private func all(_ study: Study, _ transcripts: [Transcript], threads: Int = 1) -> [Diagnostic] {
        let (_, coverage) = CodingRun.codeObservingCoverage(
            transcripts, with: study.rules, respondents: [:], coder: "test", threads: threads, progress: nil)
        return coverage.warnings(study.rules)
    }

    @Test func aTermThatNoWordMatchesIsNamedWhereItStands() throws {
        // The codebook's first two lines are its head.
        let found = try warnings(
            "code c\n  rule: rent or sheltr or hous* or zzz*", on: ["R: The rent of the house."])
        #expect(found == ["4:17 unmatched-term: sheltr", "4:36 unmatched-term: zzz*"])
    }

    @Test func whoSpeaksTheWordDoesNotMatter() throws {
        #expect(try warnings("code c\n  rule: rent", on: ["I: The rent?\nR: Yes."]).isEmpty)
    }

    @Test func aPhraseIsFoundAsAWholeOrNamed() throws {
        let text = "R: We slept at home. Outside it rained."
        #expect(try warnings("code c\n  rule: \"slept ... home\"", on: [text]).isEmpty)
        #expect(
            try warnings("code c\n  rule: \"slept outside\"", on: [text])
                == ["4:9 unmatched-term: \"slept outside\" | ... | near/N"])
        #expect(
            try warnings("code c\n  rule: \"slept rough\"", on: [text])
                == ["4:9 unmatched-term: \"slept rough\" | rough"])
        #expect(
            try warnings("code c\n  rule: \"(slept|camped|lay) at home\"", on: [text])
                == ["4:9 unmatched-term: \"(slept|camped|lay) at home\" | camped | lay"])
    }

    @Test func listItemsAreNamedOnceAndOnlyOfListsThatAreUsed() throws {
        let statements = """
            list @home
              en: home, village
            list @home.far
              en: abroad
            list @unused
              en: nothing
            code c
              rule: @home
              rule: @home near/3 rent
            """
        #expect(
            try warnings(statements, on: ["R: My home. The rent."])
                == ["4:13 unmatched-term: village", "6:7 unmatched-term: abroad"])
    }

    @Test func whatIsAskedIsCheckedToo() throws {
        #expect(
            try warnings("code c\n  rule: yes, asked (return or zzz)", on: ["I: Will you return?\nR: Yes."])
                == ["4:31 unmatched-term: zzz"])
    }

    @Test func retiredCodesAreNotChecked() throws {
        #expect(try warnings("code c\n  status retired\n  rule: zzz", on: ["R: Yes."]).isEmpty)
    }

    @Test func aWildcardThatFitsTooManyWordTypesIsCounted() throws {
        // 201 word types, one of them in two spellings that fold to the same.
        let words = (0...200).map { number in "re\(String(UnicodeScalar(97 + UInt8(number % 26))))\(number)" }
        let text = "R: " + words.joined(separator: " ") + " Rea0 RÉA0"
        let statements = "code c\n  rule: re* or \"to reb*\" or rea*"
        let study = try Study(statements)
        let found = all(study, [MarkedTranscript(text + " to reb1").transcript])
        #expect(found.map(\.identifier) == ["exploding-wildcard"])
        #expect(found.first?.message.contains("`re*` fits 201 different words") == true)
        #expect(found.first?.position == SourcePosition(line: 4, column: 9))
        let fewer = all(study, [MarkedTranscript("R: to " + words.dropLast().joined(separator: " to ")).transcript])
        #expect(fewer.isEmpty)
    }

    @Test func aLanguageThatNobodySpeaksIsSaidOnce() throws {
        let statements = """
            list @home
              en: home
              nl: thuis, huis
            code c
              rule: @home
              rule nl: terug
              rule fr: retour
            """
        let found = try warnings(statements, on: ["R: My home.\nR/fr: Le retour."], languages: "en nl fr")
        #expect(found == ["5:7 language-without-transcripts: nl"])
        let study = try Study(statements, languages: "en nl fr")
        let message = all(study, [MarkedTranscript("R: My home.\nR/fr: Le retour.").transcript]).first?.message
        #expect(message?.hasPrefix("1 rule and 2 list items are for `nl`") == true)
    }

    @Test func inATextOfUnknownLanguageEveryLanguageIsSearched() throws {
        let statements = "code c\n  rule nl: terug or thuis"
        #expect(
            try warnings(statements, on: ["R: Terug."], languages: "en nl", language: "und")
                == ["4:21 unmatched-term: thuis"])
    }

    @Test func aTermOfALanguageIsLookedForInThatLanguage() throws {
        #expect(
            try warnings("code c\n  rule en: rent", on: ["R/nl: De rent.\nR: Yes."], languages: "en nl")
                == ["4:12 unmatched-term: rent"])
    }

    @Test func withoutTranscriptsNothingIsSaid() throws {
        #expect(try warnings("code c\n  rule: zzz", on: []).isEmpty)
    }

    @Test func messagesNameNoWordsOfTheTranscripts() throws {
        let study = try Study("code c\n  rule: s* or \"a secret\" or zzz")
        let words = (0..<300).map { "s\(UnicodeScalar(97 + UInt8($0 % 26)))\($0)" }.joined(separator: " ")
        let found = all(study, [MarkedTranscript("R: Kirkuk \(words)").transcript])
        #expect(found.count == 3)
        #expect(found.allSatisfy { !$0.message.contains("Kirkuk") && !$0.message.contains("sa0") })
    }

    /// Random words, phrases and lists over random sessions, against the brute-force matcher.
    @Test(arguments: 0..<60) func theTermsThatAreNamedAreThoseTheOracleDoesNotFind(seed: Int) throws {
        var random = RandomCase(seed: UInt64(seed) &* 7919)
        var book = random.codebook()
        var line = 1
        func place() -> SourceRange {
            line += 1
            return SourceRange(path: "random.codebook", start: SourcePosition(line: line, column: 1))
        }
        let terms = book.codes.flatMap { code in code.rules.flatMap { Self.terms(of: $0.expression) } }
        var code = Code(id: "all", name: "all", source: place())
        let languages: [Language?] = [nil, "en", "nl"]
        code.rules = terms.enumerated().map { index, term in
            let source = place()
            return Rule(
                id: "r\(index)", language: languages[index % 3], expression: Expression(.term(term), source: source),
                speakers: .any, text: "", source: source)
        }
        book.codes = [code]
        book.lists = []
        let sessions = (0..<2).map { _ in random.session() }
        let oracles = sessions.map { session in
            NaiveMatcher(session, book) { word, language in
                RandomCase.stems[language]?[word] ?? word
            }
        }
        let expected = code.rules.filter { rule in
            oracles.allSatisfy { $0.hits(of: rule, in: code).isEmpty }
        }
        let rules = try CompiledRules(book, cues: [])
        var coverages: [CorpusCoverage] = []
        for threads in [1, 2] {
            coverages.append(
                CodingRun.codeObservingCoverage(
                    sessions.map(\.transcript), with: rules, respondents: [:], coder: "test", threads: threads,
                    progress: nil
                ).coverage)
        }
        for coverage in coverages {
            // Of a phrase that is found, a part that is not may be named too.
            let named = Set(
                coverage.warnings(rules).filter { $0.identifier == "unmatched-term" && !$0.message.hasPrefix("of `") }
                    .compactMap { $0.position?.line })
            let wanted = expected.filter { coverage.searches($0.language, rules) }.map(\.source.start.line)
            #expect(named == Set(wanted))
        }
    }

    private static func terms(of expression: Expression) -> [Term] {
        switch expression.form {
        case .term(.list), .term(.code): []
        case .term(let term): [term]
        case .or(let parts), .and(let parts), .atLeast(_, let parts): parts.flatMap { terms(of: $0) }
        case .andNot(let left, let right), .proximity(_, _, _, let left, let right),
            .containment(_, let left, let right):
            terms(of: left) + terms(of: right)
        }
    }
}
