/// Explanations for people: facts, the words, and the reasons as an indented tree.
///
/// Control characters are shown as U+FFFD, so that no text can steer a terminal.
package struct ExplanationText: Exporter {
    /// A writer of explanations for people.
    package init() {}

    /// The bytes of explanations, in UTF-8, with an empty line between them; lines end in LF.
    /// - Complexity: O(length of the output).
    package func bytes(of explanations: [Explanation]) -> [UInt8] {
        Array(explanations.map(text).joined(separator: "\n").utf8)
    }

    private func text(of explanation: Explanation) -> String {
        var lines: [String] = []
        let width = explanation.facts.map { DisplayWidth.of($0.name) }.max() ?? 0
        for fact in explanation.facts {
            let padding = String(repeating: " ", count: width - DisplayWidth.of(fact.name))
            lines.append("\(fact.name)\(padding)  \(fact.text)")
        }
        let quoted = explanation.quote.split(whereSeparator: \.isNewline).map { "    \($0)" }
        lines += [""] + quoted
        for reason in explanation.reasons {
            lines.append("")
            append(reason, indent: 0, to: &lines)
        }
        return lines.map { clean($0) + "\n" }.joined()
    }

    private func append(_ outline: Outline, indent: Int, to lines: inout [String]) {
        let space = String(repeating: "  ", count: indent)
        lines.append(space + outline.state.sign + outline.text)
        let noteSpace = space + String(repeating: " ", count: DisplayWidth.of(outline.state.sign))
        for note in outline.notes { lines.append("\(noteSpace)  \(note)") }
        for child in outline.children { append(child, indent: indent + 1, to: &lines) }
    }

    private func clean(_ line: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": clean.append(" ")
            case _ where scalar.properties.generalCategory == .control: clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }
}
