/// A JSON value to be written: members in the order given, indented by two spaces a level.
indirect enum JSONText {
    case string(String)
    /// A number, as it is written.
    case number(String)
    case array([JSONText])
    /// An array of short texts, on one line where it fits.
    case words([String])
    case object([(key: String, value: JSONText)])

    /// The text, without a line end behind it.
    var text: String {
        var text = ""
        append(to: &text, indent: 0)
        return text
    }

    /// How long a line of words may be, in Unicode scalars.
    private static let width = 120

    private func append(to text: inout String, indent: Int) {
        switch self {
        case .string(let string): text += Self.quoted(string)
        case .number(let number): text += number
        case .words(let words):
            let line = "[" + words.map(Self.quoted).joined(separator: ", ") + "]"
            if line.unicodeScalars.count + indent * 2 <= Self.width {
                text += line
            } else {
                JSONText.array(words.map { .string($0) }).append(to: &text, indent: indent)
            }
        case .array(let values):
            Self.append("[", values.map { (nil, $0) }, "]", to: &text, indent: indent)
        case .object(let members):
            Self.append("{", members.map { ($0.key, $0.value) }, "}", to: &text, indent: indent)
        }
    }

    private static func append(
        _ opening: String, _ members: [(key: String?, value: JSONText)], _ closing: String, to text: inout String,
        indent: Int
    ) {
        text += opening
        for (position, member) in members.enumerated() {
            text += position == 0 ? "\n" : ",\n"
            text += String(repeating: "  ", count: indent + 1)
            if let key = member.key { text += quoted(key) + ": " }
            member.value.append(to: &text, indent: indent + 1)
        }
        if !members.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += closing
    }

    /// A text in double quotes, with what must not stand in it escaped.
    static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted.append("\\")
                quoted.append(scalar)
            case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
            case "\r": quoted.append(contentsOf: "\\r".unicodeScalars)
            case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                let padded = String(repeating: "0", count: 4 - digits.count) + digits
                quoted.append(contentsOf: "\\u\(padded)".unicodeScalars)
            default: quoted.append(scalar)
            }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
