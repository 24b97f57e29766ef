import VerbatimCodebook
import VerbatimModel

/// A category of a dictionary, with its words and the categories under it.
struct DictionaryCategory {
    /// A word or pattern as the dictionary has it.
    struct Entry {
        var text: String
        var line: Int
    }

    /// A rule in our language.
    struct Rule {
        var id: String?
        var text: String
        var line: Int
    }

    var name: String
    var definition: String?
    var line: Int
    var entries: [Entry] = []
    var rules: [Rule] = []
    var children: [DictionaryCategory] = []
    /// The id, once it has one.
    var id = ""

    /// The name of the list that its entries become.
    ///
    /// It has no dots, since a reference to a list means the lists under it as well.
    var listName: String { id.split(separator: ".").joined(separator: "-") }

    /// Gives this category and those under it their ids.
    mutating func identify(under parent: String?, _ identifiers: inout CodeIdentifiers) {
        id = identifiers.id(for: name, under: parent, fallback: "category")
        for index in children.indices { children[index].identify(under: id, &identifiers) }
    }
}

/// Writes dictionaries as codebooks: a category with entries becomes a code whose rule is a list of them, one without
/// becomes a theme.
struct DictionaryComposer {
    private(set) var composer = CodebookComposer()
    private(set) var warnings: [Diagnostic] = []
    private let path: String
    private let language: Language?

    /// The codebook of some categories that have their ids.
    static func codebook(
        _ categories: [DictionaryCategory], path: String, name: String, language: Language?, warnings: [Diagnostic]
    ) throws(DiagnosticsError) -> ImportedCodebook {
        var writer = DictionaryComposer(path: path, language: language)
        let id = CodeIdentifiers.slug(name)
        writer.composer.begin("codebook", id.isEmpty ? "dictionary" : id, name: id == name ? nil : name)
        if let language { writer.composer.property("languages", language.code) }
        for category in categories { writer.write(category) }
        return try ImportFinish.finish(writer.composer, path: path, warnings: warnings + writer.warnings)
    }

    private init(path: String, language: Language?) {
        self.path = path
        self.language = language
    }

    private mutating func write(_ category: DictionaryCategory) {
        let place = SourcePosition(line: category.line, column: 1)
        var items: [String] = []
        var seen: Set<String> = []
        for entry in category.entries {
            guard let item = EntryPattern.item(entry.text) else {
                warn(
                    "entry-not-carried", "'\(entry.text)' holds no word that can be searched, and was left out.",
                    entry.line)
                continue
            }
            if item.isChanged {
                warn(
                    "entry-changed", "'\(entry.text)' was carried as \(item.text): look whether it is meant so.",
                    entry.line)
            }
            if seen.insert(item.text).inserted { items.append(item.text) }
        }
        if !items.isEmpty {
            composer.begin("list", "@" + category.listName, at: place)
            composer.items(items, language: language, at: place)
        }
        let isCode = !items.isEmpty || !category.rules.isEmpty || category.children.isEmpty
        composer.begin(
            isCode ? "code" : "theme", category.id, name: category.name == category.id ? nil : category.name, at: place)
        composer.prose("define", category.definition, at: place)
        if !items.isEmpty { composer.rule(id: "words", language: language, "@" + category.listName, at: place) }
        for rule in category.rules {
            composer.rule(
                id: rule.id, language: rule.id == nil ? nil : language, rule.text,
                at: SourcePosition(line: rule.line, column: 1))
        }
        for child in category.children { write(child) }
    }

    private mutating func warn(_ identifier: String, _ message: String, _ line: Int) {
        warnings.append(
            Diagnostic(.warning, identifier, message, path: path, position: SourcePosition(line: line, column: 1)))
    }
}
