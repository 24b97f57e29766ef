package import VerbatimModel

/// The function words of one language: words that stand in every text, whatever it is about.
package struct FunctionWordSet: Sendable {
    private let words: Set<String>

    /// The function words of a language; none of one that the program knows nothing of.
    package init(_ language: Language) {
        var words: Set<String> = []
        for profile in FunctionWords.profiles where profile.code == language.code {
            for word in profile.words.split(whereSeparator: \.isWhitespace) { words.insert(Folding.fold(String(word))) }
        }
        self.words = words
    }

    /// Whether a folded token is a function word, or made of nothing else: `he's`, `they'll`.
    package func contains(_ folded: String) -> Bool {
        if words.contains(folded) { return true }
        let parts = folded.split(separator: "'")
        // What stands behind an apostrophe is an ending: `s`, `ll`, `ve`.
        return parts.count > 1 && words.contains(String(parts[0])) && parts.dropFirst().allSatisfy { $0.count < 3 }
    }
}
