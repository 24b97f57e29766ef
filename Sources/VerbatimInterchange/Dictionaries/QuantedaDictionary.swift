import VerbatimModel
import Yams

/// Reads dictionaries of quanteda as YAML: nested names, with lists of patterns (`*`, `?`) at the leaves.
enum QuantedaDictionary {
    /// The categories.
    /// - Throws: `malformed-yaml` with line and column, `malformed-dictionary`.
    static func read(_ text: String, path: String) throws(DiagnosticsError) -> [DictionaryCategory] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            var position: SourcePosition?
            if case YamlError.parser(_, _, let mark, _)? = error as? YamlError {
                position = SourcePosition(line: mark.line, column: mark.column)
            } else if case YamlError.scanner(_, _, let mark, _)? = error as? YamlError {
                position = SourcePosition(line: mark.line, column: mark.column)
            }
            throw DiagnosticsError([
                Diagnostic(
                    .error, "malformed-yaml",
                    "The file is not YAML. Put patterns that begin with '*', '&' or '@', or hold ': ', in quotes.",
                    path: path, position: position)
            ])
        }
        guard case .mapping(let mapping)? = root, !mapping.isEmpty else {
            throw DictionaryFault.malformed("it must be names with patterns under them", path, line: 1)
        }
        var holder = DictionaryCategory(name: "", line: 1)
        try fill(&holder, with: .mapping(mapping), path, depth: 0)
        if !holder.entries.isEmpty {
            throw DictionaryFault.malformed(
                "a pattern stands outside all categories", path, line: holder.entries[0].line)
        }
        return holder.children
    }

    private static func fill(
        _ category: inout DictionaryCategory, with node: Node, _ path: String, depth: Int
    ) throws(DiagnosticsError) {
        guard depth < 64 else { throw DictionaryFault.malformed("it is nested too deeply", path, line: category.line) }
        let line = node.mark?.line ?? category.line
        switch node {
        case .scalar(let scalar):
            if !scalar.string.isEmpty, scalar.string != "~" {
                category.entries.append(.init(text: scalar.string, line: line))
            }
        case .sequence(let sequence):
            for element in sequence { try fill(&category, with: element, path, depth: depth + 1) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                let name = key.scalar?.string ?? ""
                // `__` holds the patterns of a category that also has categories under it.
                if name == "__" {
                    try fill(&category, with: value, path, depth: depth + 1)
                    continue
                }
                var child = DictionaryCategory(name: name, line: key.mark?.line ?? line)
                try fill(&child, with: value, path, depth: depth + 1)
                category.children.append(child)
            }
        case .alias:
            throw DictionaryFault.malformed("YAML aliases are not read: write the patterns out", path, line: line)
        }
    }
}
