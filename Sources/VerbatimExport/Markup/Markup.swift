/// HTML and SVG under construction, well-formed as XML too.
///
/// Every element is closed where it was opened, and all text is escaped but that of ``raw(_:)``.
package struct Markup {
    /// The markup so far.
    package private(set) var text = ""

    /// Empty markup.
    package init() {}

    /// An element with what it holds; an attribute whose value is `nil` is left out.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        text.append(">")
        content(&self)
        text.append("</\(name)>")
    }

    /// An element that holds text only.
    package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: String) {
        element(name, attributes) { $0.text(content) }
    }

    /// An element without attributes that holds text only.
    package mutating func element(_ name: String, _ content: String) {
        element(name, [:], content)
    }

    /// An element that holds nothing, such as `meta` and `rect`.
    package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        open(name, attributes)
        text.append("/>")
    }

    /// Words, escaped.
    package mutating func text(_ words: String) {
        text.append(Self.escaped(words))
    }

    /// A line end, where it changes nothing but the look of the source.
    package mutating func newline() {
        text.append("\n")
    }

    /// Text of the program's own, such as a style sheet, as it is.
    package mutating func raw(_ markup: String) {
        text.append(markup)
    }

    /// Words with `& < > "` as entities, and U+FFFD for control characters, which neither HTML nor XML can hold.
    package static func escaped(_ words: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n": escaped.append(scalar)
            case "\r": escaped.append("\n")
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text.append("<\(name)")
        for (attribute, value) in attributes {
            if let value { text.append(" \(attribute)=\"\(Self.escaped(value))\"") }
        }
    }
}
