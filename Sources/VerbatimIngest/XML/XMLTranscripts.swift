import VerbatimFiles
import VerbatimModel

/// Reads transcripts in XML: which dialect it is, its root element tells.
enum XMLTranscripts {
    /// All transcripts of a file.
    /// - Throws: `malformed-xml`, `entity`, `unknown-xml`, `unsupported-format`, `invalid-transcript`, `no-text`.
    static func read(_ file: SourceFile) throws(DiagnosticsError) -> [Transcript] {
        let handler = DialectHandler(file: file)
        try XMLScanner.scan(file.bytes, path: file.path, handler: handler)
        if let fault = handler.fault { throw DiagnosticsError([fault]) }
        switch handler.dialect {
        case .tei(let tei): return try tei.transcripts()
        case .verbatim(let own):
            try VerbatimSchema.validate(file.bytes, path: file.path)
            return [try own.transcript()]
        case nil:
            throw DiagnosticsError([
                Diagnostic(.error, "malformed-xml", "The file has no root element.", path: file.path)
            ])
        }
    }

    /// The facts that a transcript in XML keeps of its file.
    static func source(_ file: SourceFile, format: String) -> TranscriptSource {
        file.source(
            format: format, encoding: encoding(of: file.bytes), newlines: SourceDecoder.newlineStyle(of: file.bytes))
    }

    /// The encoding that the bytes declare, by its IANA name in lower case; UTF-8 if none.
    static func encoding(of bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) { return "utf-16le" }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) { return "utf-16be" }
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let end = start.firstRange(of: "?>"), let name = start[..<end.lowerBound].firstRange(of: "encoding")
        else {
            return "utf-8"
        }
        let value = start[name.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
        let encoding = value.prefix { $0 != "\"" && $0 != "'" }.lowercased()
        return encoding.isEmpty ? "utf-8" : encoding
    }
}

/// Looks at the root element, and hands everything to the reader of its dialect.
private final class DialectHandler: XMLHandler {
    enum Dialect {
        case tei(TEIHandler)
        case verbatim(VerbatimXMLHandler)
    }

    let file: SourceFile
    private(set) var dialect: Dialect?
    private(set) var fault: Diagnostic?
    private var reader: (any XMLHandler)?

    init(file: SourceFile) {
        self.file = file
    }

    var isStopped: Bool { fault != nil }

    func startElement(_ element: XMLElement) {
        if reader == nil { choose(element) }
        reader?.startElement(element)
    }

    func endElement(_ name: String) {
        reader?.endElement(name)
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        reader?.characters(utf8)
    }

    private func choose(_ root: XMLElement) {
        let isTEI = ["TEI", "TEI.2", "teiCorpus", "teiCorpus.2"].contains(root.name)
        if isTEI, root.namespace == nil || root.namespace == TEIHandler.namespace {
            let handler = TEIHandler(file: file)
            dialect = .tei(handler)
            reader = handler
        } else if root.namespace == VerbatimSchema.namespace {
            let handler = VerbatimXMLHandler(file: file)
            dialect = .verbatim(handler)
            reader = handler
        } else if let name = Self.laterFormats[root.name.lowercased()] {
            fault = Diagnostic(
                .error, "unsupported-format",
                "\(name) is not read by this version. Export the transcript as plain text or TEI.", path: file.path,
                position: root.position)
        } else {
            let namespace = root.namespace.map { " in the namespace '\($0)'" } ?? " without a namespace"
            fault = Diagnostic(
                .error, "unknown-xml",
                "The root element '\(root.name)'\(namespace) is not known. TEI (namespace \(TEIHandler.namespace)) and "
                    + "transcripts in the namespace \(VerbatimSchema.namespace) are read.",
                path: file.path, position: root.position)
        }
    }

    private static let laterFormats = [
        "basic-transcription": "EXMARaLDA (.exb)", "segmented-transcription": "EXMARaLDA (.exs)",
        "annotation_document": "ELAN (.eaf)", "trans": "Transcriber (.trs)", "akomantoso": "Akoma Ntoso",
        "html": "HTML",
        "project": "REFI-QDA", "chat": "CHAT in XML",
    ]
}
