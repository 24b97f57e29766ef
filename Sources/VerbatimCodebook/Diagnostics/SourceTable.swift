import VerbatimModel

/// The files that were read, in that order, by which faults are turned into diagnostics that show the line.
struct SourceTable {
    private var files: [SourceFile] = []
    private var indexOfPath: [String: Int] = [:]

    /// Adds a file; a path that is there already keeps its first text.
    mutating func add(_ file: SourceFile) {
        guard indexOfPath[file.path] == nil else { return }
        indexOfPath[file.path] = files.count
        files.append(file)
    }

    /// The faults as diagnostics, by file in the order of reading, then by place; of equal faults at one place one.
    /// - Complexity: O(n log n) in the number of faults.
    func diagnostics(of faults: [Fault]) -> [Diagnostic] {
        let order = faults.enumerated().sorted { left, right in
            let leftFile = indexOfPath[left.element.source.path] ?? files.count
            let rightFile = indexOfPath[right.element.source.path] ?? files.count
            let leftStart = left.element.source.start
            let rightStart = right.element.source.start
            return (leftFile, leftStart, left.offset) < (rightFile, rightStart, right.offset)
        }
        var diagnostics: [Diagnostic] = []
        for (_, fault) in order {
            let diagnostic = Diagnostic(
                fault.severity, fault.identifier, fault.message, path: fault.source.path,
                position: fault.source.start, length: fault.source.length, sourceLine: line(of: fault.source),
                suggestion: fault.suggestion)
            if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
        }
        return diagnostics
    }

    private func line(of source: SourceRange) -> String? {
        guard let index = indexOfPath[source.path] else { return nil }
        let lines = files[index].lines
        guard source.start.line >= 1, source.start.line <= lines.count else { return nil }
        return String(scalars: lines[source.start.line - 1])
    }
}
