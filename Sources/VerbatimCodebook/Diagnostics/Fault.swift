import VerbatimModel

/// A fault or warning as a stage of the parser finds it, without the file's line, which ``SourceTable`` adds.
struct Fault {
    var severity: Diagnostic.Severity
    var identifier: String
    var message: String
    var source: SourceRange
    var suggestion: String?
}

extension [Fault] {
    /// Adds an error; see the properties of ``Fault``.
    mutating func error(_ identifier: String, _ message: String, at source: SourceRange, suggestion: String? = nil) {
        append(
            Fault(severity: .error, identifier: identifier, message: message, source: source, suggestion: suggestion))
    }

    /// Adds a warning; see the properties of ``Fault``.
    mutating func warning(_ identifier: String, _ message: String, at source: SourceRange, suggestion: String? = nil) {
        append(
            Fault(severity: .warning, identifier: identifier, message: message, source: source, suggestion: suggestion))
    }

    /// Whether one of them is an error.
    var hasErrors: Bool { contains { $0.severity == .error } }
}
