package import VerbatimModel

/// The respondents of a set of transcripts.
package struct LinkedRespondents: Sendable, Hashable {
    /// The respondents who speak, by id.
    ///
    /// Those whom the table lists and who speak nowhere are not among them.
    package var respondents: [Respondent]
    /// Errors and warnings about the tables, in the order of their files.
    ///
    /// An error concerns its row only: everything else is linked.
    package var diagnostics: [Diagnostic]
}
