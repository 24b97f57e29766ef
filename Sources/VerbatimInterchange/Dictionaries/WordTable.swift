import VerbatimFiles
import VerbatimModel

/// Reads tables of words and their categories: two columns of CSV.
enum WordTable {
    private static let termNames = ["term", "word", "words", "pattern", "entry", "keyword", "item", "phrase"]
    private static let categoryNames = ["category", "code", "label", "key", "group", "sentiment", "theme", "id"]

    /// The columns of words and of categories; `nil` where the header names none or more than these.
    static func columns(of header: [String]) -> (term: Int, category: Int)? {
        let names = header.map { $0.trimmed.lowercased() }
        guard let term = names.firstIndex(where: termNames.contains),
            let category = names.firstIndex(where: categoryNames.contains)
        else { return nil }
        return (term, category)
    }

    /// The categories, in the order of their first word; `a/b` and `a > b` are nested.
    /// - Throws: `malformed-table`, `missing-column`.
    static func read(
        _ text: String, path: String, warnings: inout [Diagnostic]
    ) throws(DiagnosticsError) -> [DictionaryCategory] {
        let rows = try DelimitedText.read(text, path: path)
        guard let header = rows.first, let columns = columns(of: header.fields) else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "The first row must name a column of words ('term', 'word' or 'pattern') and one of categories "
                        + "('category' or 'code').", path: path,
                    position: SourcePosition(line: rows.first?.line ?? 1, column: 1))
            ])
        }
        for (index, name) in header.fields.enumerated() where index != columns.term && index != columns.category {
            DictionaryFault.notCarried("the column '\(name)'", path, line: header.line, to: &warnings)
        }
        var root = DictionaryCategory(name: "", line: 1)
        for row in rows.dropFirst() {
            let term = columns.term < row.fields.count ? row.fields[columns.term].trimmed : ""
            let category = columns.category < row.fields.count ? row.fields[columns.category].trimmed : ""
            let names = category.split { $0 == "/" || $0 == ">" }.map(\.trimmed).filter { !$0.isEmpty }
            guard !term.isEmpty, !names.isEmpty else {
                DictionaryFault.notCarried("a row without a word or a category", path, line: row.line, to: &warnings)
                continue
            }
            add(.init(text: term, line: row.line), to: names[...], &root)
        }
        return root.children
    }

    private static func add(
        _ entry: DictionaryCategory.Entry, to names: ArraySlice<String>, _ category: inout DictionaryCategory
    ) {
        guard let name = names.first else {
            category.entries.append(entry)
            return
        }
        let index =
            category.children.firstIndex { $0.name == name }
            ?? {
                category.children.append(DictionaryCategory(name: name, line: entry.line))
                return category.children.count - 1
            }()
        add(entry, to: names.dropFirst(), &category.children[index])
    }
}
