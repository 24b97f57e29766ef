/// A value as JSON (RFC 8259), written in one canonical way: keys sorted by their UTF-8 bytes.
package enum JSONValue: Hashable, Sendable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number, with at most 10 decimals; `null` where it is not finite.
    case number(Double)
    /// Words.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Named values.
    case object([String: JSONValue])

    /// Words, or `null`.
    package static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The value on several lines, indented by two spaces a level, without a line end behind it.
    package var pretty: String {
        var text = ""
        append(to: &text, indent: 0)
        return text
    }

    /// Words in quotes, with what must not stand in them escaped.
    ///
    /// U+0085, U+2028 and U+2029 are escaped too: some readers of JSON Lines take them for line ends.
    package static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": quoted.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
            case "\r": quoted.append(contentsOf: "\\r".unicodeScalars)
            case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                quoted.append(contentsOf: "\\u".unicodeScalars)
                quoted.append(contentsOf: String(repeating: "0", count: 4 - digits.count).unicodeScalars)
                quoted.append(contentsOf: digits.unicodeScalars)
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }

    private func append(to text: inout String, indent: Int) {
        switch self {
        case .null: text.append("null")
        case .bool(let value): text.append(value ? "true" : "false")
        case .integer(let value): text.append(String(value))
        case .number(let value): text.append(value.isFinite ? NumberFormat.short(value, decimals: 10) : "null")
        case .string(let value): text.append(Self.quoted(value))
        case .array(let values):
            Self.append("[", values.map { (nil, $0) }, "]", to: &text, indent: indent)
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            Self.append("{", sorted.map { ($0.key, $0.value) }, "}", to: &text, indent: indent)
        }
    }

    private static func append(
        _ opening: String, _ members: [(key: String?, value: JSONValue)], _ closing: String, to text: inout String,
        indent: Int
    ) {
        text.append(opening)
        for (position, member) in members.enumerated() {
            text.append(position == 0 ? "\n" : ",\n")
            text.append(String(repeating: "  ", count: indent + 1))
            if let key = member.key { text.append("\(quoted(key)): ") }
            member.value.append(to: &text, indent: indent + 1)
        }
        if !members.isEmpty {
            text.append("\n")
            text.append(String(repeating: "  ", count: indent))
        }
        text.append(closing)
    }
}
