/// What a file is made of, for laying it out.
enum LayoutElement {
    /// Empty lines between blocks.
    case blank(Int)
    /// A comment on a line of its own.
    case comment(String, isIndented: Bool)
    /// A statement's head, or a property.
    case block(Block)
}

/// A statement's head, or one property, with the comments on and between its lines.
struct Block {
    /// What the block is.
    enum Kind {
        case head(Statement.Keyword)
        /// A property of a codebook, theme or code; the keyword is `nil` where it is unknown.
        case property(PropertyKeyword?)
        /// A line of items of a list.
        case items
    }

    /// A line of a block.
    enum Line {
        case content([Unicode.Scalar], comment: String?)
        case comment(String, isIndented: Bool)
    }

    var kind: Kind
    var lines: [Line]
    /// The columns in front of the first line, as the author wrote it.
    var indent: Int

    /// Whether a comment stands before the end of the block, so that its lines must stay as they are.
    var hasInnerComment: Bool {
        lines.dropLast().contains { line in
            switch line {
            case .content(_, let comment): comment != nil
            case .comment: true
            }
        }
    }

    /// The contents of the lines, without comments.
    var contents: [[Unicode.Scalar]] {
        lines.compactMap { line in
            if case .content(let scalars, _) = line { scalars } else { nil }
        }
    }

    /// The contents of the lines, joined by one space.
    var joined: [Unicode.Scalar] { Array(contents.joined(separator: [" "])) }

    /// The comment at the end of the block.
    var lastComment: String? {
        if case .content(_, let comment)? = lines.last { comment } else { nil }
    }
}

/// Splits the lines of a file without faults of layout into blocks, comments and empty lines.
struct BlockReader {
    /// The elements, in the order of the file.
    private(set) var elements: [LayoutElement] = []
    private let file: SourceFile
    private var block: Block?
    private var stripper = CommentStripper(.structured)
    private var keyword: Statement.Keyword?
    /// Comments and empty lines that may turn out to stand inside the block.
    private var pending: [LayoutElement] = []

    /// The elements of `file`.
    /// - Complexity: O(length of the file).
    init(_ file: SourceFile) {
        self.file = file
        for line in file.lines { read(line) }
        finishBlock()
        elements += pending
    }

    private mutating func read(_ line: [Unicode.Scalar]) {
        guard let start = line.firstIndex(where: { !$0.isSpace }) else {
            if case .blank(let count)? = pending.last {
                pending[pending.count - 1] = .blank(count + 1)
            } else {
                pending.append(.blank(1))
            }
            return
        }
        if line[start] == "#" {
            pending.append(.comment(Self.trimmed(line[start...]), isIndented: start > 0))
            return
        }
        if start == 0 {
            let word = String(scalars: line.prefix { !$0.isSpace })
            keyword = Statement.Keyword(rawValue: word)
            begin(.head(keyword ?? .code), .structured, indent: 0)
        } else {
            let indent = line[..<start].reduce(0) { $1 == "\t" ? ($0 / 8 + 1) * 8 : $0 + 1 }
            let goesOn: Bool
            switch block?.kind {
            case .head(.cue)?: goesOn = true
            case .head?, nil: goesOn = false
            case .property?, .items?: goesOn = indent > (block?.indent ?? 0)
            }
            if goesOn {
                absorbPending()
            } else if keyword == .list {
                begin(.items, .structured, indent: indent)
            } else {
                let property = PropertyKeyword.leading(line[start...])?.keyword
                begin(.property(property), property?.content ?? .structured, indent: indent)
            }
        }
        let end = stripper.contentEnd(of: line, from: start)
        let comment = end < line.count ? Self.trimmed(line[end...]) : nil
        var content = line[start..<end]
        while let last = content.last, last.isSpace { content.removeLast() }
        block?.lines.append(.content(Array(content), comment: comment))
    }

    private mutating func begin(_ kind: Block.Kind, _ content: CommentStripper.Content, indent: Int) {
        finishBlock()
        elements += pending
        pending = []
        stripper = CommentStripper(content)
        block = Block(kind: kind, lines: [], indent: indent)
    }

    private mutating func finishBlock() {
        if let block { elements.append(.block(block)) }
        block = nil
    }

    private mutating func absorbPending() {
        for case .comment(let text, let isIndented) in pending {
            block?.lines.append(.comment(text, isIndented: isIndented))
        }
        pending = []
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var scalars = scalars
        while let last = scalars.last, last.isSpace { scalars.removeLast() }
        return String(scalars: scalars)
    }
}
