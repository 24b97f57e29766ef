import VerbatimCodebook
import VerbatimModel

/// Writes syntax trees on one line, fully bracketed, so that a test shows what an expression was read as.
enum Notation {
    static func write(_ expression: Expression) -> String {
        func list(_ parts: [Expression]) -> String { parts.map(write).joined(separator: ", ") }
        switch expression.form {
        case .term(let term): return write(term)
        case .or(let parts): return "or(\(list(parts)))"
        case .and(let parts): return "and(\(list(parts)))"
        case .andNot(let left, let right): return "andnot(\(list([left, right])))"
        case .proximity(let order, let distance, let negated, let left, let right):
            return "\(negated ? "not-" : "")\(order.rawValue)/\(distance)(\(list([left, right])))"
        case .containment(let negated, let left, let right):
            return "\(negated ? "not-" : "")in(\(list([left, right])))"
        case .atLeast(let count, let parts): return "atleast\(count)(\(list(parts)))"
        }
    }

    /// `w:` word, `*:` wildcard, and the others as they are written.
    static func write(_ term: Term) -> String {
        switch term {
        case .word(let word): "w:\(word)"
        case .wildcard(let word): "*:\(word)"
        case .stem(let word): "~\(word)"
        case .exact(let word): "=\(word)"
        case .regex(let pattern): "/\(pattern)/"
        case .list(let name): "@\(name)"
        case .code(let id): "code:\(id)"
        case .phrase(let elements): "\"\(write(elements))\""
        }
    }

    static func write(_ elements: [PhraseElement]) -> String {
        elements.map { element in
            switch element {
            case .term(let term): write(term)
            case .gap(let minimum, let maximum): "<\(minimum)-\(maximum)>"
            case .alternatives(let all): "(\(all.map { write($0) }.joined(separator: "|")))"
            }
        }.joined(separator: " ")
    }

    static func write(_ filter: Filter) -> String {
        switch filter {
        case .comparison(let name, let comparison, let values):
            "\(name) \(comparison.rawValue) \(values.joined(separator: ","))"
        case .and(let parts): "and(\(parts.map(write).joined(separator: "; ")))"
        case .or(let parts): "or(\(parts.map(write).joined(separator: "; ")))"
        }
    }

    static func write(_ speakers: SpeakerFilter?) -> String {
        switch speakers {
        case .any?: "any"
        case .roles(let roles)?: roles.map(\.rawValue).joined(separator: "+")
        case .respondents(let filter)?: write(filter)
        case nil: "-"
        }
    }

    /// `line:column identifier`, with a `?` before the identifier of a warning.
    static func write(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { diagnostic in
            let place = diagnostic.position.map { "\($0.line):\($0.column)" } ?? "-"
            return "\(place) \(diagnostic.severity == .warning ? "?" : "")\(diagnostic.identifier)"
        }
    }
}

/// Parses a codebook that includes nothing.
func parse(_ text: String) -> ParsedCodebook {
    CodebookParser.parse(path: "test.codebook", text: text) { path in
        throw Diagnostic(.error, "no-file", "no file is there", path: path)
    }
}

/// Parses the text behind a rule's colon, and writes its expression, or its faults.
func expression(_ text: String, language: Language? = nil) -> String {
    let parsed = RuleParser.parse(text, language: language, path: "rule")
    guard let rule = parsed.rule else { return Notation.write(parsed.diagnostics).joined(separator: ", ") }
    return Notation.write(rule.expression)
}
