import VerbatimModel

/// `rule [ID] [LANG]: EXPRESSION ...`.
enum RuleProperty {
    /// A rule as far as it could be read.
    struct Parsed {
        /// The rule; `nil` where it has a fault.
        var rule: Rule?
        /// What it refers to, also where it has a fault.
        var references: [Reference]
    }

    /// The rule of a property.
    ///
    /// A single word before the colon is a language where it has two letters or is one of
    /// `languages`, else an id; an unnamed rule is named for its `number` in the code.
    static func parse(
        _ text: SourceText, number: Int, languages: [Language], faults: inout [Fault]
    ) -> Parsed {
        var scanner = TextScanner(text)
        let keyword = scanner.word(stops: [":"]) ?? 0..<0
        var words: [Range<Int>] = []
        while words.count < 3, let word = scanner.word(stops: [":"]) { words.append(word) }
        guard scanner.advance(past: ":"), words.count < 3 else {
            faults.error(
                "missing-colon",
                "a colon must stand before the expression: write 'rule: ...', 'rule en: ...' or 'rule ID en: ...'",
                at: text.source(keyword))
            return Parsed(rule: nil, references: [])
        }
        let faultCount = faults.count
        var id = "r\(number)"
        var language: Language?
        if let first = words.first {
            let word = text.string(first)
            let isLanguage =
                words.count == 1 && Identifier.isLanguage(word)
                && (word.utf8.count == 2 || languages.contains(Language(tag: word)))
            if isLanguage {
                language = Language(tag: word)
            } else {
                id = word
                if !word.unicodeScalars.allSatisfy(isIDPart) {
                    faults.error(
                        "bad-rule-id", "a rule's id is made of letters, digits, '-', '_' and '.'",
                        at: text.source(first))
                }
            }
        }
        if words.count == 2 {
            let word = text.string(words[1])
            if Identifier.isLanguage(word) {
                language = Language(tag: word)
            } else {
                faults.error(
                    "bad-language",
                    "before the colon stands a language of two or three letters from a to z, such as en or ckb",
                    at: text.source(words[1]),
                    suggestion: Identifier.isLanguage(word.lowercased()) ? word.lowercased() : nil)
            }
        }
        let parsed = parse(text, from: scanner.offset, id: id, language: language, source: text.source(text.all))
        faults += parsed.faults
        return Parsed(
            rule: faults.count == faultCount ? parsed.rule : nil, references: parsed.references)
    }

    /// What stands behind the colon.
    static func parse(
        _ text: SourceText, from start: Int, id: String, language: Language?, source: SourceRange
    ) -> (rule: Rule?, references: [Reference], faults: [Fault]) {
        var grammar = RuleGrammar(text, from: start, language: language, mode: .expression)
        let (expression, clauses) = grammar.rule()
        guard let expression, !grammar.faults.hasErrors else { return (nil, grammar.references, grammar.faults) }
        var scanner = TextScanner(text, from: start)
        let written = text.string(scanner.rest())
        let rule = Rule(
            id: id, language: language, expression: expression, scope: clauses.scope, speakers: clauses.speakers,
            guards: clauses.guards, asked: clauses.asked, filter: clauses.filter, weight: clauses.weight ?? 1,
            text: written, source: source)
        return (rule, grammar.references, grammar.faults)
    }

    private static func isIDPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIILetter || scalar.isASCIIDigit || scalar == "-" || scalar == "_" || scalar == "."
    }
}
