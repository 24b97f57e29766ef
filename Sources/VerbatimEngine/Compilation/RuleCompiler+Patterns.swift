import VerbatimModel
import VerbatimText

/// Stems and regular expressions.
extension RuleCompiler {
    /// The language of the stems of a codebook that declares none.
    static let usualLanguage: Language = "en"

    /// The sequences of tokens that a stem stands for: one in each language that it is searched in.
    ///
    /// In a rule with a language the stem is that language's. In a rule without one it is that of the paragraph's
    /// language; where that is not known, or has no stemmer, that of the codebook's first language that has one.
    mutating func stemSequences(of text: String, language: Int16, at source: SourceRange) -> [[Leaf.Item]] {
        if language != LanguageTable.any {
            let own = languages.languages[Int(language)]
            guard stemmer(of: own) != nil else {
                reportWithoutStemmer(own, at: source)
                return []
            }
            return stems(of: text, in: own, splitAs: own, searched: language, at: source)
        }
        let declared = codebook.languages.isEmpty ? [Self.usualLanguage] : codebook.languages
        guard let first = declared.first(where: { stemmer(of: $0) != nil }) else {
            reportWithoutStemmer(declared[0], at: source)
            return []
        }
        var found: [[Leaf.Item]] = []
        for (index, own) in languages.languages.enumerated() {
            let number = Int16(index)
            // The first language is also that of paragraphs whose language is not known.
            found += stems(
                of: text, in: stemmer(of: own) == nil ? first : own, splitAs: own,
                searched: own == first ? number : LanguageTable.only(number), at: source)
        }
        return found + stems(of: text, in: first, splitAs: .unknown, searched: LanguageTable.other, at: source)
    }

    private mutating func stems(
        of text: String, in language: Language, splitAs segmented: Language, searched number: Int16,
        at source: SourceRange
    ) -> [[Leaf.Item]] {
        let words = words(of: text, language: segmented)
        guard !words.isEmpty else {
            reportWithoutWord(text, at: source)
            return []
        }
        guard let stemmer = stemmer(of: language) else { return [] }
        return [words.map { item(.stem(Array(stemmer.stem(of: $0).utf8), language), language: number) }]
    }

    private mutating func stemmer(of language: Language) -> Stemmer? {
        if let known = stemmers[language] { return known }
        let stemmer = Stemmer(language: language)
        stemmers[language] = stemmer
        return stemmer
    }

    private mutating func reportWithoutStemmer(_ language: Language, at source: SourceRange) {
        let names = Stemmer.languages.map(\.code).joined(separator: ", ")
        report(
            "no-stemmer",
            "there is no stemmer for the language `\(language)`, only for \(names); write the word's forms or a wildcard, "
                + "or give the rule one of these languages", at: source)
    }

    /// The pattern of a regular expression; `nil` if it has a fault.
    mutating func regex(_ text: String, at source: SourceRange) -> RegexPattern? {
        if let known = regexes[text] { return known }
        do throws(RegexFault) {
            let pattern = try RegexPattern(text)
            if !pattern.matchesEverything {
                regexes[text] = pattern
                return pattern
            }
            report(
                "regex-matches-everything",
                "`/\(text)/` would match every word; give it at least one letter, or write `_` in a phrase", at: source)
        } catch {
            var place = source
            if source.length == text.unicodeScalars.count + 2 {
                // The term stands alone, so that the place in it is known.
                place.start.column += 1 + error.offset
                place.length = error.length
            }
            report(
                error.identifier, "in `/\(text)/`, at character \(error.offset + 1): \(error.message)", at: place)
        }
        return nil
    }
}
