import VerbatimFiles
import VerbatimModel

/// The formats of word processors that are read.
enum OfficeFormat: String, Sendable {
    /// Office Open XML (ECMA-376).
    case docx
    /// OpenDocument (OASIS, ISO/IEC 26300), zipped or flat.
    case odt
    /// Rich Text Format, version 1.9.1.
    case rtf
}

/// Reads a transcript in the format of a word processor: its paragraphs as plain text, with the labels of plain text.
struct OfficeDocument {
    /// The paragraphs, in the order in which they are read.
    var paragraphs: [DocumentParagraph]
    /// The encoding of the file, by its IANA name in lower case.
    var encoding = "utf-8"
    /// What should be looked at.
    var warnings: [Diagnostic] = []

    /// The transcript of a file in the given format.
    ///
    /// Its canonical text is what ``DocumentText`` makes of the paragraphs, in which all positions count.
    /// - Throws: What is wrong with the file: as ``ZIPArchive`` does, `malformed-xml`, `entity`, `malformed-rtf`,
    ///   `not-a-document`, `empty-file`, `header`.
    /// - Complexity: O(number of bytes, unpacked).
    static func transcript(_ file: SourceFile, format: OfficeFormat) throws(DiagnosticsError) -> Transcript {
        let document: OfficeDocument
        switch format {
        case .docx: document = try DOCXReader.read(file.bytes, path: file.path)
        case .odt: document = try ODTReader.read(file.bytes, path: file.path)
        case .rtf: document = try RTFReader.read(file.bytes, path: file.path)
        }
        let text = DocumentText.text(of: document.paragraphs)
        guard !text.isEmpty else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "empty-file", "The document holds no text. Remove it, or export it again.", path: file.path)
            ])
        }
        var plain = file
        plain.bytes = Array(text.utf8)
        // An encoding that the user names is that of files of plain text.
        plain.encodingHint = "utf-8"
        var transcript = try PlainTextReader(file: plain).read()
        transcript.source = file.source(format: format.rawValue, encoding: document.encoding, newlines: "lf")
        transcript.warnings += document.warnings
        return transcript
    }

    /// The error for a file that is no document of the format its name or its first bytes say.
    static func notADocument(_ path: String, _ reason: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "not-a-document",
                "The file is no document that can be read: \(reason). Save it again as .docx, .odt or plain text.",
                path: path)
        ])
    }
}
