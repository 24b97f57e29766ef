import VerbatimModel
import VerbatimText

/// Makes terms of words as they are written in a codebook: a word with a hyphen or inner punctuation is several tokens.
enum WordTokens {
    /// How a word is compared.
    enum Kind {
        case plain, stem, exact
    }

    private static let segmenter = Segmenter()

    /// Letters that stand for `*` and `?` while a word is segmented, so that a wildcard is part of its token.
    ///
    /// They are letters of ancient inscriptions (U+A7FF, U+A7F7), which nobody searches for beside wildcards.
    private static let anyRun: Unicode.Scalar = "\u{A7FF}"
    private static let anyOne: Unicode.Scalar = "\u{A7F7}"

    /// What is wrong with a word before it is segmented; `nil` where nothing is.
    static func slip(in word: String, _ kind: Kind) -> (identifier: String, message: String)? {
        guard word.unicodeScalars.contains(where: isWildcard) else { return nil }
        switch kind {
        case .plain: return isLoneWildcard(word) ? loneWildcard : nil
        case .stem:
            return (
                "wildcard-in-stem", "'~' and a wildcard cannot be used together: write ~return or return*"
            )
        case .exact:
            return (
                "wildcard-in-exact", "'=' takes a word exactly as written, without wildcards: leave out '=' or '*'"
            )
        }
    }

    /// What is wrong with a wildcard that any token matches.
    static let loneWildcard = (
        identifier: "lone-wildcard",
        message: "a wildcard needs at least one letter or digit beside it; for one token of any kind inside a phrase "
            + "write '_'"
    )

    /// Whether a word with wildcards has no letter or digit.
    static func isLoneWildcard(_ word: String) -> Bool {
        !word.unicodeScalars.contains { !isWildcard($0) && !isMark($0) }
    }

    /// The tokens of a word as terms; empty where it holds no letter or digit.
    static func terms(of word: String, language: Language, _ kind: Kind) -> [Term] {
        words(of: word, language: language).map { token in
            switch kind {
            case .stem: .stem(token)
            case .exact: .exact(token)
            case .plain: token.unicodeScalars.contains(where: isWildcard) ? .wildcard(token) : .word(token)
            }
        }
    }

    private static func words(of word: String, language: Language) -> [String] {
        // Most words are plain ASCII, one token in every language, and need no segmentation.
        if word.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }) { return [word] }
        guard word.unicodeScalars.contains(where: isWildcard) else {
            return elided(word, language: language) ?? segmenter.words(of: word, language: language)
        }
        let masked = String(
            scalars: word.unicodeScalars.map { $0 == "*" ? anyRun : $0 == "?" ? anyOne : $0 })
        return segmenter.words(of: masked, language: language).map { token in
            String(scalars: token.unicodeScalars.map { $0 == anyRun ? "*" : $0 == anyOne ? "?" : $0 })
        }
    }

    /// The tokens of a word that ends in an elision, such as the last word of `"refusé d'"`; `nil` for any other.
    ///
    /// An elided word is a token only before another, so another is put behind it for the moment.
    private static func elided(_ word: String, language: Language) -> [String]? {
        guard let last = word.last, Folding.fold(String(last)) == "'" else { return nil }
        let tokens = segmenter.words(of: word + "a", language: language)
        return tokens.count > 1 && tokens.last == "a" ? tokens.dropLast() : nil
    }

    private static func isWildcard(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "?" }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
}
