import VerbatimModel

/// What is wrong with a dictionary.
enum DictionaryFault {
    /// The file is not what it was taken for.
    static func malformed(_ reason: String, _ path: String, line: Int) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "malformed-dictionary",
                "The file cannot be read as such a dictionary: \(reason). Name another form with --from.", path: path,
                position: SourcePosition(line: max(1, line), column: 1))
        ])
    }

    /// Something was left out.
    static func notCarried(_ what: String, _ path: String, line: Int, to warnings: inout [Diagnostic]) {
        warnings.append(
            Diagnostic(
                .warning, "not-carried", "Left out: \(what) cannot be carried.", path: path,
                position: SourcePosition(line: max(1, line), column: 1)))
    }
}

/// Makes a tree of lines with depths.
enum IndentedTree {
    /// The categories, each under the last one before it of a lesser depth.
    static func nested(_ lines: [(depth: Int, category: DictionaryCategory)]) -> [DictionaryCategory] {
        var roots: [DictionaryCategory] = []
        var open: [(depth: Int, category: DictionaryCategory)] = []
        func close() {
            guard let last = open.popLast() else { return }
            if open.isEmpty {
                roots.append(last.category)
            } else {
                open[open.count - 1].category.children.append(last.category)
            }
        }
        for line in lines {
            while let last = open.last, last.depth >= line.depth { close() }
            open.append(line)
        }
        while !open.isEmpty { close() }
        return roots
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
