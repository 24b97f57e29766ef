import VerbatimModel

/// Reads one dialect of XML while the scanner tells of its elements.
protocol DialectHandler: XMLHandler {
    /// The transcripts, once the file has been read to its end.
    /// - Throws: What is wrong with them.
    func transcripts() throws(DiagnosticsError) -> [Transcript]
}

extension DialectHandler {
    /// Dialects are read to their end.
    var isStopped: Bool { false }
}

/// Looks at the root element, and hands everything to the reader of its dialect.
final class RootHandler: XMLHandler {
    private let file: SourceFile
    /// The reader of the dialect; `nil` before the root element, and for one that is not known.
    private(set) var reader: (any DialectHandler)?
    /// What is wrong with the root element.
    private(set) var fault: Diagnostic?

    init(file: SourceFile) {
        self.file = file
    }

    var isStopped: Bool { fault != nil || reader?.isStopped == true }

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
        switch root.name {
        case "TEI", "TEI.2", "teiCorpus", "teiCorpus.2":
            if root.namespace == nil || root.namespace == TEIHandler.namespace { reader = TEIHandler(file: file) }
        case "basic-transcription": reader = ExmaraldaHandler(file: file)
        case "segmented-transcription": reader = SegmentedExmaraldaHandler(file: file)
        case "ANNOTATION_DOCUMENT": reader = ElanHandler(file: file)
        case "Trans": reader = TranscriberHandler(file: file)
        case "akomaNtoso": reader = AkomaNtosoHandler(file: file)
        case "ROOT", "record":
            if root.name == "ROOT" || root.namespace?.contains("ohms") == true { reader = OHMSHandler(file: file) }
        default:
            if root.namespace == VerbatimSchema.namespace { reader = VerbatimXMLHandler(file: file) }
        }
        if reader == nil { fault = unknown(root) }
    }

    private func unknown(_ root: XMLElement) -> Diagnostic {
        if let name = Self.refused[root.name.lowercased()] {
            return Diagnostic(
                .error, "unsupported-format",
                "\(name) is not read as a transcript. Export the transcript as plain text or TEI.", path: file.path,
                position: root.position)
        }
        let namespace = root.namespace.map { " in the namespace '\($0)'" } ?? " without a namespace"
        return Diagnostic(
            .error, "unknown-xml",
            "The root element '\(root.name)'\(namespace) is not known. TEI, EXMARaLDA, ELAN, Transcriber, Akoma Ntoso, "
                + "OHMS and transcripts in the namespace \(VerbatimSchema.namespace) are read; for any other, write a "
                + "mapping file and name it with --mapping.",
            path: file.path, position: root.position)
    }

    /// Roots that are known and are no transcript.
    private static let refused = ["html": "HTML", "project": "A REFI-QDA project", "chat": "CHAT in XML"]
}
