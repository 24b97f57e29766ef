import VerbatimModel

/// Warns of rules, items and examples in a language that the codebook does not declare.
enum LanguageCheck {
    /// Adds what it finds in `draft` to `faults`; nothing where the codebook declares no languages.
    static func run(_ draft: Draft, _ faults: inout [Fault]) {
        let declared = Set(draft.head?.languages ?? [])
        guard !declared.isEmpty else { return }
        func check(_ language: Language?, _ what: String, _ source: SourceRange) {
            guard let language, !declared.contains(language) else { return }
            faults.warning(
                "undeclared-language",
                "\(what) in '\(language)', which the codebook's languages do not name: add it there, or correct it",
                at: source)
        }
        for code in draft.codes.map(\.code) {
            for rule in code.rules { check(rule.language, "this rule is", rule.source) }
            for example in code.examples { check(example.language, "this example is", example.source) }
        }
        for entry in draft.lists where !entry.isIncluded {
            var seen = Set<Language>()
            for item in entry.list.items {
                guard let language = item.language, seen.insert(language).inserted else { continue }
                check(language, "items of this list are", item.source)
            }
        }
    }
}
