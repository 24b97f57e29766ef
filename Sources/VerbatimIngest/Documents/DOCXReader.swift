import VerbatimFiles
import VerbatimModel

/// Reads the paragraphs of a Word document.
///
/// What was inserted under change tracking is read, what was deleted is not. Comments, footnotes, headers, footers,
/// field codes, hidden text, tables of contents and the numbers of automatic lists are no part of the text.
///
/// Source: ECMA-376, part 1, section 17 (WordprocessingML), in its transitional and its strict form.
enum DOCXReader {
    /// The paragraphs of a document.
    /// - Throws: As ``ZIPArchive`` does, `malformed-xml`, `entity`, `not-a-document`.
    static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> OfficeDocument {
        let package = try OPCPackage(bytes, path: path)
        let main = try package.mainPart(usually: "word/document.xml")
        guard let content = try package.bytes(of: main) else {
            throw OfficeDocument.notADocument(path, "it has no text part")
        }
        var styles = DOCXStyles()
        let part = try package.relationships(of: main).first { $0.type == "styles" }?.target ?? "word/styles.xml"
        if let tree = try package.tree(of: part) { styles = DOCXStyles(tree) }
        let handler = DOCXHandler(styles: styles)
        try XMLScanner.scan(content, path: "\(path)/\(main)", handler: handler)
        guard handler.isDocument else { throw OfficeDocument.notADocument(path, "it is no text document") }
        return OfficeDocument(paragraphs: handler.paragraphs)
    }
}

/// Takes the paragraphs out of `document.xml`.
private final class DOCXHandler: XMLHandler {
    private(set) var paragraphs: [DocumentParagraph] = []
    private(set) var isDocument = false
    let isStopped = false

    private let styles: DOCXStyles
    /// The paragraphs that are open: more than one in a text box, whose paragraphs stand within another.
    private var open: [OpenParagraph] = []
    /// The tables that are open, outermost first.
    private var tables: [OpenTable] = []
    private var tableCount = 0
    /// For each run that is open, whether it is hidden.
    private var hiddenRuns: [Bool] = []
    /// How many elements are open within one that is left out, itself included.
    private var skipDepth = 0
    private var isInText = false
    /// The text of a paragraph whose mark was deleted, so that the next one goes on with it.
    private var carried = ParagraphText()
    private var isPlaceholder = false
    private var isInProperties = false

    private struct OpenParagraph {
        var text = ParagraphText()
        var style: String?
        var outlineLevel: Int?
        var isMarkDeleted = false
    }

    private struct OpenTable {
        var number: Int
        var row = -1
        var column = -1
        /// How many columns the open cell takes.
        var span = 1
    }

    init(styles: DOCXStyles) {
        self.styles = styles
    }

    func startElement(_ element: XMLElement) {
        guard skipDepth == 0 else {
            skipDepth += 1
            return
        }
        let namespace = element.namespace ?? ""
        guard namespace.hasSuffix("/main"), namespace.contains("wordprocessingml") else {
            // What a program shows that does not know the first choice: the same text once more.
            if element.name == "Fallback" { skipDepth = 1 }
            return
        }
        if Self.skipped.contains(element.name) || element.name.hasSuffix("Change") {
            markDeletion(element.name)
            skipDepth = 1
            return
        }
        switch element.name {
        case "document": isDocument = true
        case "p", "pPr", "pStyle", "outlineLvl": paragraph(element)
        case "tbl", "tr", "tc", "gridSpan": table(element)
        case "sdtPr": isPlaceholder = false
        case "showingPlcHdr": isPlaceholder = true
        case "sdtContent":
            // The words by which a form asks to be filled in.
            if isPlaceholder { skipDepth = 1 }
            isPlaceholder = false
        default: run(element)
        }
    }

    func endElement(_ name: String) {
        guard skipDepth == 0 else {
            skipDepth -= 1
            return
        }
        switch name {
        case "t": isInText = false
        case "r": _ = hiddenRuns.popLast()
        case "pPr": isInProperties = false
        case "p": closeParagraph()
        case "tbl": _ = tables.popLast()
        default: break
        }
    }

    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard skipDepth == 0, isInText, hiddenRuns.last != true, !open.isEmpty else { return }
        open[open.count - 1].text.append(utf8)
    }

    // MARK: - Elements

    /// Elements whose text is none of the document's.
    ///
    /// Readings of Japanese words (`rt`) stand beside the words.
    private static let skipped: Set<String> = [
        "del", "moveFrom", "instrText", "delText", "delInstrText", "fldData", "rt", "sectPr", "background",
    ]

    private func markDeletion(_ name: String) {
        // In the properties of a paragraph it is the paragraph's end that was deleted.
        if isInProperties, name == "del" || name == "moveFrom", !open.isEmpty {
            open[open.count - 1].isMarkDeleted = true
        }
    }

    private func paragraph(_ element: XMLElement) {
        if element.name == "p" {
            open.append(OpenParagraph())
            return
        }
        guard !open.isEmpty else { return }
        switch element.name {
        case "pPr": isInProperties = true
        case "pStyle": open[open.count - 1].style = element["val"]
        default: open[open.count - 1].outlineLevel = element["val"].flatMap { Int($0) }
        }
    }

    private func table(_ element: XMLElement) {
        if element.name == "tbl" {
            tables.append(OpenTable(number: tableCount))
            tableCount += 1
            return
        }
        guard var table = tables.popLast() else { return }
        switch element.name {
        case "tr":
            table.row += 1
            (table.column, table.span) = (-1, 1)
        case "tc":
            table.column += table.span
            table.span = 1
        default: table.span = element["val"].flatMap { Int($0) }.map { min(max(1, $0), 63) } ?? 1
        }
        tables.append(table)
    }

    private func run(_ element: XMLElement) {
        switch element.name {
        case "r": hiddenRuns.append(false)
        case "vanish":
            let isOff = ["0", "false", "off"].contains(element["val"] ?? "")
            if !isOff, !isInProperties, !hiddenRuns.isEmpty { hiddenRuns[hiddenRuns.count - 1] = true }
        case "t": isInText = true
        case "tab", "ptab": if !isInProperties { append("\t") }
        case "br", "cr": append("\n")
        case "noBreakHyphen": append("\u{2011}")
        case "sym":
            guard let code = element["char"].flatMap({ UInt32($0, radix: 16) }) else { return }
            if let scalar = SymbolFont.scalar(code, font: element["font"] ?? "") { append(scalar) }
        default: break
        }
    }

    private func append(_ scalar: Unicode.Scalar) {
        guard hiddenRuns.last == false, !open.isEmpty else { return }
        open[open.count - 1].text.append(scalar)
    }

    private func closeParagraph() {
        guard let paragraph = open.popLast() else { return }
        isInProperties = false
        var text = carried
        carried = ParagraphText()
        text.append(paragraph.text.utf8)
        if paragraph.isMarkDeleted {
            carried = text
            return
        }
        if let style = paragraph.style, styles.contents.contains(style) { return }
        var level = paragraph.style.flatMap { styles.headingLevels[$0] }
        if let outline = paragraph.outlineLevel { level = (0..<9).contains(outline) ? outline + 1 : nil }
        paragraphs.append(
            DocumentParagraph(
                text.string, style: paragraph.style == styles.usual ? nil : paragraph.style, headingLevel: level,
                cell: tables.last.flatMap { table in
                    table.row >= 0 && table.column >= 0
                        ? DocumentParagraph.Cell(table: table.number, row: table.row, column: table.column) : nil
                }))
    }
}
