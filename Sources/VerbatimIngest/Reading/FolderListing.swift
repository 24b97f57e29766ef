package import VerbatimModel

/// The files of a folder that may hold transcripts.
package struct FolderListing: Sendable, Hashable {
    /// One file.
    package struct File: Sendable, Hashable {
        /// The path by which it can be opened and is shown: the path the user gave, and what follows below it.
        package var path: String
        /// The transcript's id, unless the file names one: the path below the folder, without extension.
        package var id: String

        /// A file; see the properties of the same names.
        package init(path: String, id: String) {
            self.path = path
            self.id = id
        }
    }

    /// The files, by the bytes of their paths.
    package var files: [File]
    /// The path of the folder's `respondents.csv`, where there is one.
    package var respondentsTable: String?
    /// The path of the folder's `speakers.csv`, where there is one.
    package var speakersTable: String?
    /// The path of the interview guide (`*.guide`) at the top of the folder, where there is just one.
    package var guide: String?
    /// The paths of the mapping files (`*.mapping`) at the top of the folder.
    package var mappings: [String] = []
    /// A warning for each file that was left out although it is no known companion.
    package var skipped: [Diagnostic]
}
