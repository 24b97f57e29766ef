/// One fault or warning about something that a user gave: a codebook, a transcript, a table, an option.
///
/// Prints as `path:line:column: error: [identifier] message`. A diagnostic never holds the words of a respondent: it
/// cites the transcript and the place.
public struct Diagnostic: Hashable, Sendable, Codable, Error {
    /// How much a diagnostic matters.
    public enum Severity: String, Hashable, Sendable, Codable {
        /// The input cannot be used.
        case error
        /// The input can be used, but probably not as was meant.
        case warning
    }

    /// How much it matters.
    public var severity: Severity
    /// A stable name in lower case with hyphens, such as `unknown-list`, by which it can be looked up.
    public var identifier: String
    /// What is wrong, and what to do about it.
    public var message: String
    /// The path of the file, as the user gave it; `nil` for a fault that is in no file.
    public var path: String?
    /// The place in the file, where one is known.
    public var position: SourcePosition?
    /// The number of Unicode scalars to underline, at least 1.
    public var length: Int
    /// The line of the file, without its newline, where showing it gives nobody's words away.
    public var sourceLine: String?
    /// A near name, or what to write instead.
    public var suggestion: String?

    /// A diagnostic; see the properties of the same names.
    public init(
        _ severity: Severity, _ identifier: String, _ message: String, path: String? = nil,
        position: SourcePosition? = nil, length: Int = 1, sourceLine: String? = nil, suggestion: String? = nil
    ) {
        self.severity = severity
        self.identifier = identifier
        self.message = message
        self.path = path
        self.position = position
        self.length = length
        self.sourceLine = sourceLine
        self.suggestion = suggestion
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The first line: `path:line:column: error: [identifier] message`, and the suggestion where there is one.
    public var description: String {
        var place = path ?? "verbatim"
        if let position { place += ":\(position.line):\(position.column)" }
        let hint = suggestion.map { " Did you mean '\($0)'?" } ?? ""
        return "\(place): \(severity.rawValue): [\(identifier)] \(message)\(hint)"
    }

    /// The first line and, where the source line is known, that line with a caret under the fault.
    public var rendered: String {
        guard let sourceLine, let position else { return description }
        // Tabs are kept, so that the caret stands under the fault whatever the width of a tab.
        let before = sourceLine.unicodeScalars.prefix(max(0, position.column - 1))
        let indent = before.map { $0 == "\t" ? "\t" : " " }.joined()
        let available = sourceLine.unicodeScalars.count - before.count
        let mark = "^" + String(repeating: "~", count: max(0, min(length, available) - 1))
        return "\(description)\n    \(sourceLine)\n    \(indent)\(mark)"
    }
}

/// All the faults of one input, thrown together so that they are all reported in one go.
public struct DiagnosticsError: Error, Sendable, Hashable {
    /// The faults, errors and warnings, in the order of the file.
    public var diagnostics: [Diagnostic]

    /// An error that carries the given faults.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}
