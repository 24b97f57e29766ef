import VerbatimModel

/// Writes blocks, comments and empty lines in the canonical layout.
struct BlockPrinter {
    /// The text so far is complete once all elements were added and this is read.
    var text: String {
        var printer = self
        printer.finishStatement()
        return printer.output
    }

    private var output = ""
    /// The elements of the statement under construction, from its head on.
    private var statement: [LayoutElement] = []
    private var previousHead: Statement.Keyword?

    /// Adds the next element of the file.
    mutating func add(_ element: LayoutElement) {
        if case .block(let block) = element, case .head = block.kind {
            // Empty lines and comments in column one right above a head belong to it.
            var lead: [LayoutElement] = []
            while let last = statement.last {
                if case .block = last { break }
                if case .comment(_, isIndented: true) = last { break }
                lead.insert(statement.removeLast(), at: 0)
            }
            finishStatement()
            print(lead, before: block)
        }
        statement.append(element)
    }

    /// What stands between the statement before and a head.
    private mutating func print(_ lead: [LayoutElement], before block: Block) {
        guard case .head(let keyword) = block.kind else { return }
        let isSeries = (keyword == .cue || keyword == .include) && keyword == previousHead
        var isFirst = true
        for element in lead {
            switch element {
            case .blank(let count): if !output.isEmpty { output += count > 1 ? "\n\n" : "\n" }
            case .comment(let text, _):
                if isFirst, !output.isEmpty, !isSeries { output += "\n" }
                output += text + "\n"
            case .block: break
            }
            isFirst = false
        }
        if lead.isEmpty, !output.isEmpty, !isSeries { output += "\n" }
        previousHead = keyword
    }

    private mutating func finishStatement() {
        let alignment = Alignment(of: statement)
        // Empty lines at the end of the file go.
        while case .blank? = statement.last { statement.removeLast() }
        for (index, element) in statement.enumerated() {
            switch element {
            case .blank(let count): if !output.isEmpty { output += index == 0 || count == 1 ? "\n" : "\n" }
            case .comment(let text, let isIndented): output += (isIndented ? "  " : "") + text + "\n"
            case .block(let block): output += BlockText(block, alignment).lines.map { $0 + "\n" }.joined()
            }
        }
        statement = []
    }
}

/// How wide the columns are that one statement's properties share.
struct Alignment {
    /// The width of rule ids.
    var ruleID = 0
    /// The width of a sign with its language, and the space behind it.
    var sign = 3

    /// The widths for the blocks among some elements.
    init(of elements: [LayoutElement]) {
        for case .block(let block) in elements {
            guard case .property(let keyword?) = block.kind else { continue }
            switch keyword {
            case .rule:
                // One very long id must not push all others out of sight.
                if let head = RuleHead(block.joined), head.id.count <= 24 { ruleID = max(ruleID, head.id.count) }
            case .example, .counterExample:
                sign = max(sign, block.joined.prefix { !$0.isSpace && !QuoteMark.opens($0) }.count + 1)
            default: break
            }
        }
    }
}

/// `rule [ID] [LANG]:`, taken apart.
struct RuleHead {
    var id: String
    var language: String
    /// The offset behind the colon.
    var end: Int

    /// The head of a rule; `nil` where it is not well formed.
    init?(_ scalars: [Unicode.Scalar]) {
        guard let colon = scalars.firstIndex(of: ":") else { return nil }
        let words = scalars[..<colon].split { $0.isSpace }.map { String(scalars: $0) }
        guard words.first == "rule", words.count <= 3, !scalars[..<colon].contains(where: QuoteMark.opens) else {
            return nil
        }
        // Which of the two a single word is, the parser tells by the codebook's languages; a language of two letters
        // is set under the languages of the other rules.
        let isLanguage = words.count == 2 && words[1].utf8.count == 2 && Identifier.isLanguage(words[1])
        id = words.count == 3 || (words.count == 2 && !isLanguage) ? words[1] : ""
        language = words.count == 3 ? words[2] : isLanguage ? words[1] : ""
        end = colon + 1
    }
}
