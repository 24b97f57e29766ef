import VerbatimFiles
import VerbatimModel

/// Reads dictionaries of Yoshikoder (`.ykd`): XML with nested `cnode` (categories) and `pnode` (patterns).
enum YoshikoderDictionary {
    /// The categories.
    /// - Throws: `malformed-xml`, `entity`, `malformed-dictionary`.
    static func read(
        _ bytes: [UInt8], path: String, warnings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> [DictionaryCategory] {
        let root = try XMLTree.read(bytes, path: path)
        guard root.name == "dictionary" || root.child("cnode") != nil else {
            throw DictionaryFault.malformed("its root must be 'dictionary'", path, line: root.line)
        }
        if let engine = root.attributes["patternengine"], engine != "substring" {
            DictionaryFault.notCarried("the pattern engine '\(engine)'", path, line: root.line, to: &warnings)
        }
        var categories = root.children("cnode").map(category)
        // The program wraps all in one node that is named for the dictionary.
        if categories.count == 1, categories[0].entries.isEmpty, !categories[0].children.isEmpty {
            categories = categories[0].children
        }
        guard !categories.isEmpty else {
            throw DictionaryFault.malformed("it holds no category", path, line: root.line)
        }
        return categories
    }

    private static func category(_ node: XMLTree) -> DictionaryCategory {
        var category = DictionaryCategory(
            name: node.attributes["name"] ?? "", definition: node.attributes["desc"], line: node.line)
        if category.definition == category.name { category.definition = nil }
        category.entries = node.children("pnode").compactMap { pattern in
            pattern.attributes["name"].map { .init(text: $0, line: pattern.line) }
        }
        category.children = node.children("cnode").map(Self.category)
        return category
    }
}
