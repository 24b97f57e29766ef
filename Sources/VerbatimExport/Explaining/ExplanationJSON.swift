/// Explanations for programs: JSON Lines, one object for each, with the same tree as people read.
///
/// The object holds the facts by name, `quote`, and `reasons`; see ``Outline/json``.
package struct ExplanationJSON: Exporter {
    /// A writer of explanations for programs.
    package init() {}

    /// The bytes of explanations, in UTF-8; lines end in LF.
    /// - Complexity: O(length of the output).
    package func bytes(of explanations: [Explanation]) -> [UInt8] {
        var text = ""
        for explanation in explanations {
            var object = explanation.data
            object["quote"] = .string(explanation.quote)
            object["reasons"] = .array(explanation.reasons.map(\.json))
            text += JSONValue.object(object).line + "\n"
        }
        return Array(text.utf8)
    }
}

extension JSONValue {
    /// The value on one line.
    fileprivate var line: String {
        switch self {
        case .array(let values):
            "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                .map { "\(Self.quoted($0.key)):\($0.value.line)" }.joined(separator: ",") + "}"
        case .null, .bool, .integer, .number, .string:
            pretty
        }
    }
}
