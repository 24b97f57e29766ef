/// The identifiers of diagnostics, as they stand in sources and in the reference.
enum DiagnosticIdentifiers {
    /// The identifiers that a source gives to diagnostics.
    ///
    /// They stand behind a severity (`.error, "x"`, `error("x"`), behind `identifier:`, before a message, which is known
    /// by its three spaces, or begin with `unknown-`. `Scripts/generate-diagnostics` looks for the same.
    static func raised(in source: String) -> Set<String> {
        let behindSeverity = /(?:\.(?:error|warning),|(?:error|warning)\(|identifier:)\s*"([a-z][a-z0-9-]*)"/
        let beforeMessage = #/"([a-z]+(?:-[a-z]+)+)",\s*"[^" ]* [^" ]* [^" ]* /#
        let ofUnknownName = /"(unknown-[a-z-]+)"/
        return Set(
            [behindSeverity, beforeMessage, ofUnknownName].flatMap { form in
                source.matches(of: form).map { String($0.output.1) }
            })
    }

    /// The identifiers that the reference describes: headings or table rows that begin with one in backticks.
    static func described(in reference: String) -> Set<String> {
        let entry = /^(?:\| *|#+ *|[-*] *)`([a-z][a-z0-9-]*)`/
        return Set(
            reference.split(whereSeparator: \.isNewline).compactMap { line in
                line.firstMatch(of: entry).map { String($0.output.1) }
            })
    }
}
