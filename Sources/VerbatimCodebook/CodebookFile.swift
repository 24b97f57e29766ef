/// A codebook file as text.
package struct CodebookFile: Sendable, Hashable {
    /// The path, as diagnostics show it.
    package var path: String
    /// The whole text.
    package var text: String

    /// The file at `path` with the given text.
    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
