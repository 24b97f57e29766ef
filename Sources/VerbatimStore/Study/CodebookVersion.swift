/// A codebook as it stood when a run used it: its text, kept so that the study file alone is enough to read the run.
package struct CodebookVersion: Hashable, Sendable {
    /// One file that the codebook includes.
    package struct Inclusion: Hashable, Sendable {
        /// The path that names the file in what the codebook's parser asks for.
        package var path: String
        /// The text of the file.
        package var text: String

        /// The file at `path` with the given text.
        package init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// The id of the codebook, such as `migration-partnerships`.
    package var id: String
    /// The version, as written in the codebook.
    package var version: String?
    /// The SHA-256 of the text and of all included texts, in lower-case hexadecimal; it tells versions apart.
    package var sha256: String
    /// The path of the codebook, as the user gave it.
    package var path: String
    /// The text of the codebook.
    package var text: String
    /// The files it includes, in the order in which they were read.
    package var inclusions: [Inclusion]

    /// A version; see the properties of the same names.
    package init(
        id: String, version: String?, sha256: String, path: String, text: String, inclusions: [Inclusion] = []
    ) {
        self.id = id
        self.version = version
        self.sha256 = sha256
        self.path = path
        self.text = text
        self.inclusions = inclusions
    }
}
