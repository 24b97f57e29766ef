import VerbatimModel

/// `list @name` with lines of items, and what lists and cues have in common.
enum ListStatement {
    /// The list; `nil` where it has no valid name.
    static func parse(_ statement: Statement, isIncluded: Bool, faults: inout [Fault]) -> Draft.ListEntry? {
        var scanner = TextScanner(statement.head)
        let keyword = scanner.word() ?? 0..<0
        let written = scanner.word(stops: [":"])
        let range = written ?? keyword
        let source = statement.head.source(range)
        var name = written.map(statement.head.string) ?? ""
        if written == nil {
            scanner.faults.error("missing-id", "a list needs a name: write list @name", at: source)
        } else if name.hasPrefix("@") {
            name.removeFirst()
        } else {
            scanner.faults.error(
                "missing-at-sign", "a list's name begins with '@', as where it is used", at: source,
                suggestion: "@" + name)
        }
        let isValid = Identifier.isValid(name)
        if written != nil, !isValid {
            scanner.faults.error(
                "bad-id", "a list's name is made of a-z, 0-9 and '-', with dots between the parts", at: source,
                suggestion: Identifier.repaired(name).map { "@" + $0 })
        }
        if scanner.faults.isEmpty, !scanner.isAtEnd() {
            let rest = scanner.rest()
            scanner.faults.error(
                "unexpected-text", "items stand on indented lines below the list's name, as in 'en: home, house'",
                at: statement.head.source(rest))
        }
        faults += scanner.faults
        var entry = Draft.ListEntry(list: WordList(name: name, items: [], source: source), isIncluded: isIncluded)
        for line in statement.properties {
            let (language, start) = language(of: line, faults: &faults)
            var grammar = RuleGrammar(line, from: start, language: language, mode: .items)
            let items = grammar.items()
            if items.isEmpty, grammar.faults.isEmpty {
                faults.error(
                    "empty-property", "no item stands here: write one, or leave the line out", at: line.source(line.all)
                )
            }
            entry.list.items += items.map { WordList.Item(language: language, term: $0.term, source: $0.source) }
            entry.references += grammar.references
            faults += grammar.faults
        }
        if statement.properties.isEmpty, isValid {
            faults.error(
                "empty-list", "the list @\(name) holds no items: write some on indented lines below it", at: source)
        }
        return isValid ? entry : nil
    }

    /// The language that a line of items begins with, as `en:`, and the offset behind it.
    private static func language(of line: SourceText, faults: inout [Fault]) -> (Language?, Int) {
        var scanner = TextScanner(line)
        guard let word = scanner.word(stops: [":", ","]), scanner.offset < line.scalars.count,
            line.scalars[scanner.offset] == ":"
        else { return (nil, 0) }
        let tag = line.string(word)
        let end = scanner.offset + 1
        if Identifier.isLanguage(tag) { return (Language(tag: tag), end) }
        // `10:30` and `code:x` are items, or faults of items.
        let isSeparate = end == line.scalars.count || line.scalars[end].isSpace
        guard isSeparate else { return (nil, 0) }
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        faults.error(
            "bad-language", "before the colon stands a language of two or three letters from a to z, such as en or ckb",
            at: line.source(word), suggestion: Identifier.isLanguage(primary) ? String(primary) : nil)
        return (nil, end)
    }
}
