import VerbatimModel

/// `codebook ID "Title"` with `version`, `languages` and `define`.
enum CodebookStatement {
    /// The head of the codebook, without lists, codes and cues.
    static func parse(_ statement: Statement, faults: inout [Fault]) -> Codebook {
        let head = StatementHead(statement, faults: &faults)
        let id = head.id ?? ""
        var codebook = Codebook(id: id, title: head.name ?? id)
        var seen = PropertyLog(of: "codebook")
        for property in statement.properties {
            guard let (keyword, end) = PropertyKeyword.leading(property.scalars[...]),
                [.version, .languages, .define].contains(keyword)
            else {
                seen.reportUnknown(property, allowed: [.version, .languages, .define], faults: &faults)
                continue
            }
            guard seen.isFirst(keyword, property, faults: &faults),
                let value = PropertyLog.value(of: keyword, property, from: end, faults: &faults)
            else { continue }
            switch keyword {
            case .version: codebook.version = property.string(value)
            case .languages: codebook.languages = languages(property, from: end, faults: &faults)
            default: codebook.definition = property.string(value)
            }
        }
        return codebook
    }

    /// Languages separated by white space or commas, each once.
    private static func languages(_ text: SourceText, from start: Int, faults: inout [Fault]) -> [Language] {
        var scanner = TextScanner(text, from: start)
        var languages: [Language] = []
        while !scanner.isAtEnd() {
            if scanner.advance(past: ",") { continue }
            guard let word = scanner.word(stops: [","]) else {
                scanner.expectEnd()
                break
            }
            let tag = text.string(word)
            guard Identifier.isLanguage(tag) else {
                let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
                scanner.faults.error(
                    "bad-language", "a language is written with two or three letters from a to z, such as en or ckb",
                    at: text.source(word), suggestion: Identifier.isLanguage(primary) ? String(primary) : nil)
                continue
            }
            let language = Language(tag: tag)
            if !languages.contains(language) { languages.append(language) }
        }
        faults += scanner.faults
        return languages
    }
}
