import VerbatimCodebook
import VerbatimModel

/// Reads categorisation dictionaries of WordStat (`.cat`): categories indented by tabs, under each its words,
/// patterns, phrases (`SOUTH_AFRICA`) and rules (`@NAME [expression]`), each with a weight in brackets.
///
/// Source: the reader in quanteda (`R/dictionaries.R`) for the tree, and the public user's guide of WordStat ("Working
/// with Rules") for rules.
enum WordStatDictionary {
    /// The categories, with their ids, since rules refer to them.
    /// - Throws: `malformed-dictionary`.
    static func read(
        _ text: String, path: String, warnings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> [DictionaryCategory] {
        var lines: [(depth: Int, category: DictionaryCategory)] = []
        var weighted = 0
        var pending: [PendingRule] = []
        for (index, line) in text.lines.enumerated() where !line.trimmed.isEmpty {
            let depth = line.prefix(while: \.isWhitespace).reduce(0) { $1 == "\t" ? ($0 / 8 + 1) * 8 : $0 + 1 }
            let (content, weight) = parted(line.trimmed)
            let isRule = content.hasPrefix("@") && content.contains("[")
            guard weight != nil || isRule else {
                lines.append((depth, DictionaryCategory(name: content, line: index + 1)))
                continue
            }
            if let weight, weight != 1 { weighted += 1 }
            guard let owner = lines.lastIndex(where: { $0.depth < depth }) else {
                throw DictionaryFault.malformed("a word stands before the first category", path, line: index + 1)
            }
            if isRule {
                pending.append(PendingRule(owner: owner, text: content, line: index + 1))
                // The place is kept, and filled once all categories have their ids.
                lines[owner].category.rules.append(.init(id: nil, text: "", line: index + 1))
            } else {
                let word = String(content.map { $0 == "_" ? " " : $0 })
                lines[owner].category.entries.append(.init(text: word, line: index + 1))
            }
        }
        guard !lines.isEmpty else { throw DictionaryFault.malformed("it holds no category", path, line: 1) }
        if weighted > 0 {
            DictionaryFault.notCarried(
                "the weight of \(weighted) words (each now counts once)", path, line: 1, to: &warnings)
        }
        var categories = IndentedTree.nested(lines)
        var identifiers = CodeIdentifiers()
        for index in categories.indices { categories[index].identify(under: nil, &identifiers) }
        let references = WordStatReferences(categories)
        for index in categories.indices {
            translate(&categories[index], pending, references, path, &warnings)
        }
        return categories
    }

    private struct PendingRule {
        var owner: Int
        var text: String
        var line: Int
    }

    /// `BANK* (2)`, taken apart.
    private static func parted(_ text: String) -> (content: String, weight: Double?) {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex,
            text[text.index(before: open)].isWhitespace,
            let weight = Double(text[text.index(after: open)...].dropLast().trimmed)
        else { return (text, nil) }
        return (text[..<open].trimmed, weight)
    }

    private static func translate(
        _ category: inout DictionaryCategory, _ pending: [PendingRule], _ references: WordStatReferences,
        _ path: String, _ warnings: inout [Diagnostic]
    ) {
        var used: Set<String> = []
        category.rules = category.rules.compactMap { place in
            guard let rule = pending.first(where: { $0.line == place.line }),
                let open = rule.text.firstIndex(of: "[")
            else { return nil }
            let name = rule.text[..<open].dropFirst().trimmed
            var expression = rule.text[rule.text.index(after: open)...].trimmed
            if expression.hasSuffix("]") { expression.removeLast() }
            var parser = WordStatRuleParser(expression, references)
            guard let text = parser.rule(), RuleParser.parse(text, language: nil, path: "").rule != nil else {
                DictionaryFault.notCarried(
                    "the rule '\(name)' (\(parser.fault ?? "its form is not known"))", path, line: rule.line,
                    to: &warnings)
                return nil
            }
            let slug = CodeIdentifiers.slug(name)
            var id = slug.isEmpty || slug.utf8.count <= 3 ? "rule-" + slug : slug
            while !used.insert(id).inserted { id += "-2" }
            return DictionaryCategory.Rule(id: id, text: text, line: rule.line)
        }
        for index in category.children.indices {
            translate(&category.children[index], pending, references, path, &warnings)
        }
    }
}

/// What `#CATEGORY` stands for in the rules of a WordStat dictionary: the words of that category and of those under it.
struct WordStatReferences {
    private var listsOfName: [String: [String]] = [:]

    /// The categories by their names, without regard to case; the first of a name counts.
    init(_ categories: [DictionaryCategory]) {
        for category in categories { _ = add(category) }
    }

    private mutating func add(_ category: DictionaryCategory) -> [String] {
        let isListed = category.entries.contains { EntryPattern.item($0.text) != nil }
        var lists = isListed ? ["@" + category.listName] : []
        for child in category.children { lists += add(child) }
        let name = Self.key(category.name)
        if listsOfName[name] == nil { listsOfName[name] = lists }
        return lists
    }

    private static func key(_ name: String) -> String { String(name.lowercased().map { $0 == " " ? "_" : $0 }) }

    /// The words of a category, as an operand; `nil` where there is none of that name, or it has no words.
    func operand(_ name: String) -> String? {
        guard let lists = listsOfName[Self.key(name)], let first = lists.first else { return nil }
        return lists.count == 1 ? first : "(" + lists.joined(separator: " or ") + ")"
    }
}
