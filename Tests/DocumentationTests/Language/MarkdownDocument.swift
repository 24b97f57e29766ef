/// The parts of a Markdown document that tests run: fenced blocks and tables.
struct MarkdownDocument {
    /// A fenced block of code.
    struct Block {
        /// The first word behind the fence.
        var language: String
        /// The second word behind the fence, where there is one: the name of the file that the block is.
        var name: String?
        /// The lines between the fences, each with a line end.
        var text: String
        /// The 1-based number of the first line of the text.
        var line: Int
    }

    /// A row of a table, under the names of its columns.
    struct Row {
        /// The names of the columns.
        var columns: [String]
        /// The cells, with `\|` read as a bar.
        var cells: [String]
        /// The 1-based number of the line.
        var line: Int
    }

    /// The fenced blocks, in order.
    private(set) var blocks: [Block] = []
    /// The rows of all tables, in order.
    private(set) var rows: [Row] = []

    /// Reads a document.
    init(_ text: String) {
        var open: Block?
        var columns: [String]?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(block)
                    open = nil
                } else {
                    let words = line.dropFirst(3).split(separator: " ").map(String.init)
                    open = Block(
                        language: words.first ?? "", name: words.dropFirst().first, text: "", line: index + 2)
                }
            } else if open != nil {
                open?.text += line + "\n"
            } else if line.hasPrefix("|") {
                let cells = Self.cells(of: line)
                if let columns {
                    let isRuler = cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-:".contains($0) } }
                    if !isRuler { rows.append(Row(columns: columns, cells: cells, line: index + 1)) }
                } else {
                    columns = cells
                }
                continue
            }
            columns = nil
        }
    }

    /// The cells of a line, without the white space around them.
    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isEscaped = false
        for character in line.dropFirst() {
            if character == "|", !isEscaped {
                cells.append("")
            } else {
                if character == "|" { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\"
        }
        return cells.dropLast().map { cell in
            let start = cell.drop { $0 == " " }
            return start.lastIndex { $0 != " " }.map { String(start[...$0]) } ?? ""
        }
    }
}

extension MarkdownDocument {
    /// The code spans of a cell, each with the text between it and the next.
    static func codeSpans(in cell: String) -> [(code: String, behind: String)] {
        let parts = cell.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        return stride(from: 1, to: parts.count - 1, by: 2).map { (parts[$0], parts[$0 + 1]) }
    }
}
