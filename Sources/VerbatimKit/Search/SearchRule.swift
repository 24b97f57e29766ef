import VerbatimCodebook
package import VerbatimEngine
package import VerbatimModel

/// One rule that stands in no codebook, compiled: what `search` looks for.
///
/// It is run as the only rule of a code of its own, so that it finds what it would find in a codebook. With a codebook
/// that code stands behind the others: lists and codes can be named, and the codebook's cues apply.
package struct SearchRule: Sendable {
    /// The rules of the codebook and the rule.
    package let rules: CompiledRules
    /// The index of the rule's code in the codebook that was compiled.
    package let code: Int
    /// What is probably not as was meant in the rule.
    package let warnings: [Diagnostic]

    /// What diagnostics name as the file of the rule.
    package static let path = "rule"
    /// An id that no codebook can declare and no rule can refer to.
    private static let codeID = "(search)"

    /// Compiles what stands behind the colon of a rule: `EXPR [in SCOPE] [, GUARD]... [, where FILTER]`.
    ///
    /// A weight is read and does not matter: a single rule has nothing to be weighed against.
    /// - Parameters:
    ///   - text: the rule; over several lines it is read as one.
    ///   - language: the language whose paragraphs are searched; `nil` for all.
    ///   - path: the path of the codebook whose lists, codes and cues the rule uses; `nil` for none.
    /// - Returns: the rule, ready to be run.
    /// - Throws: every fault of the codebook, else every fault of the rule, with the line and its place.
    package static func compile(
        _ text: String, language: Language?, codebook path: String?
    ) throws(DiagnosticsError) -> SearchRule {
        let loaded: LoadedCodebook? = if let path { try LoadedCodebook.load(path) } else { nil }
        let parsed = RuleParser.parse(text, language: language, path: Self.path)
        guard var rule = parsed.rule, !parsed.diagnostics.contains(where: { $0.severity == .error }) else {
            throw DiagnosticsError(parsed.diagnostics)
        }
        rule.weight = 1
        var codebook =
            loaded?.codebook
            ?? Codebook(id: "search", title: "Search", languages: language.map { [$0] } ?? [])
        var code = Code(id: codeID, name: codeID, source: rule.source)
        code.mark = Mark(.match)
        code.rules = [rule]
        codebook.codes.append(code)
        do {
            return SearchRule(
                rules: try CompiledRules(codebook, cues: AssertionPacks.cues()), code: codebook.codes.count - 1,
                warnings: parsed.diagnostics)
        } catch {
            throw DiagnosticsError(
                parsed.diagnostics + error.diagnostics.map { located($0, in: text, hasCodebook: path != nil) })
        }
    }

    /// A fault of the compiler with the line it stands in, and with what helps where no codebook was given.
    private static func located(_ fault: Diagnostic, in text: String, hasCodebook: Bool) -> Diagnostic {
        guard fault.path == path else { return fault }
        var located = fault
        if located.sourceLine == nil, let line = fault.position?.line {
            let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
            if lines.indices.contains(line - 1) { located.sourceLine = String(lines[line - 1]) }
        }
        if !hasCodebook, ["unknown-list", "unknown-code"].contains(fault.identifier) {
            located.message = "the rule names a list or a code: give the codebook that declares it with '--codebook'"
        }
        return located
    }
}
