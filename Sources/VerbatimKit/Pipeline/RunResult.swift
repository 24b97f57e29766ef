package import VerbatimAnalysis
public import VerbatimModel

/// What a run gave.
public struct RunResult: Sendable {
    /// Transcripts, respondents and codings.
    public let study: CodedStudy
    /// What could not be read, and everything else that a researcher should look at.
    public let diagnostics: [Diagnostic]
    /// How many warnings there are about terms and rules that found nothing, by kind, in one line; `nil` for none.
    ///
    /// The manifest holds them all.
    public let corpusSummary: String?
    /// The examples of the codebook that failed, where the run was told to go on with them.
    public let failingExamples: [Diagnostic]
    /// The frequencies of every theme and code.
    package let frequencies: FrequencyTable

    /// Whether something was found that a person must see to: a failed example, a transcript that could not be read.
    public var hasFindings: Bool {
        !failingExamples.isEmpty || diagnostics.contains { $0.severity == .error }
    }
}
