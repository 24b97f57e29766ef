import VerbatimModel

/// A term where it is written in a codebook, compiled by itself, so that a corpus can be asked whether it holds it.
struct TermProbe: Sendable {
    /// The term as it is written.
    var written: String
    /// The number of the language it is searched in; see ``LanguageTable``.
    var language: Int16
    /// The node of the term; a phrase's part has a node of its own.
    var root: Int32
    /// Whether it is a phrase.
    var isPhrase = false
    /// Of a part of a phrase: the index of the phrase's probe.
    var phrase: Int?
    /// Of a wildcard: its leaf.
    var wildcard: Int32?
    /// Where it is written; a part of a phrase stands where the phrase stands.
    var source: SourceRange
}

/// Terms as people write them.
enum WrittenTerm {
    /// The term, such as `hous*` or `"go* back"`.
    static func text(of term: Term) -> String {
        switch term {
        case .word(let text), .wildcard(let text): text
        case .stem(let text): "~\(text)"
        case .exact(let text): "=\(text)"
        case .regex(let text): "/\(text)/"
        case .list(let name): "@\(name)"
        case .code(let id): "code:\(id)"
        case .phrase(let elements): "\"\(text(of: elements))\""
        }
    }

    private static func text(of elements: [PhraseElement]) -> String {
        elements.map { element in
            switch element {
            case .term(let term): text(of: term)
            case .alternatives(let choices): "(\(choices.map { text(of: $0) }.joined(separator: "|")))"
            case .gap(minimum: 1, maximum: 1): "_"
            case .gap(_, maximum: 3): "..."
            case .gap(_, let maximum): "...\(maximum)"
            }
        }
        .joined(separator: " ")
    }
}
