package import VerbatimModel

/// A project of another program for qualitative analysis, in the exchange format REFI-QDA (`.qdpx`).
///
/// Source: REFI-QDA Standard, Project Exchange, version 1.5. Where programs differ from it, what they write is read.
package struct QDAProject: Sendable, Hashable {
    /// A code of the project's codebook.
    package struct Code: Sendable, Hashable {
        /// The GUID, in lower case without braces.
        package var guid: String
        /// Its name and those of the codes above it, outermost first.
        package var path: [String]
        /// Whether segments can be coded with it; a folder of codes cannot.
        package var isCodable: Bool
    }

    /// A case: mostly a respondent.
    package struct Case: Sendable, Hashable {
        /// The GUID, in lower case without braces.
        package var guid: String
        /// The name; the only transcript's id where the program gave none.
        package var name: String
        /// What the project says of it, in the order of the file.
        package var attributes: Attributes
        /// The ids of the transcripts it is linked to, in the order of the file.
        package var transcripts: [Transcript.ID]
    }

    /// A run of a transcript that belongs to a case.
    package struct CaseSegment: Sendable, Hashable {
        /// The GUID of the case.
        package var caseGUID: String
        /// The transcript's id.
        package var transcript: Transcript.ID
        /// The run, in Unicode scalars of the canonical text.
        package var span: TextSpan
    }

    /// The project's name.
    package var name: String
    /// The program that wrote it, in its own words; empty where it does not say.
    package var origin: String
    /// A transcript for each text source that could be read, in the order of the project.
    package var transcripts: [Transcript]
    /// The codings of its coders, in the order of the project.
    package var codings: [ForeignCoding]
    /// The codes, each before those under it; what is a case as well is no code.
    package var codes: [Code]
    /// The cases, in the order of the project.
    package var cases: [Case]
    /// The runs of text that belong to a case.
    package var caseSegments: [CaseSegment]
    /// What was left out, and what should be looked at.
    package var warnings: [Diagnostic]

    /// The project in the bytes of a file.
    ///
    /// A transcript has the name of its source as its id. A respondent is taken from a case that is linked to a
    /// transcript: for the speaker whose label is the case's name, or for the only one who answers.
    /// - Throws: As ``ZIPArchive`` does, `not-a-project`, `malformed-xml`, `entity`, and `no-transcripts` where there is
    ///   no text source that can be read.
    /// - Complexity: O(number of bytes, unpacked, + codings x log(length of their transcript)).
    package static func read(
        _ bytes: [UInt8], path: String, defaultLanguage: Language? = nil
    ) throws(DiagnosticsError) -> QDAProject {
        var reader = try QDAReader(bytes, path: path, defaultLanguage: defaultLanguage)
        return try reader.read()
    }
}
