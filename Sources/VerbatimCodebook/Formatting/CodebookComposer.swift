package import VerbatimModel

/// Writes the text of a codebook line by line, for codebooks that come from elsewhere: JSON, tables, other programs.
///
/// Each line can be given the place it was made from, so that what the parser finds wrong is reported at a place of the
/// file that the user knows (``located(_:path:)``).
package struct CodebookComposer {
    private struct Line {
        var text: String
        var origin: SourcePosition?
    }

    private var lines: [Line] = []
    /// The texts in which a number sign, which begins a comment, was changed, by what they belong to.
    package private(set) var changedTexts: [(subject: String, origin: SourcePosition?)] = []

    /// An empty text.
    package init() {}

    /// The text: one property a line, not filled.
    package var text: String { lines.map { $0.text + "\n" }.joined() }

    /// The text in the canonical layout.
    /// - Throws: faults of layout, which a value with a word of the language in column one can bring about.
    package func formatted() throws(DiagnosticsError) -> String {
        try CodebookFormatter.format(path: "", text: text)
    }

    // MARK: Statements

    /// Begins a statement with an id and, where one is given, a name for people.
    package mutating func begin(_ keyword: String, _ id: String, name: String? = nil, at origin: SourcePosition? = nil)
    {
        if !lines.isEmpty { add("", origin) }
        add(keyword + " " + id + (name.map { " " + QuotedText.quoted(Self.onOneLine($0)) } ?? ""), origin)
    }

    /// Adds a comment in column one, behind an empty line; each of its lines becomes one.
    package mutating func comment(_ text: String) {
        if !lines.isEmpty { add("", nil) }
        for line in text.split(whereSeparator: \.isNewline) { add("# \(line)", nil) }
    }

    /// Adds a property with a value that is written as it is.
    package mutating func property(_ keyword: String, _ value: String, at origin: SourcePosition? = nil) {
        add("  \(keyword) \(Self.onOneLine(value))", origin)
    }

    /// Adds a property with a text for people, each line of which becomes a property where `splits` is true.
    ///
    /// An empty text adds nothing. A number sign that would begin a comment becomes U+FF03, which looks like it, and is
    /// noted in ``changedTexts``.
    package mutating func prose(
        _ keyword: String, _ text: String?, splits: Bool = false, at origin: SourcePosition? = nil
    ) {
        guard let text else { return }
        let parts = splits ? text.split(whereSeparator: \.isNewline).map(String.init) : [text]
        for part in parts {
            var line = Array(Self.onOneLine(part).unicodeScalars)
            guard !line.isEmpty else { continue }
            var stripper = CommentStripper(.prose)
            if stripper.contentEnd(of: line, from: 0) < line.count {
                line = line.map { $0 == "#" ? "\u{FF03}" : $0 }
                changedTexts.append((keyword, origin))
            }
            add("  \(keyword) " + String(scalars: line), origin)
        }
    }

    /// Adds an anchor example, in quotes where it holds none itself.
    package mutating func anchor(_ text: String, at origin: SourcePosition? = nil) {
        let line = Self.onOneLine(text)
        let hasMarks = line.unicodeScalars.contains { QuoteMark.opens($0) || $0 == "\\" }
        if hasMarks || line.isEmpty { prose("anchor", line, at: origin) } else { add("  anchor \"\(line)\"", origin) }
    }

    /// Adds a rule; `text` is what stands behind its colon.
    package mutating func rule(
        id: String?, language: Language?, _ text: String, at origin: SourcePosition? = nil
    ) {
        let head = ["rule", id, language?.code].compactMap(\.self).joined(separator: " ")
        add("  \(head): \(Self.onOneLine(text))", origin)
    }

    /// Adds a line of items to a list.
    package mutating func items(
        _ items: [String], language: Language?, at origin: SourcePosition? = nil
    ) {
        add("  " + (language.map { $0.code + ": " } ?? "") + items.joined(separator: ", "), origin)
    }

    /// Adds an example.
    package mutating func example(_ example: Example, at origin: SourcePosition? = nil) {
        add("  " + ExampleText.property(example), origin)
    }

    private mutating func add(_ text: String, _ origin: SourcePosition?) {
        lines.append(Line(text: text, origin: origin))
    }

    private static func onOneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }
        var slice = scalars[...]
        while let first = slice.first, first.isSpace { slice.removeFirst() }
        while let last = slice.last, last.isSpace { slice.removeLast() }
        return String(scalars: slice)
    }

    // MARK: Places

    /// What the parser found wrong with ``text``, at the places its lines were made from.
    ///
    /// Where a line has no such place the statement that it belongs to is named in the message.
    package func located(_ diagnostics: [Diagnostic], path: String) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var located = diagnostic
            located.path = path
            located.sourceLine = nil
            located.length = 1
            guard let line = diagnostic.position?.line, lines.indices.contains(line - 1) else {
                located.position = nil
                return located
            }
            located.position = lines[line - 1].origin
            let head = lines[..<line].last { !$0.text.isEmpty && $0.text.first != " " && $0.text.first != "#" }
            if let head {
                let name = head.text.prefix { $0 != "\"" && $0 != ":" }.split(separator: " ").joined(separator: " ")
                located.message = "in \(name): " + diagnostic.message
            }
            return located
        }
    }
}
