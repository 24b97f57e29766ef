import VerbatimModel

/// Splits the text of a rule, of items, or of an example's head into tokens, one at a time.
struct RuleLexer {
    /// What is being read: the same characters mean different things in each.
    enum Mode {
        /// The expression of a rule.
        case expression
        /// Items of a list or cue, where reserved words are words.
        case items
        /// Conditions on attributes, numbers and names: `=` compares, and words hold any character.
        case filter
    }

    let text: SourceText
    private(set) var offset: Int
    /// What is wrong with what was read so far.
    var faults: [Fault] = []

    /// A lexer of `text` from `offset` on.
    init(_ text: SourceText, from offset: Int) {
        self.text = text
        self.offset = offset
    }

    /// The next token.
    mutating func next(_ mode: Mode) -> RuleToken {
        while let scalar = peek(), scalar.isSpace { offset += 1 }
        guard let scalar = peek() else { return RuleToken(kind: .end, range: offset..<offset) }
        switch scalar {
        case "(": return single(.open)
        case ")": return single(.close)
        case ",": return single(.comma)
        case "|": return single(.bar)
        case _ where QuoteMark.opens(scalar): return quotation()
        default: break
        }
        if mode == .filter { return filterToken(scalar) }
        switch scalar {
        case "~": return prefixed { .stem($0) }
        case "=": return prefixed { .exact($0) }
        case "@": return prefixed { .list($0) }
        case "/": return regex()
        case "<", ">", "!":
            fault(offset..<(offset + 1))
            return single(.bad)
        default: return word(mode)
        }
    }

    private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        offset + distance < text.scalars.count ? text.scalars[offset + distance] : nil
    }

    private mutating func single(_ kind: RuleToken.Kind, length: Int = 1) -> RuleToken {
        defer { offset += length }
        return RuleToken(kind: kind, range: offset..<(offset + length))
    }

    private mutating func run(while isPart: (Unicode.Scalar) -> Bool) -> Range<Int> {
        let start = offset
        while let scalar = peek(), isPart(scalar) { offset += 1 }
        return start..<offset
    }

    private mutating func quotation() -> RuleToken {
        let start = offset
        guard let closing = QuoteMark.closing(in: text.scalars, from: start, to: text.scalars.count) else {
            faults.error(
                "unclosed-quote", "this quotation mark is never closed: put one at the end of the words",
                at: text.source(at: start))
            offset = text.scalars.count
            return RuleToken(kind: .bad, range: start..<offset)
        }
        offset = closing + 1
        return RuleToken(kind: .quoted((start + 1)..<closing), range: start..<offset)
    }

    /// `~word`, `=Word`, `@name`: a mark and what is glued to it.
    private mutating func prefixed(_ kind: (Range<Int>) -> RuleToken.Kind) -> RuleToken {
        let start = offset
        let mark = text.string(start..<(start + 1))
        offset += 1
        let name = run(while: Self.isWordPart)
        guard !name.isEmpty else {
            faults.error(
                "missing-word", "a word must stand right behind '\(mark)', without quotes or spaces between",
                at: text.source(at: start))
            return RuleToken(kind: .bad, range: start..<offset)
        }
        return RuleToken(kind: kind(name), range: start..<offset)
    }

    private mutating func regex() -> RuleToken {
        let start = offset
        var index = start + 1
        var isInClass = false
        while index < text.scalars.count {
            switch text.scalars[index] {
            case "\\": index += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "/" where !isInClass:
                offset = index + 1
                return RuleToken(kind: .regex((start + 1)..<index), range: start..<offset)
            default: break
            }
            index += 1
        }
        faults.error(
            "unclosed-regex",
            "this regular expression is never closed: put '/' at its end ('/' inside it is written '\\/')",
            at: text.source(at: start))
        offset = text.scalars.count
        return RuleToken(kind: .bad, range: start..<offset)
    }

    // MARK: Words

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isSpace || QuoteMark.opens(scalar) { return false }
        switch scalar {
        case "(", ")", ",", "|", "~", "=", "/", "<", ">", "!", "@": return false
        default: return true
        }
    }

    private mutating func word(_ mode: Mode) -> RuleToken {
        let range = run(while: Self.isWordPart)
        let word = text.string(range)
        if mode == .expression {
            if let order = ProximityOrder(rawValue: word.lowercased()) {
                checkCase(word, range)
                return proximity(order, from: range.lowerBound)
            }
            if let keyword = RuleToken.Keyword(rawValue: word.lowercased()) {
                checkCase(word, range)
                return RuleToken(kind: .keyword(keyword), range: range)
            }
        }
        if word.hasPrefix("code:"), word != "code:" {
            return RuleToken(kind: .code((range.lowerBound + 5)..<range.upperBound), range: range)
        }
        if peek() == "/" {
            offset += 1
            let rest = run(while: Self.isWordPart)
            let remedy =
                Self.foreignProximity[word.lowercased()].map { "write \($0)/N for a distance of N tokens" }
                ?? "for either word write (one or other); a regular expression stands apart from the word before it"
            faults.error(
                "unexpected-slash", "'/' cannot stand inside a word: \(remedy)",
                at: text.source(range.upperBound..<rest.upperBound),
                suggestion: Self.foreignProximity[word.lowercased()].map { $0 + "/" + text.string(rest) })
            return RuleToken(kind: .bad, range: range.lowerBound..<offset)
        }
        return RuleToken(kind: checkedWord(range), range: range)
    }

    /// How other programs' proximity operators are written here: dtSearch, Nexis.
    private static let foreignProximity = [
        "w": "near", "within": "near", "n": "near", "pre": "before", "onear": "before",
    ]

    /// Whether a run can be a word, with a fault where it cannot.
    private mutating func checkedWord(_ range: Range<Int>) -> RuleToken.Kind {
        let scalars = text.scalars[range]
        if Self.isGap(scalars) {
            faults.error(
                "gap-outside-phrase",
                "'\(text.string(range))' stands for tokens inside a phrase: put the whole phrase in quotes, or use "
                    + "near/N or before/N",
                at: text.source(range))
            return .bad
        }
        if let wrong = scalars.firstIndex(where: { !Self.isAllowedInWord($0) }) {
            fault(wrong..<(wrong + 1))
            return .bad
        }
        if let first = scalars.first, let last = scalars.last {
            if first == "-" && scalars.count > 1 {
                faults.error(
                    "unexpected-character",
                    "a word cannot begin with '-': to leave out what holds a word write 'and not'; else quote it",
                    at: text.source(at: range.lowerBound))
                return .bad
            }
            if last == ":" || last == "-" {
                fault((range.upperBound - 1)..<range.upperBound)
                return .bad
            }
        }
        return .word
    }

    /// Whether a run is `_`, `...`, `…` or one of the latter with a number.
    static func isGap(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        if scalars.allSatisfy({ $0 == "_" }) { return true }
        let dots = scalars.prefix { $0 == "." || $0 == "\u{2026}" }
        guard dots.count >= 3 || dots.contains("\u{2026}") else { return false }
        return scalars[dots.endIndex...].allSatisfy(\.isASCIIDigit)
    }

    private static func isAllowedInWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "*", "?", "_", "-", ".", ":": return true
        case _ where scalar.value < 0x80: return scalar.isASCIILetter || scalar.isASCIIDigit
        // Apostrophes, hyphens, the middle dot, and the joiners of Arabic script.
        case "\u{2018}", "\u{2019}", "\u{02BC}", "\u{00B7}", "\u{2010}", "\u{2011}", "\u{200C}", "\u{200D}": return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    private mutating func fault(_ range: Range<Int>) {
        faults.error(
            "unexpected-character",
            "'\(text.string(range))' cannot stand here: put the words it belongs to in quotes, or leave it out",
            at: text.source(range))
    }

    private mutating func checkCase(_ word: String, _ range: Range<Int>) {
        guard word != word.lowercased(), word != word.uppercased() else { return }
        faults.error(
            "operator-case",
            "operators are written in lower or upper case: write '\(word.lowercased())', or quote the word to search "
                + "for it",
            at: text.source(range), suggestion: word.lowercased())
    }

    private mutating func proximity(_ order: ProximityOrder, from start: Int) -> RuleToken {
        let word = text.string(start..<offset)
        guard peek() == "/" else {
            faults.error(
                "missing-distance",
                "'\(word)' needs a distance in tokens: write for instance \(word)/5, or quote the word",
                at: text.source(start..<offset), suggestion: "\(word)/5")
            return RuleToken(kind: .proximity(order, distance: nil), range: start..<offset)
        }
        offset += 1
        var number = run(while: Self.isWordPart)
        if number.isEmpty {
            // `near/ 5` is one slip: the number is read with it.
            let start = offset
            _ = run(while: \.isSpace)
            if run(while: \.isASCIIDigit).isEmpty { offset = start }
            number = start..<offset
        }
        let distance = Int(text.string(number)).flatMap { (1...Self.maximalDistance).contains($0) ? $0 : nil }
        if distance == nil {
            faults.error(
                "bad-distance",
                "the distance must be a whole number of tokens from 1 to \(Self.maximalDistance), without spaces: "
                    + "write for instance \(word)/5",
                at: text.source(start..<offset))
        }
        return RuleToken(kind: .proximity(order, distance: distance), range: start..<offset)
    }

    /// The largest distance and gap: more than any answer holds, and small enough to add up safely.
    static let maximalDistance = 10_000

    // MARK: Filters

    private mutating func filterToken(_ scalar: Unicode.Scalar) -> RuleToken {
        let isEqualNext = peek(1) == "="
        switch scalar {
        case "=": return single(.comparison(.equal), length: isEqualNext ? 2 : 1)
        case "<": return single(.comparison(isEqualNext ? .lessOrEqual : .less), length: isEqualNext ? 2 : 1)
        case ">": return single(.comparison(isEqualNext ? .greaterOrEqual : .greater), length: isEqualNext ? 2 : 1)
        case "!" where isEqualNext: return single(.comparison(.notEqual), length: 2)
        case "!":
            fault(offset..<(offset + 1))
            return single(.bad)
        default: break
        }
        let range = run { scalar in
            if scalar.isSpace || QuoteMark.opens(scalar) { return false }
            switch scalar {
            case "(", ")", ",", "|", "=", "<", ">", "!": return false
            default: return true
            }
        }
        if let keyword = RuleToken.Keyword(rawValue: text.string(range).lowercased()) {
            switch keyword {
            case .and, .or, .not, .in, .unless, .only, .asked, .where, .weight:
                return RuleToken(kind: .keyword(keyword), range: range)
            case .at, .least, .of: break
            }
        }
        return RuleToken(kind: .word, range: range)
    }
}
