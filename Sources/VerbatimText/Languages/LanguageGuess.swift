package import VerbatimModel

/// A language that was told from a text, and how sure that is.
package struct LanguageGuess: Sendable, Hashable {
    /// The language; ``Language/unknown`` when it cannot be told.
    package var language: Language
    /// How sure the guess is, from 0 to 1; 0 for ``Language/unknown``.
    package var confidence: Double

    /// A guess of `language`, with a confidence from 0 to 1.
    package init(language: Language, confidence: Double) {
        self.language = language
        self.confidence = confidence
    }

    /// No language can be told.
    package static let unknown = LanguageGuess(language: .unknown, confidence: 0)
}
