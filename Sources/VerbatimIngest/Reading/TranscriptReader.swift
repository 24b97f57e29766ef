import VerbatimFiles
package import VerbatimModel

/// Reads the transcripts of a file, recognised by its content and not by its name.
///
/// Reading is pure: the same bytes give the same transcripts, and nothing else is looked at.
package struct TranscriptReader: Sendable {
    private let defaultLanguage: Language?

    /// A reader; a transcript that does not name its language is in `defaultLanguage`, or else in the one its words tell.
    package init(defaultLanguage: Language? = nil) {
        self.defaultLanguage = defaultLanguage
    }

    /// All transcripts of a file: one, or as many as a `teiCorpus` has texts.
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - path: The path shown to the user.
    ///   - id: The transcript's id, unless the file names one.
    /// - Returns: The transcripts, in the order of the file; at least one.
    /// - Throws: What is wrong with the file: `empty-file`, `binary-file`, `unsupported-format`, `unknown-xml`,
    ///   `malformed-xml`, `entity`, `invalid-transcript`, `no-text`, `header`.
    /// - Complexity: O(number of bytes).
    package func read(_ bytes: [UInt8], path: String, id: String) throws(DiagnosticsError) -> [Transcript] {
        let file = SourceFile(path: path, id: id, bytes: bytes, defaultLanguage: defaultLanguage)
        switch SourceFormat.sniff(bytes) {
        case .unsupported(let name):
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unsupported-format",
                    "\(name) is not read by this version. Export the transcript as plain text or TEI.", path: path)
            ])
        case .xml:
            return try XMLTranscripts.read(file)
        case .text:
            return [try PlainTextReader(file: file).read()]
        }
    }
}

/// A file on its way to being a transcript.
struct SourceFile {
    /// The path shown to the user.
    var path: String
    /// The transcript's id, unless the file names one.
    var id: String
    /// The original bytes.
    var bytes: [UInt8]
    /// The language of a transcript that does not name one.
    var defaultLanguage: Language?

    /// The facts that a transcript keeps of its file.
    func source(format: String, encoding: String, newlines: String) -> TranscriptSource {
        TranscriptSource(
            path: path, format: format, encoding: encoding, newlines: newlines, sha256: SHA256.hexDigest(bytes),
            byteCount: bytes.count)
    }
}
