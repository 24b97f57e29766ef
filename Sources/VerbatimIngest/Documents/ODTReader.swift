import VerbatimFiles
import VerbatimModel

/// Reads the paragraphs of an OpenDocument text.
///
/// What was deleted under change tracking, notes, comments, hidden text and indexes are no part of the text; headers
/// and footers stand in another part, which is not opened.
///
/// Source: OASIS, Open Document Format for Office Applications (OpenDocument) 1.3, part 3, sections 5, 6 and 16.
enum ODTReader {
    /// The paragraphs of a document: a package, or one flat XML file.
    /// - Throws: As ``ZIPArchive`` does, also where only the parts are encrypted; `malformed-xml`, `entity`,
    ///   `not-a-document`.
    static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> OfficeDocument {
        guard FileSignature.isZIP(bytes) else { return try read(content: bytes, path: path, shownPath: path) }
        let archive = try ZIPArchive(bytes, path: path)
        if let manifest = try archive.bytes(of: "META-INF/manifest.xml") {
            let root = try XMLTree.read(manifest, path: "\(path)/META-INF/manifest.xml")
            if root.children.contains(where: { $0.child("encryption-data") != nil }) {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "encrypted-archive",
                        "The file is protected by a password. Remove the password in the program that wrote it.",
                        path: path)
                ])
            }
        }
        guard let content = try archive.bytes(of: "content.xml") else {
            throw OfficeDocument.notADocument(path, "it has no text part")
        }
        return try read(content: content, path: path, shownPath: "\(path)/content.xml")
    }

    private static func read(
        content: [UInt8], path: String, shownPath: String
    ) throws(DiagnosticsError) -> OfficeDocument {
        let handler = ODTHandler()
        try XMLScanner.scan(content, path: shownPath, handler: handler)
        guard handler.isDocument else { throw OfficeDocument.notADocument(path, "it is no text document") }
        return OfficeDocument(paragraphs: handler.paragraphs)
    }
}

/// Takes the paragraphs out of `content.xml`.
private final class ODTHandler: XMLHandler {
    private(set) var paragraphs: [DocumentParagraph] = []
    private(set) var isDocument = false
    let isStopped = false

    /// The paragraphs that are open: more than one in a frame, whose paragraphs stand within another.
    private var open: [OpenParagraph] = []
    private var tables: [DocumentParagraph.Cell] = []
    private var tableCount = 0
    /// The parents of the styles that only this document has.
    private var parents: [String: String] = [:]
    private var skipDepth = 0

    private struct OpenParagraph {
        var text = ParagraphText()
        var style: String?
        var headingLevel: Int?
        /// Whether white space that follows is dropped, since white space or nothing stands before it.
        var endsInSpace = true
    }

    func startElement(_ element: XMLElement) {
        guard skipDepth == 0 else {
            skipDepth += 1
            return
        }
        let name = element.name
        if Self.skipped.contains(name) {
            skipDepth = 1
            return
        }
        switch name {
        case "text" where element.namespace?.contains("office") == true: isDocument = true
        case "style":
            if let style = element["name"], let parent = element["parent-style-name"] { parents[style] = parent }
        case "p", "h": begin(element)
        case "s":
            let count = element["c"].flatMap { Int($0) } ?? 1
            for _ in 0..<min(max(1, count), 1_000) { append(" ") }
        case "tab": append("\t")
        case "line-break": append("\n")
        case "table", "table-row", "table-cell", "covered-table-cell": table(element)
        default: break
        }
    }

    func endElement(_ name: String) {
        guard skipDepth == 0 else {
            skipDepth -= 1
            return
        }
        switch name {
        case "p", "h":
            guard let paragraph = open.popLast() else { return }
            let cell = tables.last.flatMap { $0.row >= 0 && $0.column >= 0 ? $0 : nil }
            paragraphs.append(
                DocumentParagraph(
                    paragraph.text.string, style: paragraph.style, headingLevel: paragraph.headingLevel, cell: cell))
        case "table": _ = tables.popLast()
        default: break
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard skipDepth == 0, !open.isEmpty else { return }
        let last = open.count - 1
        var collapsed: [UInt8] = []
        collapsed.reserveCapacity(utf8.count)
        // Section 6.1.2: a run of white space is one space; none at the start of a paragraph.
        for byte in utf8 {
            let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !isSpace { collapsed.append(byte) } else if !open[last].endsInSpace { collapsed.append(0x20) }
            open[last].endsInSpace = isSpace
        }
        open[last].text.append(collapsed)
    }

    // MARK: - Elements

    /// Elements whose text is none of the document's: changes, notes, comments, indexes, descriptions of pictures.
    private static let skipped: Set<String> = [
        "tracked-changes", "note", "annotation", "table-of-content", "illustration-index", "table-index",
        "object-index",
        "user-index", "alphabetical-index", "bibliography", "ruby-text", "hidden-text", "hidden-paragraph", "script",
        "title", "desc", "forms", "meta", "settings", "scripts", "master-styles", "font-face-decls", "binary-data",
    ]

    private func begin(_ element: XMLElement) {
        let own = element["style-name"]
        let parent = own.flatMap { parents[$0] }
        // A style of the document's own that only changes the usual one says more than the usual one.
        let style = parent.map { Self.usual.contains($0) ? own ?? $0 : $0 } ?? own
        var paragraph = OpenParagraph(style: style.flatMap { Self.usual.contains($0) ? nil : $0 })
        if element.name == "h" {
            paragraph.headingLevel = element["outline-level"].flatMap { Int($0) }.map { min(max(1, $0), 9) } ?? 1
        } else if style == "Title" {
            paragraph.headingLevel = 0
        }
        open.append(paragraph)
    }

    private static let usual: Set<String> = ["Standard", "Text_20_body", "Text body", "Default", "Default_20_Style"]

    private func table(_ element: XMLElement) {
        switch element.name {
        case "table":
            tables.append(DocumentParagraph.Cell(table: tableCount, row: -1, column: -1))
            tableCount += 1
        case "table-row":
            guard !tables.isEmpty else { return }
            tables[tables.count - 1].row += 1
            tables[tables.count - 1].column = -1
        default:
            if !tables.isEmpty { tables[tables.count - 1].column += 1 }
        }
    }

    private func append(_ scalar: Unicode.Scalar) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text.append(scalar)
        open[open.count - 1].endsInSpace = false
    }
}
