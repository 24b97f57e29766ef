import VerbatimCodebook
import VerbatimModel

/// Reads coding-rule files of KH Coder: a line `*code`, then its condition on the lines below it, up to the next code.
///
/// Conditions are words, phrases (`go+back`), `near(a-b)[5]`, `seq(a-b)[5]`, strings in quotes, other codes
/// (`<*code>`), variables (`<>variable-->value`), joined by `|`, `&`, `!` (or `or`, `and`, `not`) with spaces around
/// them, and brackets. Source: the public source of KH Coder (`kh_lib/kh_cod/a_code`).
enum KHCoderRules {
    /// The codebook of a rule file.
    /// - Throws: `malformed-dictionary`.
    static func read(
        _ text: String, path: String, name: String, language: Language?, warnings: [Diagnostic]
    ) throws(DiagnosticsError) -> ImportedCodebook {
        var warnings = warnings
        let codes = try sections(of: text, path: path)
        var identifiers = CodeIdentifiers()
        var ids: [String: String] = [:]
        let named = codes.map { code in
            let id = identifiers.id(for: code.name)
            if ids[code.name] == nil { ids[code.name] = id }
            return (code: code, id: id)
        }
        var composer = CodebookComposer()
        let slug = CodeIdentifiers.slug(name)
        composer.begin("codebook", slug.isEmpty ? "rules" : slug, name: slug == name ? nil : name)
        if let language { composer.property("languages", language.code) }
        for (code, id) in named {
            let place = SourcePosition(line: code.line, column: 1)
            composer.begin("code", id, name: code.name == id ? nil : code.name, at: place)
            var parser = KHCoderRuleParser(code.condition, codes: ids)
            guard let rule = parser.rule(), RuleParser.parse(rule, language: language, path: "").rule != nil else {
                DictionaryFault.notCarried(
                    "the condition of '\(code.name)' (\(parser.fault ?? "its form is not known"))", path,
                    line: code.line, to: &warnings)
                continue
            }
            composer.rule(id: language == nil ? nil : "condition", language: language, rule, at: place)
            for note in parser.notes {
                warnings.append(
                    Diagnostic(
                        .warning, "meaning-changed", "'\(code.name)': \(note)", path: path, position: place))
            }
        }
        warnings.append(
            Diagnostic(
                .warning, "unit-not-carried",
                "KH Coder is told the unit of coding when it runs. These rules hold within a sentence: write 'scope "
                    + "paragraph' or another scope under each code where another unit was used.", path: path))
        return try ImportFinish.finish(composer, path: path, warnings: warnings)
    }

    private struct Section {
        var name: String
        var line: Int
        var condition: String
    }

    private static func sections(of text: String, path: String) throws(DiagnosticsError) -> [Section] {
        var sections: [Section] = []
        for (index, line) in text.lines.enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("*") || line.hasPrefix("＊") {
                sections.append(Section(name: line.dropFirst().trimmed, line: index + 1, condition: ""))
            } else if sections.isEmpty {
                throw DictionaryFault.malformed(
                    "a condition stands before the first line '*code'", path, line: index + 1)
            } else {
                sections[sections.count - 1].condition += " " + line
            }
        }
        guard !sections.isEmpty else { throw DictionaryFault.malformed("it holds no line '*code'", path, line: 1) }
        return sections
    }
}
