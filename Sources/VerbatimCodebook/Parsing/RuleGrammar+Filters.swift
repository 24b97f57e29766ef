import VerbatimModel

/// Conditions on attributes, and whose words are searched. Tokens are read in ``RuleLexer/Mode/filter``.
extension RuleGrammar {
    /// Comparisons joined by `and` or `or`, with brackets where both meet; `nil` where faulty, which is reported.
    mutating func filter() -> Filter? {
        var parts: [Filter] = []
        var joint: RuleToken.Keyword?
        var isComplete = true
        while true {
            if let part = condition() { parts.append(part) } else { isComplete = false }
            guard case .keyword(let keyword) = token.kind, keyword == .and || keyword == .or else { break }
            if let joint, joint != keyword, isComplete {
                error(
                    "mixed-and-or",
                    "'and' and 'or' meet here: put brackets around the part that belongs together, as in "
                        + "(A or B) and C")
                isComplete = false
            }
            joint = joint ?? keyword
            advance()
        }
        guard isComplete, let first = parts.first else { return nil }
        guard parts.count > 1 else { return first }
        return joint == .or ? .or(parts) : .and(parts)
    }

    /// One comparison, or a bracketed condition.
    private mutating func condition() -> Filter? {
        if token.kind == .open {
            let opening = token.range
            guard depth < Self.maximalDepth else {
                error("too-deep", "this condition is nested too deeply to be read: split it into several rules")
                skipToComma()
                return nil
            }
            depth += 1
            advance()
            let inner = filter()
            close(opening)
            depth -= 1
            return inner
        }
        guard let name = value() else {
            error(
                "missing-condition",
                "a condition is missing here: write a name, a comparison and a value, as in country = Iraq")
            skipCondition()
            return nil
        }
        let comparison: Filter.Comparison
        switch token.kind {
        case .comparison(let written): comparison = written
        case .keyword(.in): comparison = .isIn
        default:
            error(
                "missing-comparison",
                "a comparison must stand behind '\(name)': = != < <= > >= or 'in (a, b)'; quote a name of several words"
            )
            skipCondition()
            return nil
        }
        advance()
        if comparison == .isIn { return values().map { .comparison(name: name, .isIn, values: $0) } }
        guard let value = value() else {
            error("missing-value", "a value must stand here: a word, a number, or any text in quotes")
            skipCondition()
            return nil
        }
        if isValue {
            error("unquoted-value", "a value of several words must stand in quotes: write \"\(value) ...\"")
            skipCondition()
            return nil
        }
        return .comparison(name: name, comparison, values: [value])
    }

    /// `(a, b)` behind `in`.
    private mutating func values() -> [String]? {
        guard token.kind == .open else {
            error("missing-bracket", "the values behind 'in' must stand in brackets: write in (a, b)")
            skipCondition()
            return nil
        }
        let opening = token.range
        var values: [String] = []
        repeat {
            advance()
            guard let value = value() else {
                error("missing-value", "a value must stand here: a word, a number, or any text in quotes")
                skipPastClosing()
                return nil
            }
            if isValue {
                error("unquoted-value", "a value of several words must stand in quotes: write \"\(value) ...\"")
                skipPastClosing()
                return nil
            }
            values.append(value)
        } while token.kind == .comma
        close(opening)
        return values
    }

    private var isValue: Bool {
        switch token.kind {
        case .word, .quoted: true
        default: false
        }
    }

    /// The word or quoted text at the present token; `nil` where it is neither, and then it is not passed over.
    private mutating func value() -> String? {
        switch token.kind {
        case .word:
            defer { advance() }
            return tokenText
        case .quoted(let range):
            defer { advance() }
            return QuotedText.unescaped(text, range).string
        default: return nil
        }
    }

    /// Goes on to what may stand behind a condition.
    private mutating func skipCondition() {
        skip(to: [.comma, .close, .keyword(.and), .keyword(.or)])
    }

    // MARK: Speakers

    /// `any`, roles joined by `or` or commas, or a condition on respondents.
    mutating func speakers() -> SpeakerFilter? {
        let start = token
        guard token.kind == .word, let first = role(tokenText) else {
            let isAny = token.kind == .word && tokenText.lowercased() == "any"
            if isAny {
                advance()
                return .any
            }
            let name = tokenText
            let isName = token.kind == .word
            let faultCount = faults.count
            guard let filter = filter() else {
                let names = SpeakerRole.allCases.map(\.rawValue) + ["any"]
                if isName, let near = NearNames.nearest(to: name, in: names), faults.count == faultCount + 1 {
                    faults.removeLast()
                    error(
                        "unknown-role", "'\(name)' is no role: \(names.joined(separator: ", "))", at: start.range,
                        suggestion: near)
                }
                return nil
            }
            return .respondents(filter)
        }
        var roles = first
        advance()
        while token.kind == .keyword(.or) || token.kind == .comma || token.kind == .keyword(.and) {
            // Behind a comma a guard of the rule may stand, which the caller reads.
            let isComma = token.kind == .comma
            var ahead = self
            ahead.advance()
            guard ahead.token.kind == .word, let next = ahead.role(ahead.tokenText) else {
                guard !isComma else { break }
                advance()
                error(
                    "unknown-role",
                    "a role must stand here: \(SpeakerRole.allCases.map(\.rawValue).joined(separator: ", "))",
                    suggestion: NearNames.nearest(to: tokenText, in: SpeakerRole.allCases.map(\.rawValue)))
                skipToComma()
                return nil
            }
            self = ahead
            roles += next.filter { !roles.contains($0) }
            advance()
        }
        return .roles(roles)
    }

    /// The roles that a word stands for: who leads a focus group asks too, and an interpreter speaks for a respondent.
    private func role(_ word: String) -> [SpeakerRole]? {
        switch SpeakerRole(rawValue: word.lowercased()) {
        case .interviewer: [.interviewer, .moderator]
        case .respondent: [.respondent, .interpreter]
        case let role?: [role]
        case nil: nil
        }
    }
}
