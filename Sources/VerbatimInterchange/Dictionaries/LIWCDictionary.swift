import VerbatimModel

/// Reads dictionaries of LIWC (`.dic`, the forms of 2007 and 2015): a legend of numbered categories between two lines
/// of `%`, indented by tabs where they are nested, then lines of a word and the numbers of its categories.
///
/// Source: the behaviour of the reader in quanteda (`R/dictionaries.R`), which documents the form.
enum LIWCDictionary {
    /// The categories.
    /// - Throws: `malformed-dictionary`.
    static func read(
        _ text: String, path: String, warnings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> [DictionaryCategory] {
        let lines = text.lines
        let marks = lines.indices.filter { lines[$0].trimmed == "%" }
        guard marks.count >= 2 else {
            throw DictionaryFault.malformed("a legend of categories must stand between two lines of '%'", path, line: 1)
        }
        var legend: [(number: Int, depth: Int, category: DictionaryCategory)] = []
        for index in (marks[0] + 1)..<marks[1] where !lines[index].trimmed.isEmpty {
            let line = lines[index].trimmed
            let digits = line.prefix { $0.isNumber }
            guard let number = Int(digits) else {
                throw DictionaryFault.malformed("a category begins with its number", path, line: index + 1)
            }
            let title = line.dropFirst(digits.count).trimmed
            // `pronoun (Pronouns)`: the short name, and what it means.
            let name = title.split(separator: "(", maxSplits: 1).first.map { $0.trimmed } ?? title
            var category = DictionaryCategory(name: name.isEmpty ? title : name, line: index + 1)
            if name != title, !name.isEmpty { category.definition = title }
            legend.append((number, lines[index].prefix { $0 == "\t" }.count, category))
        }
        let indexOfNumber = Dictionary(legend.enumerated().map { ($1.number, $0) }) { first, _ in first }
        for index in (marks[1] + 1)..<max(marks[1] + 1, lines.count) where !lines[index].trimmed.isEmpty {
            let line = lines[index].trimmed
            if line.contains("<of>") || line.contains("(") || line.contains("/") {
                DictionaryFault.notCarried(
                    "the condition of '\(line.prefix { !$0.isNumber }.trimmed)' on the words beside it", path,
                    line: index + 1, to: &warnings)
                continue
            }
            // The word may have spaces; the numbers come last.
            var fields = line.split { $0 == "\t" || $0 == " " }
            var numbers: [Int] = []
            while let number = fields.last.flatMap({ Int($0) }), fields.count > 1 {
                numbers.insert(number, at: 0)
                fields.removeLast()
            }
            let word = fields.joined(separator: " ")
            if numbers.isEmpty {
                DictionaryFault.notCarried(
                    "'\(word)', which has no category,", path, line: index + 1, to: &warnings)
            }
            for number in numbers {
                guard let position = indexOfNumber[number] else {
                    DictionaryFault.notCarried(
                        "'\(word)' in category \(number), which the legend lacks,", path, line: index + 1, to: &warnings
                    )
                    continue
                }
                legend[position].category.entries.append(.init(text: word, line: index + 1))
            }
        }
        return IndentedTree.nested(legend.map { ($0.depth, $0.category) })
    }
}
