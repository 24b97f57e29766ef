import VerbatimModel

/// Reads the XML of OHMS, the Oral History Metadata Synchronizer: a record with a transcript in plain text or in captions.
///
/// Source: the OHMS viewer (Louie B. Nunn Center for Oral History), elements of `ROOT/record`.
final class OHMSHandler: DialectHandler {
    private let file: SourceFile
    private var record = OHMSRecord()
    private var stack: [String] = []
    private var content: [UInt8] = []
    private var point: OHMSRecord.IndexPoint?

    init(file: SourceFile) {
        self.file = file
    }

    func startElement(_ element: XMLElement) {
        stack.append(element.name)
        content = []
        if element.name == "point", parent == "index" { point = OHMSRecord.IndexPoint() }
        if element.name == "date", let value = element["value"], !value.isEmpty { record.attributes["date"] = value }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        content.append(contentsOf: utf8)
    }

    func endElement(_ name: String) {
        let utf8 = content
        content = []
        defer { _ = stack.popLast() }
        if point != nil {
            endInPoint(name, utf8)
            return
        }
        guard parent == "record" else { return }
        switch name {
        case "transcript": record.transcript = utf8
        case "vtt_transcript": record.captions = utf8
        case "sync": record.sync = OHMSSync(String(collapsing: utf8))
        case "interviewer": record.interviewers += Self.names(utf8)
        case "interviewee": record.interviewees += Self.names(utf8)
        case "language": record.language = LanguageNames.language(of: String(collapsing: utf8))
        case "title", "accession", "collection_name", "series_name":
            let value = String(collapsing: utf8)
            if !value.isEmpty { record.attributes[name] = value }
        default: break
        }
    }

    func transcripts() throws(DiagnosticsError) -> [Transcript] {
        [try record.transcript(of: file, captionReader: WebVTTReader.read)]
    }

    private var parent: String? { stack.dropLast().last }

    private func endInPoint(_ name: String, _ utf8: [UInt8]) {
        switch name {
        case "point":
            if let point, !point.title.isEmpty { record.index.append(point) }
            point = nil
        case "time": point?.time = record.times.seconds(String(collapsing: utf8))
        case "title" where parent == "point": point?.title = String(collapsing: utf8)
        default: break
        }
    }

    /// The names in a field, which several may share with `;`.
    private static func names(_ utf8: [UInt8]) -> [String] {
        String(collapsing: utf8).split(separator: ";").map(\.trimmingSpaces).filter { !$0.isEmpty }
    }
}
