package import VerbatimModel

/// A language that was told from a text, and how sure that is.
package struct LanguageGuess: Sendable, Hashable {
    /// The language; ``Language/unknown`` when it cannot be told.
    package var language: Language
    /// How sure the guess is, from 0 to 1.
    ///
    /// With ``Language/unknown`` it is 0 where nothing can be told, and more where the text is in another language than those
    /// that the detector names.
    package var confidence: Double

    /// A guess of `language`, with a confidence from 0 to 1.
    package init(language: Language, confidence: Double) {
        self.language = language
        self.confidence = confidence
    }

    /// No language can be told.
    package static let unknown = LanguageGuess(language: .unknown, confidence: 0)
}
