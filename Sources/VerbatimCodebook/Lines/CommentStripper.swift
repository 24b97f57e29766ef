/// Finds where the content of a line ends and a comment begins: at the first `#` outside quotes.
///
/// It is fed the lines of one property in order, since a quotation may go on over lines.
struct CommentStripper {
    /// What kind of property the lines belong to.
    enum Content {
        /// Rules, items, examples: a quotation may go on over lines.
        case structured
        /// Text for people: only a quotation that closes on its line counts, since a lone mark is a mark of inches or
        /// a slip.
        case prose
        /// A colour, whose first `#` is no comment.
        case color
    }

    private var content: Content
    private var openQuote: Unicode.Scalar?

    /// A stripper for the lines of one property.
    init(_ content: Content) {
        self.content = content
    }

    /// The index behind the content of a line that begins at `start`.
    /// - Complexity: O(length of the line).
    mutating func contentEnd(of line: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        while index < line.count {
            let scalar = line[index]
            if let opening = openQuote {
                if scalar == "\\" {
                    index += 2
                    continue
                }
                if QuoteMark.closes(scalar, openedBy: opening) { openQuote = nil }
            } else if QuoteMark.opens(scalar) {
                if content != .prose {
                    openQuote = scalar
                } else if let closing = QuoteMark.closing(in: line, from: index, to: line.count) {
                    index = closing
                }
            } else if scalar == "#" {
                guard content == .color else { return index }
                content = .structured
            }
            index += 1
        }
        return line.count
    }
}
