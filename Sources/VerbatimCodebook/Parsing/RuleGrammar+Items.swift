import VerbatimModel

/// Items of lists and cues: terms separated by commas. Tokens are read in ``RuleLexer/Mode/items``.
extension RuleGrammar {
    /// An item with its place.
    struct Item {
        var term: Term
        var source: SourceRange
    }

    /// The items up to the end.
    ///
    /// A comma behind the last one is no fault, since items are moved about.
    mutating func items() -> [Item] {
        var items: [Item] = []
        while token.kind != .end {
            if token.kind == .comma {
                error("empty-item", "an item is missing before this comma: leave the comma out")
                advance()
                continue
            }
            if let item = item() { items.append(item) }
            _ = advance(past: .comma)
        }
        return items
    }

    /// One item up to the comma behind it.
    private mutating func item() -> Item? {
        let start = token.range
        var term: Term?
        switch token.kind {
        case .word, .quoted, .stem, .exact, .regex, .list: term = readTerm()
        case .code:
            error("code-in-item", "'\(tokenText)' cannot be an item: refer to codes in rules")
            advance()
        case .bad: advance()
        default:
            error(
                "unexpected-token",
                "'\(tokenText)' cannot stand in an item: an item is a word, a phrase in quotes, or @list; separate "
                    + "items with commas")
            skipToComma()
            return nil
        }
        guard token.kind != .comma, token.kind != .end else {
            return term.map { Item(term: $0, source: text.source(start.lowerBound..<previousEnd)) }
        }
        // What is wrong with the first part was said already; what follows it is no fault of its own.
        let isReported = term == nil
        var lastEnd = token.range.upperBound
        while token.kind != .comma, token.kind != .end {
            lastEnd = token.range.upperBound
            advance()
        }
        if !isReported {
            let words = text.string(start.lowerBound..<lastEnd).filter { $0 != "\"" }
            error(
                "multi-word-item", "an item of several words must stand in quotes: write \"\(words)\"",
                at: start.lowerBound..<lastEnd, suggestion: "\"\(words)\"")
        }
        return nil
    }
}
