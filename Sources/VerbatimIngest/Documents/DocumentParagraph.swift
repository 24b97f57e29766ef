/// A paragraph of a word processor's document, as its own format describes it.
struct DocumentParagraph: Hashable, Sendable {
    /// The place of a paragraph that stands in a table.
    struct Cell: Hashable, Sendable {
        /// The number of the table in the document, from 0.
        var table: Int
        /// The row, from 0.
        var row: Int
        /// The column, from 0.
        var column: Int
    }

    /// The text; a line end is a break within the paragraph.
    var text: String
    /// The name or id of its style; `nil` for the document's usual one.
    var style: String?
    /// The level of a heading, from 1; 0 for the title of the document; `nil` for other paragraphs.
    var headingLevel: Int?
    /// Where it stands in a table.
    var cell: Cell?

    /// A paragraph; see the properties of the same names.
    init(_ text: String, style: String? = nil, headingLevel: Int? = nil, cell: Cell? = nil) {
        self.text = text
        self.style = style
        self.headingLevel = headingLevel
        self.cell = cell
    }
}

/// Collects the text of a paragraph, piece by piece.
struct ParagraphText {
    private(set) var utf8: [UInt8] = []

    /// Adds text; control characters are left out, as no transcript holds them.
    mutating func append(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A { utf8.append(byte) }
    }

    /// Adds a character.
    mutating func append(_ scalar: Unicode.Scalar) { append(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }

    /// The text so far.
    var string: String { String(decoding: utf8, as: UTF8.self) }
}
