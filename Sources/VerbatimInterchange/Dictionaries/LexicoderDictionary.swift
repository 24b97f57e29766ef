import VerbatimModel

/// Reads dictionaries of Lexicoder 3 (`.lc3`): a line `+CATEGORY`, then one pattern a line.
enum LexicoderDictionary {
    /// The categories.
    /// - Throws: `malformed-dictionary`: a word before the first category.
    static func read(_ text: String, path: String) throws(DiagnosticsError) -> [DictionaryCategory] {
        var categories: [DictionaryCategory] = []
        for (index, line) in text.lines.enumerated() {
            let line = line.trimmed
            if line.isEmpty { continue }
            if line.hasPrefix("+") {
                let name = line.drop { $0 == "+" }.trimmed
                categories.append(DictionaryCategory(name: name, line: index + 1))
            } else if categories.isEmpty {
                throw DictionaryFault.malformed(
                    "a word stands before the first line '+CATEGORY'", path, line: index + 1)
            } else {
                categories[categories.count - 1].entries.append(.init(text: line, line: index + 1))
            }
        }
        guard !categories.isEmpty else { throw DictionaryFault.malformed("it holds no category", path, line: 1) }
        return categories
    }
}
