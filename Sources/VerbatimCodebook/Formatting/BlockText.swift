/// The lines of one block in the canonical layout.
struct BlockText {
    /// The lines, without their ends.
    private(set) var lines: [String] = []

    /// Lays out a block of a statement whose columns are as wide as `alignment` says.
    init(_ block: Block, _ alignment: Alignment) {
        let joined = block.joined
        let (prefix, start, indent) = Self.prefix(of: block, joined, alignment)
        let isProse: Bool
        let isFixed: Bool
        switch block.kind {
        case .property(let keyword):
            isProse = keyword?.content == .prose
            // A number sign in a text is text only while the quotation around it closes on its line.
            // And a comment behind a lone quotation mark is one only while the mark stands on another line.
            let hasLoneMark = block.lastComment != nil && joined.contains(where: QuoteMark.opens)
            isFixed =
                isProse && (joined.contains("#") || hasLoneMark) || keyword?.content == .color || keyword == nil
        case .head(let keyword):
            isProse = false
            isFixed = keyword != .cue
        case .items:
            isProse = false
            isFixed = false
        }
        if block.hasInnerComment || isFixed && block.lines.count > 1 {
            keepLines(of: block, prefix, start, indent)
            return
        }
        var text = prefix
        let value = joined[start...].drop { $0.isSpace }
        if !value.isEmpty, !text.isEmpty, text.last?.isWhitespace != true { text += " " }
        let isCue = if case .head(.cue) = block.kind { true } else { false }
        lines = Self.filled(
            text, value, indent: indent, keepsQuotations: !isProse, isFixed: isFixed, mayBreakBehindPrefix: isCue)
        if let comment = block.lastComment { lines[lines.count - 1] += "  " + comment }
    }

    /// What a block begins with, the offset in its text where what follows begins, and the indent of further lines.
    private static func prefix(
        of block: Block, _ text: [Unicode.Scalar], _ alignment: Alignment
    ) -> (prefix: String, start: Int, indent: Int) {
        switch block.kind {
        case .head(let keyword): return head(keyword, text)
        case .items:
            let word = text.prefix { !$0.isSpace && $0 != ":" && $0 != "," }
            guard word.count < text.count, text[word.count] == ":", Identifier.isLanguage(String(scalars: word)) else {
                return ("  ", 0, 4)
            }
            return ("  \(String(scalars: word)): ", word.count + 1, 4)
        case .property(nil): return ("  ", 0, 6)
        case .property(.rule?):
            guard let head = RuleHead(text) else { return ("  ", 0, 6) }
            var prefix = "  rule"
            if !head.id.isEmpty || (alignment.ruleID > 0 && !head.language.isEmpty) { prefix += " " + head.id }
            if !head.language.isEmpty {
                prefix += String(repeating: " ", count: max(0, alignment.ruleID - head.id.count)) + " " + head.language
            }
            return (prefix + ": ", head.end, 6)
        case .property(.example?), .property(.counterExample?):
            let sign = text.prefix { !$0.isSpace && !QuoteMark.opens($0) }
            return (
                "  " + padded(String(scalars: sign), to: alignment.sign), sign.count, 2 + alignment.sign
            )
        case .property(let keyword?):
            let end = PropertyKeyword.leading(text[...])?.end ?? 0
            return ("  " + padded(keyword.rawValue, to: 10), end, 12)
        }
    }

    private static func head(_ keyword: Statement.Keyword, _ text: [Unicode.Scalar]) -> (String, Int, Int) {
        var index = keyword.rawValue.unicodeScalars.count
        func word(stops: (Unicode.Scalar) -> Bool) -> String {
            while index < text.count, text[index].isSpace { index += 1 }
            let start = index
            while index < text.count, !text[index].isSpace, !stops(text[index]) { index += 1 }
            return String(scalars: text[start..<index])
        }
        var words = [keyword.rawValue]
        switch keyword {
        case .codebook, .theme, .code, .list: words.append(word(stops: QuoteMark.opens))
        case .include: break
        case .cue:
            while index < text.count, text[index] != ":" {
                let next = word { $0 == ":" || QuoteMark.opens($0) }
                // Before a quotation no colon stands: the cue is faulty, and stays as it is.
                if next.isEmpty, index < text.count, text[index] != ":" { return ("", 0, 2) }
                if !next.isEmpty { words.append(next) }
            }
            guard index < text.count else { return ("", 0, 2) }
            return (words.joined(separator: " ") + ": ", index + 1, 2)
        }
        return (words.filter { !$0.isEmpty }.joined(separator: " "), index, 2)
    }

    private static func padded(_ text: String, to width: Int) -> String {
        let missing = width - text.unicodeScalars.count
        return text + String(repeating: " ", count: max(1, missing))
    }

    /// The lines as the author divided them, at the canonical indents.
    private mutating func keepLines(of block: Block, _ prefix: String, _ start: Int, _ indent: Int) {
        var isFirst = true
        for line in block.lines {
            switch line {
            case .comment(let comment, let isIndented):
                lines.append(isIndented ? String(repeating: " ", count: indent) + comment : comment)
            case .content(let scalars, let comment):
                var text = String(repeating: " ", count: indent) + String(scalars: scalars)
                if isFirst {
                    if start <= scalars.count {
                        let rest = scalars[start...].drop { $0.isSpace }
                        let gap = rest.isEmpty || prefix.isEmpty || prefix.last?.isWhitespace == true ? "" : " "
                        text = Self.withoutTrailingSpace(prefix + gap + String(scalars: rest))
                    } else {
                        // The head itself goes on over lines.
                        let base = if case .head = block.kind { "" } else { "  " }
                        text = base + String(scalars: scalars)
                    }
                    isFirst = false
                }
                lines.append(text + (comment.map { "  " + $0 } ?? ""))
            }
        }
    }

    /// A text filled into lines; broken only at single spaces, and outside quotations where they are kept.
    private static func filled(
        _ prefix: String, _ value: ArraySlice<Unicode.Scalar>, indent: Int, keepsQuotations: Bool, isFixed: Bool,
        mayBreakBehindPrefix: Bool
    ) -> [String] {
        guard !isFixed else { return [withoutTrailingSpace(prefix + String(scalars: value))] }
        var lines: [String] = []
        var line = Array(prefix.unicodeScalars)
        var isLineEmpty = true
        // A quotation is kept on one line where it fits there.
        let all = pieces(value, keepsQuotations: keepsQuotations).enumerated().flatMap { position, piece in
            let start = position == 0 && !mayBreakBehindPrefix ? line.count : indent
            return piece.count > CodebookFormatter.width - start ? pieces(piece, keepsQuotations: false) : [piece]
        }
        for piece in all {
            let isTooLong = line.count + (isLineEmpty ? 0 : 1) + piece.count > CodebookFormatter.width
            if isTooLong, !isLineEmpty || (mayBreakBehindPrefix && lines.isEmpty) {
                lines.append(withoutTrailingSpace(String(scalars: line)))
                line = Array(repeating: " ", count: indent)
                isLineEmpty = true
            }
            if !isLineEmpty { line.append(" ") }
            line += piece
            isLineEmpty = false
        }
        lines.append(withoutTrailingSpace(String(scalars: line)))
        return lines
    }

    private static func pieces(
        _ value: ArraySlice<Unicode.Scalar>, keepsQuotations: Bool
    ) -> [ArraySlice<Unicode.Scalar>] {
        var pieces: [ArraySlice<Unicode.Scalar>] = []
        var start = value.startIndex
        var quote: Unicode.Scalar?
        var index = value.startIndex
        while index < value.endIndex {
            let scalar = value[index]
            if let opening = quote {
                if scalar == "\\" { index += 1 } else if QuoteMark.closes(scalar, openedBy: opening) { quote = nil }
            } else if keepsQuotations, QuoteMark.opens(scalar) {
                quote = scalar
            } else if scalar == " ", index > start, !value[index - 1].isSpace, index + 1 < value.endIndex,
                !value[index + 1].isSpace, value[index + 1] != "#"
            {
                pieces.append(value[start..<index])
                start = index + 1
            }
            index += 1
        }
        pieces.append(value[start...])
        return pieces
    }

    private static func withoutTrailingSpace(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while let last = scalars.last, last.isSpace { scalars.removeLast() }
        return String(scalars)
    }
}
