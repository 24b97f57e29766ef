import VerbatimModel

/// Parses a mapping file: a statement in column one, its properties on indented lines, `#` for comments.
struct MappingParser {
    private let path: String
    private let lines: [Substring]
    private var mapping: TranscriptMapping
    private var faults: [Diagnostic] = []
    private var isBegun = false
    /// The indentation of the last property, whose expression goes on in lines that are indented deeper.
    private var indentation = 0
    private var lastProperty: LastProperty?

    private enum LastProperty {
        case expression(TranscriptMapping.Property)
        case attribute(Int)
    }

    /// A word of a line, and the rest behind it.
    private struct Word {
        var text: String
        var column: Int
        var rest: Substring
        var restColumn: Int
    }

    init(text: String, path: String) {
        self.path = path
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        mapping = TranscriptMapping(id: "", path: path)
    }

    mutating func parse() throws(DiagnosticsError) -> TranscriptMapping {
        for (index, line) in lines.enumerated() { read(Self.withoutComment(line), line: index + 1) }
        if !isBegun {
            fault(
                "mapping-syntax",
                "A mapping file begins with 'mapping NAME', and has its properties on indented lines.", 1, 1)
        } else if mapping.expressions[.turn] == nil {
            fault("mapping-syntax", "The mapping does not say what a turn is. Write for instance 'turn //u'.", 1, 1)
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults) }
        return mapping
    }

    private mutating func read(_ text: Substring, line: Int) {
        let depth = text.prefix { $0 == " " || $0 == "\t" }.unicodeScalars.count
        guard let word = Self.word(text, column: 1) else { return }
        if depth == 0 {
            begin(word, line)
        } else if !isBegun {
            fault(
                "mapping-syntax", "This line belongs to no mapping. Begin with 'mapping NAME' in column one.", line,
                word.column)
            isBegun = true
        } else if depth > indentation, indentation > 0, lastProperty != nil {
            goOn(String(text.trimmingSpaces))
        } else {
            indentation = depth
            lastProperty = nil
            property(word, line)
        }
    }

    private mutating func begin(_ word: Word, _ line: Int) {
        guard word.text == "mapping" else {
            fault(
                "mapping-syntax", "'\(word.text)' begins no mapping. Write 'mapping NAME', or indent the line.", line,
                word.column)
            return
        }
        guard !isBegun else {
            fault(
                "mapping-syntax", "A file holds one mapping. Put the second one into a file of its own.", line,
                word.column)
            return
        }
        isBegun = true
        guard let name = Self.word(word.rest, column: word.restColumn),
            name.text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else {
            fault("mapping-syntax", "Behind 'mapping' stands a name of a-z, 0-9 and '-'.", line, word.restColumn)
            return
        }
        mapping.id = name.text
        let title = name.rest.trimmingSpaces
        guard !title.isEmpty else { return }
        guard title.count >= 2, title.hasPrefix("\""), title.hasSuffix("\"") else {
            fault("mapping-syntax", "The title of a mapping stands in quotation marks.", line, name.restColumn)
            return
        }
        mapping.title = String(title.dropFirst().dropLast())
    }

    private mutating func property(_ word: Word, _ line: Int) {
        switch word.text {
        case "namespace":
            guard let prefix = Self.word(word.rest, column: word.restColumn),
                let address = Self.word(prefix.rest, column: prefix.restColumn), address.rest.trimmingSpaces.isEmpty
            else {
                fault(
                    "mapping-syntax", "Write a prefix and an address: 'namespace p urn:example'.", line, word.restColumn
                )
                return
            }
            if mapping.namespaces.updateValue(address.text, forKey: prefix.text) != nil {
                fault(
                    "mapping-property", "The prefix '\(prefix.text)' is given twice. Remove one.", line, prefix.column)
            }
        case "attribute":
            guard let name = Self.word(word.rest, column: word.restColumn),
                let expression = expression(name.rest, name.restColumn, line)
            else {
                fault(
                    "mapping-syntax", "Write a name and an expression: 'attribute country //country'.", line,
                    word.restColumn)
                return
            }
            if mapping.attributes.contains(where: { $0.name == name.text }) {
                fault("mapping-property", "The attribute '\(name.text)' is given twice. Remove one.", line, name.column)
                return
            }
            lastProperty = .attribute(mapping.attributes.count)
            mapping.attributes.append(TranscriptMapping.NamedExpression(name: name.text, expression: expression))
        default: expressionProperty(word, line)
        }
    }

    private mutating func expressionProperty(_ word: Word, _ line: Int) {
        guard let property = TranscriptMapping.Property(rawValue: word.text) else {
            let known = TranscriptMapping.Property.allCases.map(\.rawValue) + ["namespace", "attribute"]
            faults.append(
                Diagnostic(
                    .error, "mapping-property",
                    "'\(word.text)' is no property of a mapping. Write one of \(known.joined(separator: ", ")).",
                    path: path,
                    position: SourcePosition(line: line, column: word.column), length: word.text.unicodeScalars.count,
                    suggestion: NearNames.nearest(to: word.text, in: known)))
            return
        }
        guard let expression = expression(word.rest, word.restColumn, line) else {
            fault("mapping-syntax", "An XPath expression is missing behind '\(word.text)'.", line, word.restColumn)
            return
        }
        if mapping.expressions[property] != nil {
            fault(
                "mapping-property", "'\(word.text)' is given twice. Join the two with '|', or remove one.", line,
                word.column)
            return
        }
        lastProperty = .expression(property)
        mapping.expressions[property] = expression
    }

    private mutating func goOn(_ text: String) {
        switch lastProperty {
        case .expression(let property): mapping.expressions[property]?.text += " " + text
        case .attribute(let index): mapping.attributes[index].expression.text += " " + text
        case nil: break
        }
    }

    private func expression(_ text: Substring, _ column: Int, _ line: Int) -> TranscriptMapping.Expression? {
        let spaces = text.prefix { $0 == " " || $0 == "\t" }.unicodeScalars.count
        let trimmed = text.trimmingSpaces
        guard !trimmed.isEmpty else { return nil }
        return TranscriptMapping.Expression(
            text: trimmed, position: SourcePosition(line: line, column: column + spaces))
    }

    private mutating func fault(_ identifier: String, _ message: String, _ line: Int, _ column: Int) {
        faults.append(
            Diagnostic(.error, identifier, message, path: path, position: SourcePosition(line: line, column: column)))
    }

    private static func word(_ text: Substring, column: Int) -> Word? {
        let spaces = text.prefix { $0 == " " || $0 == "\t" }
        let rest = text[spaces.endIndex...]
        let word = rest.prefix { $0 != " " && $0 != "\t" }
        guard !word.isEmpty else { return nil }
        let start = column + spaces.unicodeScalars.count
        return Word(
            text: String(word), column: start, rest: rest[word.endIndex...],
            restColumn: start + word.unicodeScalars.count)
    }

    /// The line without a comment: what stands behind a `#` outside quotes, at the beginning or behind a space.
    private static func withoutComment(_ line: Substring) -> Substring {
        var quote: Character?
        var previous: Character = " "
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "#", previous == " " || previous == "\t" {
                return line[..<index]
            }
            previous = character
        }
        return line
    }
}
