package import VerbatimModel

/// Reads one rule that stands in no codebook, as the command `search` takes it.
package struct RuleParser {
    /// Parses what stands behind the colon of a rule: `EXPR [in SCOPE] [, GUARD]... [, where FILTER] [, weight W]`.
    ///
    /// Names of lists and codes are not looked up. The rule's id is `r1`; its text is the text given, on one line.
    /// - Parameters:
    ///   - text: The rule; over several lines it is read as continuation lines are.
    ///   - language: The language whose tokens are searched; `nil` for all.
    ///   - path: What diagnostics name as the file.
    /// - Returns: The rule, `nil` where it has an error, and all that is wrong with it, by place.
    package static func parse(
        _ text: String, language: Language?, path: String
    ) -> (rule: Rule?, diagnostics: [Diagnostic]) {
        let file = SourceFile(path: path, text: text)
        var sources = SourceTable()
        sources.add(file)
        var source = SourceText(path: path)
        var stripper = CommentStripper(.structured)
        for (index, line) in file.lines.enumerated() {
            let end = stripper.contentEnd(of: line, from: 0)
            source.append(line[..<end], line: index + 1, column: 1)
        }
        let parsed = RuleProperty.parse(
            source, from: 0, id: "r1", language: language, source: source.source(source.all))
        return (parsed.rule, sources.diagnostics(of: parsed.faults))
    }
}
