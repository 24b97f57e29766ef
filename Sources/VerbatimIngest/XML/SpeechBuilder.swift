import VerbatimModel

/// Builds the canonical text of an XML source: a paragraph a line, an empty line between turns, white space collapsed.
struct SpeechBuilder {
    /// Marks within a paragraph whose white space is not settled yet: no byte of UTF-8 has these values.
    enum Mark {
        /// White space between the words of a tokenised text, which may be layout only.
        static let layout: UInt8 = 0xFE
        /// The place between two words of a tokenised text that does not say that they are joined.
        static let boundary: UInt8 = 0xFF
    }

    /// How a text tells where the spaces between its words are.
    enum Spacing {
        /// By white space, as usual.
        case written
        /// By elements of their own; white space between words is layout.
        case elements
        /// By an attribute where there is none; white space between words is layout.
        case joins
    }

    /// The canonical text so far, in UTF-8.
    private(set) var text: [UInt8] = []

    /// Adds a paragraph of a turn, and gives its range; `nil` if there is nothing but white space.
    mutating func add(_ content: [UInt8], startsTurn: Bool, spacing: Spacing = .written) -> ByteRange? {
        var line: [UInt8] = []
        line.reserveCapacity(content.count)
        var isSpacePending = false
        for byte in content {
            switch byte {
            case 0x20, 0x09...0x0D: isSpacePending = true
            case Mark.layout: isSpacePending = isSpacePending || spacing == .written
            case Mark.boundary: isSpacePending = isSpacePending || spacing == .joins
            default:
                if isSpacePending, !line.isEmpty { line.append(0x20) }
                isSpacePending = false
                line.append(byte)
            }
        }
        guard !line.isEmpty else { return nil }
        if !text.isEmpty { text.append(contentsOf: startsTurn ? [0x0A, 0x0A] : [0x0A]) }
        let start = text.count
        text.append(contentsOf: line)
        return start..<text.count
    }
}

extension String {
    /// The text of some UTF-8, with each run of white space as one space and none at the ends.
    init(collapsing utf8: [UInt8]) {
        self = String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
