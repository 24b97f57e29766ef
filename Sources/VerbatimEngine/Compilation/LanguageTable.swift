import VerbatimModel

/// The languages that a codebook and the cues name, as small numbers.
///
/// A term of language L is searched in paragraphs of L, and in those whose language is not known, where every term is
/// searched. In a codebook that declares exactly one language, a paragraph of unknown language counts as that one.
struct LanguageTable: Sendable {
    /// Of a term any language, of a paragraph one that is not known.
    static let any: Int16 = -1
    /// Of a paragraph: a language that no rule, list or cue names.
    static let other: Int16 = -2

    private(set) var languages: [Language] = []
    /// The language that a paragraph of unknown language counts as for rules.
    let onlyLanguage: Language?

    /// A table of the languages a codebook declares.
    init(declared: [Language]) {
        onlyLanguage = declared.count == 1 ? declared.first : nil
        for language in declared { _ = number(adding: language) }
    }

    /// The number of a term's language.
    mutating func number(adding language: Language?) -> Int16 {
        guard let language, language != .unknown else { return Self.any }
        if let index = languages.firstIndex(of: language) { return Int16(index) }
        languages.append(language)
        return Int16(languages.count - 1)
    }

    /// The language that a paragraph declared as `language` is split and searched in.
    func effective(_ language: Language) -> Language {
        language == .unknown ? onlyLanguage ?? .unknown : language
    }

    /// The number of a paragraph's effective language.
    func number(of language: Language) -> Int16 {
        if language == .unknown { return Self.any }
        return languages.firstIndex(of: language).map { Int16($0) } ?? Self.other
    }

    /// Of a term: a language, by its number, and no paragraph whose language is not known.
    static func only(_ language: Int16) -> Int16 { .min &+ language }

    /// Whether a term of language `term` is searched in a paragraph of language `paragraph`.
    @inline(__always)
    static func admits(term: Int16, paragraph: Int16) -> Bool {
        if term == any || term == paragraph { return true }
        return paragraph == any ? term >= 0 : term == only(paragraph)
    }
}
