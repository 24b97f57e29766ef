import VerbatimModel

/// `+ "text"` and `- "text"` with what narrows them (section 6 of the language).
struct ExampleProperty {
    private let text: SourceText
    private var grammar: RuleGrammar
    private var example: Example

    /// The example of a property; `nil` where it has a fault.
    static func parse(_ text: SourceText, faults: inout [Fault]) -> Example? {
        var property = ExampleProperty(text)
        property.read()
        faults += property.grammar.faults
        return property.grammar.faults.hasErrors ? nil : property.example
    }

    private init(_ text: SourceText) {
        self.text = text
        example = Example(isCoded: text.scalars.first == "+", text: "", source: text.source(text.all))
        grammar = RuleGrammar(text, from: 1, language: nil, mode: .filter)
    }

    private mutating func read() {
        readLanguage()
        while true {
            switch grammar.token.kind {
            case .quoted(let range):
                readText(range)
                grammar.advance()
                if grammar.token.kind != .end {
                    grammar.error(
                        "unexpected-text",
                        "nothing stands behind the text of an example: write what narrows it before the text; a "
                            + "quotation mark inside it is written \\\"",
                        at: grammar.token.range.lowerBound..<text.scalars.count)
                }
                return
            case .end:
                grammar.error(
                    "example-without-text", "the text of the example is missing: write it in quotes",
                    at: 0..<max(1, grammar.previousEnd))
                return
            case .bad: return
            case .comma: grammar.advance()
            default:
                guard readQualifier() else { return }
            }
        }
    }

    /// `fr`, glued to the sign.
    private mutating func readLanguage() {
        guard grammar.token.kind == .word, grammar.token.range.lowerBound == 1 else { return }
        let tag = grammar.tokenText
        if Identifier.isLanguage(tag) {
            example.language = Language(tag: tag)
        } else {
            grammar.error(
                "bad-language",
                "behind the sign stands a language of two or three letters from a to z, as in +fr, or a space",
                suggestion: Identifier.isLanguage(tag.lowercased()) ? tag.lowercased() : nil)
        }
        grammar.advance()
    }

    /// Reads one thing that narrows the example; `false` where reading cannot go on.
    private mutating func readQualifier() -> Bool {
        let start = grammar.token.range
        let word = grammar.tokenText
        switch word {
        case "as":
            grammar.advance()
            return readRole(start)
        case "asked":
            grammar.advance()
            guard case .quoted(let range) = grammar.token.kind else {
                return fail("missing-value", "the question must stand behind 'asked' in quotes", at: start)
            }
            example.question = QuotedText.unescaped(text, range).string
            grammar.advance()
            return true
        case "with":
            grammar.advance()
            return readAttributes(start)
        default: break
        }
        if let assertion = AssertionKind(rawValue: word) {
            if !example.assertions.contains(assertion) { example.assertions.append(assertion) }
            grammar.advance()
            return true
        }
        if Identifier.isLanguage(word), start.lowerBound == 2 {
            return fail(
                "separate-language", "the language stands right behind the sign, without a space", at: start,
                suggestion: text.string(0..<1) + word)
        }
        let names = ["as", "asked", "with"] + AssertionKind.allCases.map(\.rawValue)
        return fail(
            "unknown-qualifier",
            "'\(word)' cannot narrow an example: write 'as ROLE', 'asked \"...\"', 'with NAME = VALUE', or one of "
                + AssertionKind.allCases.map(\.rawValue).joined(separator: ", "),
            at: start, suggestion: NearNames.nearest(to: word, in: names))
    }

    private mutating func fail(
        _ identifier: String, _ message: String, at range: Range<Int>, suggestion: String? = nil
    ) -> Bool {
        grammar.error(identifier, message, at: range, suggestion: suggestion)
        return false
    }

    private mutating func readRole(_ start: Range<Int>) -> Bool {
        let names = SpeakerRole.allCases.map(\.rawValue)
        guard grammar.token.kind == .word, let role = SpeakerRole(rawValue: grammar.tokenText) else {
            return fail(
                "unknown-role", "a role must stand behind 'as': \(names.joined(separator: ", "))", at: start,
                suggestion: NearNames.nearest(to: grammar.tokenText, in: names))
        }
        example.role = role
        grammar.advance()
        return true
    }

    /// `NAME = VALUE [and NAME = VALUE]`.
    private mutating func readAttributes(_ start: Range<Int>) -> Bool {
        repeat {
            guard let name = readValue(), grammar.advance(past: .comparison(.equal)), let value = readValue() else {
                return fail(
                    "missing-value",
                    "an attribute and its value must stand behind 'with': write for instance with country = Iraq",
                    at: start)
            }
            example.attributes[name] = value
        } while grammar.advance(past: .keyword(.and))
        return true
    }

    private mutating func readValue() -> String? {
        switch grammar.token.kind {
        case .word:
            defer { grammar.advance() }
            return grammar.tokenText
        case .quoted(let range):
            defer { grammar.advance() }
            return QuotedText.unescaped(text, range).string
        default: return nil
        }
    }

    /// The text without the brackets that mark evidence.
    private mutating func readText(_ range: Range<Int>) {
        let (string, offsets) = QuotedText.unescaped(text, range)
        let scalars = Array(string.unicodeScalars)
        var kept: [Unicode.Scalar] = []
        var opening: (kept: Int, source: Range<Int>)?
        var index = 0
        while index < scalars.count {
            let isDouble = index + 1 < scalars.count && scalars[index + 1] == scalars[index]
            let place = offsets[index]..<(offsets[index] + 2)
            if isDouble, scalars[index] == "[" {
                if opening != nil { unbalanced(place, "evidence that is marked cannot hold marks: close it first") }
                opening = (kept.count, place)
                index += 2
            } else if isDouble, scalars[index] == "]" {
                if let start = opening {
                    if start.kept == kept.count {
                        unbalanced(start.source, "no word stands between the marks: put some between")
                    }
                    example.evidence.append(TextSpan(start: start.kept, end: kept.count))
                } else {
                    unbalanced(place, "']]' closes nothing: write '[[' before the evidence")
                }
                opening = nil
                index += 2
            } else {
                kept.append(scalars[index])
                index += 1
            }
        }
        if let opening { unbalanced(opening.source, "'[[' is never closed: write ']]' behind the evidence") }
        example.text = String(scalars: kept)
        if example.text.unicodeScalars.allSatisfy(\.isSpace) {
            grammar.error(
                "example-without-text", "the text of the example is empty: write what somebody could say",
                at: (range.lowerBound - 1)..<(range.upperBound + 1))
        }
        if !example.isCoded, !example.evidence.isEmpty {
            grammar.faults.warning(
                "marks-in-counter-example",
                "a counter-example has no evidence, so the marks mean nothing: leave them out",
                at: text.source((range.lowerBound - 1)..<(range.upperBound + 1)))
        }
    }

    private mutating func unbalanced(_ range: Range<Int>, _ message: String) {
        grammar.error("unbalanced-marks", message, at: range)
    }
}
