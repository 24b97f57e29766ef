import VerbatimModel
import VerbatimText

/// Section 3 of the language: terms.
extension RuleGrammar {
    /// The term at the present token, which must be one; `nil` where it is faulty, which is reported.
    mutating func readTerm() -> Term? {
        let token = token
        defer { advance() }
        switch token.kind {
        case .word: return term(of: token.range, as: .plain)
        case .stem(let range): return term(of: range, as: .stem)
        case .exact(let range): return term(of: range, as: .exact)
        case .regex(let range): return regex(range)
        case .quoted(let range): return phrase(in: range)
        case .list(let range): return reference(to: .list, range, in: token.range).map { .list($0) }
        case .code(let range): return reference(to: .code, range, in: token.range).map { .code($0) }
        default: return nil
        }
    }

    private mutating func reference(
        to target: Reference.Target, _ range: Range<Int>, in whole: Range<Int>
    ) -> String? {
        let name = text.string(range)
        guard Identifier.isValid(name) else {
            error(
                "bad-reference",
                "'\(name)' is no name: names are made of a-z, 0-9 and '-', with dots between the parts",
                at: whole, suggestion: Identifier.repaired(name))
            return nil
        }
        references.append(Reference(target: target, name: name, source: text.source(whole)))
        return name
    }

    private mutating func regex(_ range: Range<Int>) -> Term? {
        guard !range.isEmpty else {
            error("empty-regex", "the regular expression is empty: write it between the slashes", at: token.range)
            return nil
        }
        return .regex(text.string(range))
    }

    private mutating func term(of range: Range<Int>, as kind: WordTokens.Kind) -> Term? {
        let terms = tokens(of: range, as: kind)
        guard let first = terms.first else { return nil }
        return terms.count == 1 ? first : .phrase(terms.map { .term($0) })
    }

    /// The tokens of one written word, each as a term; empty where it is faulty, which is reported.
    private mutating func tokens(of range: Range<Int>, as kind: WordTokens.Kind) -> [Term] {
        let word = text.string(range)
        if let slip = WordTokens.slip(in: word, kind) {
            error(slip.identifier, slip.message, at: range)
            return []
        }
        let terms = WordTokens.terms(of: word, language: language ?? .unknown, kind)
        if terms.isEmpty {
            error("no-token", "'\(word)' holds no letter or digit, so no token can match it: leave it out", at: range)
        }
        // `qu'*` splits behind the elision, so that a lone wildcard can also come out of a word that is none.
        for case .wildcard(let wildcard) in terms where WordTokens.isLoneWildcard(wildcard) {
            error(WordTokens.loneWildcard.identifier, WordTokens.loneWildcard.message, at: range)
            return []
        }
        return terms
    }

    // MARK: Phrases

    /// The term that stands between quotation marks.
    private mutating func phrase(in range: Range<Int>) -> Term? {
        let faultCount = faults.count
        var offset = range.lowerBound
        let elements = sequence(&offset, range.upperBound, depth: 0)
        if offset < range.upperBound {
            error(
                "unmatched-bracket", "this bracket closes nothing: leave it out, or open one before it",
                at: offset..<(offset + 1))
        }
        guard faults.count == faultCount else { return nil }
        guard let first = elements.first else {
            error(
                "empty-phrase", "there is nothing between the quotation marks: write the words to search for",
                at: (range.lowerBound - 1)..<(range.upperBound + 1))
            return nil
        }
        if elements.count == 1, case .term(let term) = first { return term }
        return .phrase(elements)
    }

    /// Elements up to `end`, or to the bracket or bar that ends them.
    private mutating func sequence(_ offset: inout Int, _ end: Int, depth: Int) -> [PhraseElement] {
        var elements: [PhraseElement] = []
        var gaps: [Range<Int>?] = []
        while offset < end {
            let scalar = text.scalars[offset]
            if scalar.isSpace {
                offset += 1
                continue
            }
            if scalar == ")" || (scalar == "|" && depth > 0) { break }
            let start = offset
            if scalar == "(" {
                elements.append(alternatives(&offset, end, depth: depth))
                gaps.append(nil)
                checkGlued(offset, end)
                continue
            }
            if scalar == "|" {
                error(
                    "unexpected-bar", "alternatives stand in brackets inside a phrase: write (a|b)",
                    at: start..<(start + 1))
                offset += 1
                continue
            }
            if scalar == "/", let closing = regexEnd(from: start, end) {
                offset = closing + 1
                if let term = regex((start + 1)..<closing) { elements.append(.term(term)) }
                gaps.append(nil)
                continue
            }
            while offset < end, !Self.endsElement(text.scalars[offset]) { offset += 1 }
            let added = element(start..<offset)
            elements += added
            let isGap: Bool
            if case .gap? = added.first { isGap = true } else { isGap = false }
            gaps += added.map { _ in isGap ? start..<offset : nil }
            if offset < end, text.scalars[offset] == "(" { checkGlued(offset, end) }
        }
        for case let gap?? in gaps.count > 1 ? [gaps.first, gaps.last] : [gaps.first] {
            error(
                "gap-at-edge",
                "a gap stands between words, not at the \(depth > 0 ? "edge of an alternative" : "edge of a phrase"): "
                    + "leave it out",
                at: gap)
        }
        return elements
    }

    private static func endsElement(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSpace || scalar == "(" || scalar == ")" || scalar == "|"
    }

    private func regexEnd(from start: Int, _ end: Int) -> Int? {
        var index = start + 1
        var isInClass = false
        while index < end {
            switch text.scalars[index] {
            case "\\": index += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "/" where !isInClass: return index
            default: break
            }
            index += 1
        }
        return nil
    }

    private mutating func checkGlued(_ offset: Int, _ end: Int) {
        guard offset < end else { return }
        let scalar = text.scalars[offset]
        guard scalar == "(" || !Self.endsElement(scalar) else { return }
        error(
            "glued-bracket",
            "brackets hold whole words: put a space here, or write the words out as (going|gone), not go(ing|ne)",
            at: offset..<(offset + 1))
    }

    /// `(a|b c|d*)`.
    private mutating func alternatives(_ offset: inout Int, _ end: Int, depth: Int) -> PhraseElement {
        let opening = offset
        guard depth < Self.maximalDepth else {
            error("too-deep", "alternatives are nested too deeply to be read: split the phrase", at: offset..<end)
            offset = end
            return .alternatives([])
        }
        var all: [[PhraseElement]] = []
        repeat {
            offset += 1
            let start = offset
            let faultCount = faults.count
            let elements = sequence(&offset, end, depth: depth + 1)
            if elements.isEmpty, faults.count == faultCount {
                error(
                    "empty-alternative", "an alternative is empty: write a word, or leave the bar out",
                    at: max(opening, start - 1)..<max(start, offset))
            }
            all.append(elements)
        } while offset < end && text.scalars[offset] == "|"
        guard offset < end else {
            error(
                "unclosed-bracket", "this bracket is never closed: put ')' behind the alternatives",
                at: opening..<(opening + 1))
            return .alternatives(all)
        }
        offset += 1
        return .alternatives(all)
    }

    /// The elements that one written element of a phrase stands for: more than one where it holds several tokens.
    private mutating func element(_ range: Range<Int>) -> [PhraseElement] {
        let scalars = text.scalars[range]
        let inner = (range.lowerBound + 1)..<range.upperBound
        switch scalars.first {
        case "~" where !inner.isEmpty: return tokens(of: inner, as: .stem).map { .term($0) }
        case "=" where !inner.isEmpty: return tokens(of: inner, as: .exact).map { .term($0) }
        case "@" where !inner.isEmpty, "c" where text.string(range).hasPrefix("code:"):
            error(
                "reference-in-phrase",
                "'\(text.string(range))' cannot stand inside quotes: join it to the words around it with before/1 or "
                    + "near/1",
                at: range)
            return []
        default: break
        }
        if RuleLexer.isGap(scalars) { return gap(scalars, range) }
        if scalars.contains("\u{2026}") || text.string(range).contains("...") {
            error("glued-gap", "a gap stands apart: put a space on both sides of '...'", at: range)
            return []
        }
        return tokens(of: range, as: .plain).map { .term($0) }
    }

    private mutating func gap(_ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>) -> [PhraseElement] {
        if scalars.first == "_" {
            guard scalars.count == 1 else {
                error("glued-gap", "each '_' stands for one token: put a space between them", at: range)
                return []
            }
            return [.gap(minimum: 1, maximum: 1)]
        }
        let number = String(scalars: scalars.drop { !$0.isASCIIDigit })
        guard !number.isEmpty else { return [.gap(minimum: 0, maximum: 3)] }
        guard let maximum = Int(number), (1...RuleLexer.maximalDistance).contains(maximum) else {
            error(
                "bad-distance",
                "a gap holds from 1 to \(RuleLexer.maximalDistance) tokens: write for instance ...5", at: range)
            return []
        }
        return [.gap(minimum: 0, maximum: maximum)]
    }
}
