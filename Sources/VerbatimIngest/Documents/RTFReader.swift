import VerbatimFiles
import VerbatimModel

/// Reads the paragraphs of a document in Rich Text Format.
///
/// What was deleted under change tracking, hidden text, notes, comments, headers, footers, field codes, pictures and
/// the numbers of automatic lists are no part of the text.
///
/// Source: Microsoft, Rich Text Format Specification, version 1.9.1.
struct RTFReader {
    /// What holds until the group ends.
    struct State {
        /// Whether the text is none of the document's.
        var isSkipped = false
        var isHidden = false
        /// Whether the text was deleted under change tracking.
        var isDeleted = false
        /// Whether the group may be left out by programs that do not know it.
        var isOptional = false
        /// How many characters stand behind `\u` for programs that do not know it.
        var fallbackCount = 1
        var font: Int?
        /// What the group is kept for, where it is no text.
        var table: Table?
        /// The font or the style that a group of such a table describes.
        var entry = 0
        /// The paragraph within which a box of text begins.
        var outside: ParagraphText?
    }

    /// The tables at the head of a document.
    enum Table { case fonts, styles }

    /// What is known of a font.
    struct Font {
        var name = ""
        /// The number of its code page; `nil` for the document's.
        var page: Int?
        var isSymbol = false
    }

    var tokens: RTFTokens
    var states: [State] = [State()]
    var fonts: [Int: Font] = [:]
    var defaultFont: Int?
    /// The number of the document's code page.
    var defaultPage = 1_252
    var styleNames: [Int: String] = [:]
    var styleLevels: [Int: Int] = [:]
    /// The characters that still stand in for the last `\u`.
    var fallbackLeft = 0

    /// The text of the paragraph that is open, and what holds of it.
    var text = ParagraphText()
    var style: Int?
    var outlineLevel: Int?
    var isInTable = false
    /// Where the next cell of a table stands.
    var cell = DocumentParagraph.Cell(table: 0, row: 0, column: 0)
    var paragraphs: [DocumentParagraph] = []

    private let path: String
    private var pages: [Int: CodePage] = [:]
    private var unknownPages: Set<Int> = []
    private var highSurrogate: UInt16?

    private init(_ bytes: [UInt8], path: String) {
        tokens = RTFTokens(bytes)
        self.path = path
    }

    /// The paragraphs of a document.
    /// - Throws: `malformed-rtf` where the file does not begin as RTF, ends within a group, or nests them without end.
    /// - Complexity: O(number of bytes).
    static func read(_ bytes: [UInt8], path: String) throws(DiagnosticsError) -> OfficeDocument {
        var reader = RTFReader(bytes, path: path)
        try reader.run()
        let encoding = CodePage(reader.defaultPage)?.name ?? (reader.defaultPage == 65_001 ? "utf-8" : "unknown")
        var document = OfficeDocument(paragraphs: reader.paragraphs, encoding: encoding)
        for page in reader.unknownPages.sorted() {
            document.warnings.append(
                Diagnostic(
                    .warning, "unknown-code-page",
                    "Part of the text is in code page \(page), which is not read, and was replaced by U+FFFD. Save the "
                        + "document as .docx.", path: path))
        }
        return document
    }

    // MARK: - Groups

    private static let deepestGroup = 1_000

    private mutating func run() throws(DiagnosticsError) {
        guard tokens.next() == .openGroup, case .word("rtf", _)? = tokens.next() else {
            throw malformed("it does not begin with {\\rtf")
        }
        states = [State(), State()]
        while let token = tokens.next() {
            switch token {
            case .openGroup:
                guard states.count < Self.deepestGroup else { throw malformed("its groups are nested without end") }
                fallbackLeft = 0
                var inner = state
                (inner.isOptional, inner.outside) = (false, nil)
                states.append(inner)
            case .closeGroup:
                closeGroup()
                if states.count == 1 { return }
            case .word(let word, let number):
                fallbackLeft = 0
                control(word, number)
            case .symbol(let sign): symbol(sign)
            case .byte(let byte): characters(CollectionOfOne(byte))
            case .text(let bytes): characters(bytes)
            }
        }
        throw malformed("it ends before its last group is closed, so a part of it may be missing")
    }

    private mutating func closeGroup() {
        fallbackLeft = 0
        guard let closed = states.popLast() else { return }
        if let outside = closed.outside {
            if !text.utf8.isEmpty { endParagraph() }
            text = outside
        }
        if states.count == 1, !text.utf8.isEmpty { endParagraph() }
    }

    private func malformed(_ reason: String) -> DiagnosticsError {
        DiagnosticsError([
            Diagnostic(
                .error, "malformed-rtf",
                "The file is no RTF that can be read: \(reason) (at byte \(tokens.index)). Save it again as .docx or "
                    + ".rtf.",
                path: path)
        ])
    }

    /// What holds in the innermost group.
    var state: State {
        get { states[states.count - 1] }
        set { states[states.count - 1] = newValue }
    }

    // MARK: - Text

    /// Takes bytes in the code page of the font.
    mutating func characters(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            if fallbackLeft > 0 {
                fallbackLeft -= 1
            } else if state.table != nil {
                tableText(byte)
            } else if isShown {
                let font = (state.font ?? defaultFont).flatMap { fonts[$0] }
                append(byte, font)
            }
        }
    }

    /// Whether what stands here is part of the document's text.
    var isShown: Bool { !state.isSkipped && !state.isHidden && !state.isDeleted && state.table == nil }

    private mutating func append(_ byte: UInt8, _ font: Font?) {
        highSurrogate = nil
        if let font, font.isSymbol {
            if let scalar = SymbolFont.scalar(UInt32(byte), font: font.name) { text.append(scalar) }
            return
        }
        let number = font?.page ?? defaultPage
        guard byte >= 0x80, number != 65_001 else { return text.append(CollectionOfOne(byte)) }
        if pages[number] == nil { pages[number] = CodePage(number) }
        if pages[number] == nil { unknownPages.insert(number) }
        text.append(pages[number]?.scalar(byte) ?? "\u{FFFD}")
    }

    /// Takes a character that does not depend on the font.
    mutating func append(_ scalar: Unicode.Scalar) {
        highSurrogate = nil
        if isShown { text.append(scalar) }
    }

    /// `\u`: a unit of UTF-16 as a signed number, with what other programs show behind it.
    mutating func unicode(_ number: Int) {
        fallbackLeft = state.fallbackCount
        let unit = UInt16(truncatingIfNeeded: number)
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else if UTF16.isTrailSurrogate(unit) {
            guard let high = highSurrogate else { return append("\u{FFFD}") }
            append(UTF16.decode(UTF16.EncodedScalar([high, unit])))
        } else if (0xF020...0xF0FF).contains(unit) {
            let font = (state.font ?? defaultFont).flatMap { fonts[$0]?.name } ?? "symbol"
            if let scalar = SymbolFont.scalar(UInt32(unit), font: font) { append(scalar) }
        } else {
            append(Unicode.Scalar(unit) ?? "\u{FFFD}")
        }
    }

    private mutating func symbol(_ sign: UInt8) {
        if fallbackLeft > 0 {
            fallbackLeft -= 1
            return
        }
        switch sign {
        case UInt8(ascii: "*"): state.isOptional = true
        case UInt8(ascii: "~"): append("\u{A0}")
        case UInt8(ascii: "_"): append("\u{2011}")
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): characters(CollectionOfOne(sign))
        case 0x0A, 0x0D: control("par", nil)
        case 0x09: append("\t")
        default: break
        }
    }
}
