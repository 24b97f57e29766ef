import VerbatimCodebook
import VerbatimFiles
package import VerbatimModel

/// Codebooks as REFI-QDA codebook files (`.qdc`, `urn:QDA-XML:codebook:1.0`, version 1.5 of the standard).
///
/// The format has a tree of codes, each with a GUID, a name, a colour, whether it can be coded with, and one
/// description. Definition, use, examples and the id stand in the description, one below the other, where people and
/// other programs see them, and where they are found again. Rules, examples as tests, lists and cues have no place in
/// it: the diagnostics say how many were left out.
package enum RefiCodebook {
    /// The XML of a codebook, and what it could not carry.
    package static func encode(_ codebook: Codebook) -> (text: String, diagnostics: [Diagnostic]) {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Verbatim\">\n  <Codes>\n"
        var children: [String: [Code]] = [:]
        for code in codebook.codes { children[codebook.parent(of: code.id)?.id ?? "", default: []].append(code) }
        for code in children[""] ?? [] { append(code, children, codebook, depth: 2, to: &text) }
        text += "  </Codes>\n</CodeBook>\n"
        return (text, losses(of: codebook))
    }

    private static func append(
        _ code: Code, _ children: [String: [Code]], _ codebook: Codebook, depth: Int, to text: inout String
    ) {
        let indent = String(repeating: "  ", count: depth)
        text += "\(indent)<Code guid=\"\(NameBasedGUID.code(code.id, of: codebook.id))\""
        text += " name=\"\(XMLText.escaped(code.name))\" isCodable=\"\(code.isCodable)\""
        if let color = code.color { text += " color=\"\(color)\"" }
        text += ">\n\(indent)  <Description>"
        text += description(of: code).split(separator: "\n", omittingEmptySubsequences: false)
            .map { XMLText.escaped(String($0)) }.joined(separator: "\n")
        text += "</Description>\n"
        for child in children[code.id] ?? [] { append(child, children, codebook, depth: depth + 1, to: &text) }
        text += "\(indent)</Code>\n"
    }

    /// What introduces each part of a description.
    static let parts = ["Use when", "Not when", "Anchor", "Memo", "Status", "Id"]

    private static func description(of code: Code) -> String {
        var lines = [code.definition].compactMap(\.self)
        if let use = code.useWhen { lines.append("Use when: " + use) }
        if let not = code.notWhen { lines.append("Not when: " + not) }
        lines += code.anchors.map { "Anchor: " + $0 }
        lines += (code.memo ?? "").split(separator: "\n").map { "Memo: " + $0 }
        if code.status != .active { lines.append("Status: " + code.status.rawValue) }
        lines.append("Id: " + code.id)
        return lines.joined(separator: "\n")
    }

    private static func losses(of codebook: Codebook) -> [Diagnostic] {
        let counts: [(Int, String, String)] = [
            (codebook.codes.reduce(0) { $0 + $1.rules.count }, "rule", "rules"),
            (codebook.codes.reduce(0) { $0 + $1.examples.count }, "example", "examples"),
            (codebook.lists.count, "list", "lists"), (codebook.cues.count, "cue", "cues"),
            (codebook.codes.reduce(0) { $0 + $1.formerIDs.count }, "former id", "former ids"),
            (
                codebook.codes.count {
                    $0.mark != nil || $0.scope != nil || $0.speakers != nil || $0.exclusive != nil
                        || $0.threshold != nil
                }, "code's settings (mark, scope, speakers, exclusive, threshold)",
                "codes' settings (mark, scope, speakers, exclusive, threshold)"
            ),
        ]
        var losses = counts.filter { $0.0 > 0 }.map { count, one, many in
            Diagnostic(
                .warning, "not-carried",
                "REFI-QDA codebooks have no place for \(count) \(count == 1 ? one : many), left out. JSON and tables "
                    + "carry all.")
        }
        if codebook.version != nil || codebook.definition != nil || !codebook.languages.isEmpty {
            losses.append(
                Diagnostic(
                    .warning, "not-carried",
                    "REFI-QDA codebooks have no place for the codebook's own title, version, languages and definition, "
                        + "left out."))
        }
        let names = Dictionary(grouping: codebook.codes, by: \.name)
        for code in codebook.codes {
            guard let same = names[code.name], same.count > 1, same.first?.id == code.id else { continue }
            losses.append(
                Diagnostic(
                    .warning, "duplicate-name",
                    "\(same.count) codes are named '\(code.name)' (\(same.map(\.id).joined(separator: ", "))); some "
                        + "programs merge codes of one name: rename all but one."))
        }
        return losses
    }
}
