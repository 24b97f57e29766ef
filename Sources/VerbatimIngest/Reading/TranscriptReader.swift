import VerbatimFiles
package import VerbatimModel

/// What was read from one file.
package struct SourceContents: Sendable, Hashable {
    /// The transcripts, in the order of the file; at least one.
    package var transcripts: [Transcript]
    /// What people coded in another program, where the file is a project of one.
    package var codings: [ForeignCoding]
    /// What was left out of a file of several transcripts, and what should be looked at.
    package var warnings: [Diagnostic]

    /// The given transcripts and what goes with them.
    package init(_ transcripts: [Transcript], codings: [ForeignCoding] = [], warnings: [Diagnostic] = []) {
        self.transcripts = transcripts
        self.codings = codings
        self.warnings = warnings
    }
}

/// Reads the transcripts of a file, recognised by its content and not by its name.
///
/// Reading is pure: the same bytes give the same transcripts, and nothing else is looked at.
package struct TranscriptReader: Sendable {
    private let defaultLanguage: Language?
    private let format: SourceFormat?
    private let encoding: String?
    private let mappings: [TranscriptMapping]

    /// A reader.
    /// - Parameters:
    ///   - defaultLanguage: The language of transcripts that do not name one; `nil` for the one their words tell.
    ///   - format: What the files are; `nil` to tell it from their content.
    ///   - encoding: The encoding of text files, by its IANA name; `nil` to detect it.
    ///   - mappings: What is tried first on XML, in this order.
    package init(
        defaultLanguage: Language? = nil, format: SourceFormat? = nil, encoding: String? = nil,
        mappings: [TranscriptMapping] = []
    ) {
        self.defaultLanguage = defaultLanguage
        self.format = format
        self.encoding = encoding
        self.mappings = mappings
    }

    /// All transcripts of a file; see ``contents(of:path:id:)``.
    package func read(_ bytes: [UInt8], path: String, id: String) throws(DiagnosticsError) -> [Transcript] {
        try contents(of: bytes, path: path, id: id).transcripts
    }

    /// All transcripts of a file: one, or as many as a `teiCorpus`, a project or a table has.
    /// - Parameters:
    ///   - bytes: The bytes of the file.
    ///   - path: The path shown to the user.
    ///   - id: The transcript's id, unless the file names one.
    /// - Returns: The transcripts, in the order of the file; at least one.
    /// - Throws: What is wrong with the file: `empty-file`, `binary-file`, `unsupported-format`, `unknown-xml`,
    ///   `malformed-xml`, `entity`, `invalid-transcript`, `no-text`, `header`, and what the readers of each format name.
    /// - Complexity: O(number of bytes), unpacked.
    package func contents(of bytes: [UInt8], path: String, id: String) throws(DiagnosticsError) -> SourceContents {
        let file = SourceFile(
            path: path, id: id, bytes: bytes, defaultLanguage: defaultLanguage, encodingHint: encoding)
        switch format ?? SourceFormat.sniff(bytes, name: path) {
        case .unsupported(let name):
            throw DiagnosticsError([
                Diagnostic(
                    .error, "unsupported-format",
                    "\(name) is not read by this version. Export the transcript as plain text, Word (.docx) or TEI.",
                    path: path)
            ])
        case .text: return SourceContents([try PlainTextReader(file: file).read()])
        case .xml:
            for mapping in mappings {
                if let transcripts = try mapping.read(
                    bytes, path: path, id: id, defaultLanguage: defaultLanguage)
                {
                    return SourceContents(transcripts)
                }
            }
            return SourceContents(try XMLTranscripts.read(file))
        case .vtt: return SourceContents([try WebVTTReader.read(file)])
        case .srt: return SourceContents([try SRTReader.read(file)])
        case .chat: return SourceContents([try CHATReader.read(file)])
        case .textGrid: return SourceContents([try TextGridReader.read(file)])
        case .docx: return SourceContents([try OfficeDocument.transcript(file, format: .docx)])
        case .odt: return SourceContents([try OfficeDocument.transcript(file, format: .odt)])
        case .rtf: return SourceContents([try OfficeDocument.transcript(file, format: .rtf)])
        case .table: return SourceContents(try TableTranscripts.read(file))
        case .qdpx:
            let project = try QDAProject.read(bytes, path: path, defaultLanguage: defaultLanguage)
            return SourceContents(project.transcripts, codings: project.codings, warnings: project.warnings)
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
    /// The encoding that the user named; `nil` to detect it.
    var encodingHint: String?

    /// The text of the file.
    /// - Throws: what ``SourceDecoder`` throws.
    func decoded() throws(DiagnosticsError) -> DecodedText {
        try SourceDecoder.decode(bytes, path: path, encoding: encodingHint)
    }

    /// The facts that a transcript keeps of its file.
    func source(format: String, encoding: String, newlines: String) -> TranscriptSource {
        TranscriptSource(
            path: path, format: format, encoding: encoding, newlines: newlines, sha256: SHA256.hexDigest(bytes),
            byteCount: bytes.count)
    }
}
