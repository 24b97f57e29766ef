package import VerbatimModel

/// Writes terms as items of lists and cues are written, so that the parser reads the same term again.
package enum TermText {
    /// The text of a term: `home`, `~return`, `"go* back"`, `@homeland`.
    package static func item(_ term: Term) -> String {
        switch term {
        case .word(let word), .wildcard(let word):
            isPlain(word) ? word : quoted(escaped(word))
        case .stem, .exact, .regex: element(term)
        case .list(let name): "@" + name
        case .code(let id): "code:" + id
        case .phrase(let elements): quoted(sequence(elements))
        }
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static func sequence(_ elements: [PhraseElement]) -> String {
        var text = ""
        var isGlued = true
        for element in elements {
            if !isGlued { text += " " }
            text += self.element(element)
            isGlued = endsInElision(element)
        }
        return text
    }

    /// Whether an element is an elided word (`l'`), which is a token only while the next word is glued to it.
    private static func endsInElision(_ element: PhraseElement) -> Bool {
        guard case .term(let term) = element else { return false }
        let last: Unicode.Scalar? =
            switch term {
            case .word(let word), .wildcard(let word), .stem(let word), .exact(let word): word.unicodeScalars.last
            default: nil
            }
        return last == "'" || last == "\u{2019}" || last == "\u{02BC}"
    }

    private static func element(_ element: PhraseElement) -> String {
        switch element {
        case .term(let term): self.element(term)
        case .alternatives(let all): "(" + all.map(sequence).joined(separator: "|") + ")"
        case .gap(minimum: 1, maximum: 1): "_"
        case .gap(_, maximum: 3): "..."
        case .gap(_, let maximum): "...\(maximum)"
        }
    }

    private static func element(_ term: Term) -> String {
        switch term {
        case .word(let word), .wildcard(let word): escaped(word)
        case .stem(let word): "~" + word
        case .exact(let word): "=" + word
        case .regex(let pattern): "/\(pattern)/"
        case .list, .code, .phrase: item(term)
        }
    }

    private static func escaped(_ word: String) -> String {
        String(
            scalars: word.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                scalar == "\"" || scalar == "\\" ? ["\\", scalar] : [scalar]
            })
    }

    /// Whether a word needs no quotes: letters, digits, marks and apostrophes, with or without wildcards.
    private static func isPlain(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "*", "?", "'", "\u{2019}": true
            default:
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                    .nonspacingMark, .spacingMark, .decimalNumber:
                    true
                default: false
                }
            }
        }
    }
}
