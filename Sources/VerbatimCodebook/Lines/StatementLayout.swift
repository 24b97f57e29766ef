import VerbatimModel

/// Groups the lines of a file into statements, which start in column one, and their indented properties.
///
/// A line that is indented deeper than the property above it goes on with that property. A tab reaches to the next
/// multiple of eight columns.
struct StatementLayout {
    /// The statements, in order.
    private(set) var statements: [Statement] = []
    /// What is wrong with the layout.
    private(set) var faults: [Fault] = []

    /// A line of a statement: its number in the file, and where its content begins.
    private struct Line {
        var index: Int
        var start: Int
    }

    /// A property under construction.
    private struct Block {
        var indent: Int
        var lines: [Line]
    }

    private let file: SourceFile
    /// The statement under construction; its keyword is `nil` where it is unknown and its lines are passed over.
    private var keyword: Statement.Keyword?
    private var head: Line?
    private var blocks: [Block] = []

    /// The statements of `file`.
    /// - Complexity: O(length of the file).
    init(of file: SourceFile) {
        self.file = file
        for (index, line) in file.lines.enumerated() {
            guard let start = line.firstIndex(where: { !$0.isSpace }), line[start] != "#" else { continue }
            let place = Line(index: index, start: start)
            if start == 0 { readUnindented(place) } else { readIndented(place) }
        }
        finish()
    }

    private mutating func readUnindented(_ line: Line) {
        let scalars = file.lines[line.index]
        let word = firstWord(line)
        if let keyword = Statement.Keyword(rawValue: word) {
            begin(keyword, line)
        } else if isProperty(scalars[...], word: word) {
            faults.error(
                "property-in-column-one",
                "'\(word)' is a property, and stands in column one: indent it under the statement that it belongs to",
                at: source(line, length: word.unicodeScalars.count))
            guard head != nil else { return }
            blocks.append(Block(indent: blocks.first?.indent ?? .max, lines: [line]))
        } else {
            finish()
            faults.error(
                "unknown-statement",
                "'\(word)' begins no statement: a line in column one begins with codebook, list, theme, code, include "
                    + "or cue",
                at: source(line, length: word.unicodeScalars.count),
                suggestion: NearNames.nearest(to: word, in: Statement.Keyword.allCases.map(\.rawValue)))
            head = line
            keyword = nil
        }
    }

    private mutating func readIndented(_ line: Line) {
        let indent = width(line)
        if let last = blocks.indices.last, indent > blocks[last].indent {
            blocks[last].lines.append(line)
            return
        }
        let word = firstWord(line)
        let isItem = keyword == .list || keyword == .cue
        if !isItem, let keyword = Statement.Keyword(rawValue: word) {
            faults.error(
                "indented-statement", "'\(word)' begins a statement, and is indented: write it in column one",
                at: source(line, length: word.unicodeScalars.count))
            begin(keyword, line)
            return
        }
        guard head != nil else {
            faults.error(
                "property-without-statement",
                "this line is indented, but no statement stands above it: begin with codebook, list, theme or code "
                    + "in column one",
                at: source(line, length: word.unicodeScalars.count))
            return
        }
        blocks.append(Block(indent: indent, lines: [line]))
    }

    private mutating func begin(_ keyword: Statement.Keyword, _ line: Line) {
        finish()
        self.keyword = keyword
        head = line
    }

    private mutating func finish() {
        defer {
            head = nil
            keyword = nil
            blocks = []
        }
        guard let head, let keyword else { return }
        if keyword == .cue {
            let text = text([head] + blocks.flatMap(\.lines), .structured)
            statements.append(Statement(keyword: keyword, head: text, properties: []))
            return
        }
        let properties = blocks.map { block in
            let first = block.lines[0]
            let start = file.lines[first.index][first.start...]
            let isItem = keyword == .list
            let content = isItem ? .structured : PropertyKeyword.leading(start)?.keyword.content ?? .structured
            return text(block.lines, content)
        }
        statements.append(Statement(keyword: keyword, head: text([head], .structured), properties: properties))
    }

    private func text(_ lines: [Line], _ content: CommentStripper.Content) -> SourceText {
        var stripper = CommentStripper(content)
        var text = SourceText(path: file.path)
        for line in lines {
            let scalars = file.lines[line.index]
            let end = stripper.contentEnd(of: scalars, from: line.start)
            text.append(scalars[line.start..<end], line: line.index + 1, column: line.start + 1)
        }
        return text
    }

    private func firstWord(_ line: Line) -> String {
        String(scalars: file.lines[line.index][line.start...].prefix { !$0.isSpace })
    }

    /// Whether a line in column one is a property that was not indented.
    private func isProperty(_ scalars: ArraySlice<Unicode.Scalar>, word: String) -> Bool {
        if PropertyKeyword.leading(scalars) != nil { return true }
        return keyword == .list && word.unicodeScalars.last == ":" && word.unicodeScalars.count <= 4
    }

    private func width(_ line: Line) -> Int {
        file.lines[line.index][..<line.start].reduce(0) { width, scalar in
            scalar == "\t" ? (width / 8 + 1) * 8 : width + 1
        }
    }

    private func source(_ line: Line, length: Int) -> SourceRange {
        SourceRange(
            path: file.path, start: SourcePosition(line: line.index + 1, column: line.start + 1),
            length: max(1, length))
    }
}
