import Foundation
package import VerbatimModel

/// Reads a TEI corpus of any size piece by piece: what is kept in memory is one text at a time.
///
/// The texts are those that reading the file whole gives, as long as each person is listed before the text in which they
/// speak, as the TEI header is.
package enum TEICorpusStream {
    /// The bytes that are read from the file at once.
    private static let pieceSize = 1 << 20

    /// Whether a file that begins with these bytes is a `teiCorpus`; a few thousand bytes are enough.
    package static func isCorpus(_ beginning: [UInt8]) -> Bool {
        let handler = FirstElement()
        guard let parser = try? XMLPushParser(path: "", handler: handler) else { return false }
        beginning.withUnsafeBytes { parser.feed($0) }
        guard let root = handler.element else { return false }
        return (root.name == "teiCorpus" || root.name == "teiCorpus.2")
            && (root.namespace == nil || root.namespace == TEIHandler.namespace)
    }

    /// Hands over the transcripts of a TEI file, each as soon as its text has ended.
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - id: The id of a text that names none, with `#` and its number where there are several.
    ///   - source: The facts of the file, which each transcript keeps; the format is set to `tei`.
    ///   - defaultLanguage: The language of a transcript that names none.
    ///   - each: Takes a transcript.
    /// - Throws: `unreadable-file`, `malformed-xml` with line and column, `entity`, `unknown-xml`, `not-a-corpus`, `no-text`, and
    ///   what `each` throws. The transcripts before a fault have been handed over by then.
    /// - Complexity: O(size of the file) time; O(size of its largest text) memory.
    package static func read(
        contentsOf path: String, id: String, source: TranscriptSource, defaultLanguage: Language? = nil,
        each: (Transcript) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) {
        var source = source
        source.format = "tei"
        let file = SourceFile(path: path, id: id, bytes: [], defaultLanguage: defaultLanguage)
        let handler = CorpusHandler(file: file, source: source)
        let parser = try XMLPushParser(path: path, handler: handler)
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw unreadable(path)
        }
        var output = Output(id: id)
        while !parser.isStopped {
            let piece: Data?
            do {
                piece = try handle.read(upToCount: pieceSize)
            } catch {
                throw unreadable(path)
            }
            guard let piece, !piece.isEmpty else { break }
            piece.withUnsafeBytes { parser.feed($0) }
            for text in handler.tei.takeTexts() { try output.add(text, of: handler.tei, each: each) }
        }
        if let fault = handler.fault { throw DiagnosticsError([fault]) }
        try parser.finish()
        for text in handler.tei.takeTexts() { try output.add(text, of: handler.tei, each: each) }
        try output.finish(handler.tei, each: each)
        guard output.hasTranscripts else { throw TEIHandler.noText(path) }
    }

    private static func unreadable(_ path: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "unreadable-file", "The file cannot be read. Check the path and its permissions.", path: path)
        ])
    }
}

/// Numbers the texts; the first is held back until it is known whether there are more, since a lone text has the file's id.
private struct Output {
    let id: String
    private(set) var hasTranscripts = false
    private var first: TEIText?
    private var count = 0

    init(id: String) {
        self.id = id
    }

    mutating func add(
        _ text: TEIText, of tei: TEIHandler, each: (Transcript) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) {
        count += 1
        if count == 1 {
            first = text
            return
        }
        if let held = first {
            first = nil
            try hand(held, id: "\(id)#1", tei, each)
        }
        try hand(text, id: "\(id)#\(count)", tei, each)
    }

    mutating func finish(
        _ tei: TEIHandler, each: (Transcript) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) {
        if let first { try hand(first, id: id, tei, each) }
        first = nil
    }

    private mutating func hand(
        _ text: TEIText, id: String, _ tei: TEIHandler, _ each: (Transcript) throws(DiagnosticsError) -> Void
    ) throws(DiagnosticsError) {
        guard let transcript = tei.transcript(of: text, id: text.id ?? id) else { return }
        hasTranscripts = true
        try each(transcript)
    }
}

/// Hands a TEI file to its reader, and refuses any other.
private final class CorpusHandler: XMLHandler {
    let tei: TEIHandler
    private(set) var fault: Diagnostic?
    private var hasRoot = false

    init(file: SourceFile, source: TranscriptSource) {
        tei = TEIHandler(file: file, source: source)
    }

    var isStopped: Bool { fault != nil }

    func startElement(_ element: XMLElement) {
        if !hasRoot {
            hasRoot = true
            let isTEI = ["TEI", "TEI.2", "teiCorpus", "teiCorpus.2"].contains(element.name)
            guard isTEI, element.namespace == nil || element.namespace == TEIHandler.namespace else {
                fault = Diagnostic(
                    .error, "not-a-corpus",
                    "Only TEI is read piece by piece, and the root element is '\(element.name)'. Split the file.",
                    path: tei.file.path, position: element.position)
                return
            }
        }
        tei.startElement(element)
    }

    func endElement(_ name: String) {
        tei.endElement(name)
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        tei.characters(utf8)
    }
}

/// Stops at the root element.
private final class FirstElement: XMLHandler {
    private(set) var element: XMLElement?

    var isStopped: Bool { element != nil }

    func startElement(_ element: XMLElement) {
        if self.element == nil { self.element = element }
    }

    func endElement(_ name: String) {}

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {}
}
