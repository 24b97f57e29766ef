package import VerbatimModel

/// A run as it is read back from a study file: all that tables and reports need.
package struct RecordedRun: Hashable, Sendable {
    /// The number of the run in the study, from 1.
    package var number: Int
    /// The codebook that was used; its text is to be parsed again.
    package var codebook: CodebookVersion
    /// The version of the program that coded.
    package var engineVersion: String
    /// The options that decided what came out.
    package var options: Attributes
    /// When the run began, in ISO 8601.
    package var started: String?
    /// The transcripts, in the order in which they were recorded.
    package var transcripts: [TranscriptSummary]
    /// The respondents who spoke, in the order in which they were recorded.
    package var respondents: [Respondent]
    /// The codings, in the order in which they were recorded.
    package var codings: [Coding]
    /// The interview guide, without its wordings; `nil` where none was given.
    package var guide: Guide?
    /// Which respondents were asked which questions of the guide.
    package var asked: [AskedQuestion]

    /// The run as what every table, export and report is made from.
    ///
    /// - Parameter codebook: The codebook, parsed from the text in the property of the same name.
    /// - Returns: The study.
    package func codedStudy(codebook: Codebook) -> CodedStudy {
        CodedStudy(
            codebook: codebook, transcripts: transcripts, respondents: respondents, codings: codings,
            guide: guide, asked: asked)
    }
}

/// One line of a study's history; kept for ever, unlike the codings of a run.
package struct RunSummary: Hashable, Sendable {
    /// The number of the run in the study, from 1.
    package var number: Int
    /// The id of the codebook.
    package var codebook: String
    /// The version of the codebook, as written there.
    package var codebookVersion: String?
    /// The SHA-256 of the codebook's text, in lower-case hexadecimal.
    package var codebookSHA256: String
    /// The version of the program that coded.
    package var engineVersion: String
    /// When the run began, in ISO 8601.
    package var started: String?
    /// The number of transcripts.
    package var transcripts: Int
    /// The number of turns in them.
    package var turns: Int
    /// The number of respondents who spoke.
    package var respondents: Int
    /// The number of codings, of whatever status.
    package var codings: Int
    /// Whether the codings of the run are still in the file.
    package var hasCodings: Bool
}
