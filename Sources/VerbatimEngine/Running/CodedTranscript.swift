package import VerbatimModel

/// What coding one transcript gives.
package struct CodedTranscript: Sendable, Hashable {
    /// The transcript's id.
    package var transcript: Transcript.ID
    /// The codings, suppressed ones too, by segment and then in the order of the codes in the codebook.
    package var codings: [Coding]
    /// For each turn the number of word tokens; transcription marks are not words.
    package var wordsPerTurn: [Int]

    /// The number of word tokens in all turns, whoever speaks.
    package var words: Int { wordsPerTurn.reduce(0, +) }
}
