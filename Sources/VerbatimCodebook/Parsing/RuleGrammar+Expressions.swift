import VerbatimModel

/// Section 4 of the language: expressions.
extension RuleGrammar {
    private enum Joint: String {
        case and, or
    }

    /// Operands joined by `and`, `and not` and `or`; `nil` where it cannot be read, which is reported.
    mutating func expression() -> Expression? {
        let start = token.range.lowerBound
        var whole = operand()
        var isComplete = whole != nil
        var joint: Joint?
        var isMixed = false
        // What follows a faulty operand is no fault of its own.
        var isUnjoined = whole == nil
        // Whether `whole` was put together here, and so is no bracket of its own.
        var isChain = false
        var negations = 0
        while let next = nextJoint(isUnjoined: &isUnjoined) {
            negations += next.isNegated ? 1 : 0
            guard negations <= Self.maximalDepth else {
                error("too-deep", Self.tooDeep, at: next.range)
                skipToComma()
                return nil
            }
            if let joint, joint != next.joint, !isMixed {
                isMixed = true
                error(
                    "mixed-and-or",
                    "'and' and 'or' meet here: put brackets around the part that belongs together, as in "
                        + "(A or B) and C",
                    at: next.range)
            }
            joint = joint ?? next.joint
            let right = operand()
            isUnjoined = isUnjoined || right == nil
            isComplete = isComplete && !isMixed && !isUnjoined
            guard let left = whole, let right else { continue }
            let source = text.source(start..<previousEnd)
            whole = Self.join(
                left, right, next.joint, isNegated: next.isNegated, isChain: isChain, source: source)
            isChain = true
        }
        if let whole, Self.height(of: whole) > Self.maximalDepth {
            error("too-deep", Self.tooDeep, at: start..<previousEnd)
            return nil
        }
        return isComplete ? whole : nil
    }

    private static let tooDeep = "this expression is nested too deeply to be read: split it into several rules"

    /// The operator between the operand just read and the next one; `nil` at the end of the expression.
    private mutating func nextJoint(
        isUnjoined: inout Bool
    ) -> (joint: Joint, isNegated: Bool, range: Range<Int>)? {
        let range = token.range
        switch token.kind {
        case .keyword(.or):
            checkScopeIsLast()
            advance()
            return (.or, false, range)
        case .bar:
            error("unexpected-bar", "'|' separates alternatives inside quotes: write 'or' here", suggestion: "or")
            isUnjoined = true
            advance()
            return (.or, false, range)
        case .keyword(.and):
            checkScopeIsLast()
            advance()
            return (.and, advance(past: .keyword(.not)), range)
        case .word, .quoted, .stem, .exact, .regex, .list, .code, .open, .keyword(.at):
            if scope != nil {
                checkScopeIsLast()
            } else if !isUnjoined {
                error(
                    "missing-operator",
                    "an operator is missing before '\(tokenText)': join terms with 'or', 'and' or near/5, or put the "
                        + "words of a phrase in quotes")
            }
            isUnjoined = true
            return (.or, false, range)
        case .proximity where scope != nil:
            checkScopeIsLast()
            isUnjoined = true
            advance()
            return (.or, false, range)
        default: return nil
        }
    }

    private mutating func checkScopeIsLast() {
        guard let scope, !hasMisplacedScope else { return }
        hasMisplacedScope = true
        error(
            "misplaced-scope",
            "'in \(scope.value.rawValue)' is the scope of the whole rule: write it behind the whole expression",
            at: scope.range)
    }

    /// `and` and `or` take any number of operands at one level; `and not` always takes two.
    private static func join(
        _ left: Expression, _ right: Expression, _ joint: Joint, isNegated: Bool, isChain: Bool, source: SourceRange
    ) -> Expression {
        switch (joint, left.form) {
        case (.and, _) where isNegated: Expression(.andNot(left, right), source: source)
        case (.and, .and(let operands)) where isChain:
            Expression(.and(operands + [right]), source: source)
        case (.and, _): Expression(.and([left, right]), source: source)
        case (.or, .or(let operands)) where isChain:
            Expression(.or(operands + [right]), source: source)
        case (.or, _): Expression(.or([left, right]), source: source)
        }
    }

    private static func height(of expression: Expression) -> Int {
        switch expression.form {
        case .term: 1
        case .or(let parts), .and(let parts), .atLeast(_, let parts): 1 + (parts.map(height).max() ?? 0)
        case .andNot(let left, let right), .proximity(_, _, _, let left, let right),
            .containment(_, let left, let right):
            1 + max(height(of: left), height(of: right))
        }
    }

    // MARK: Proximity and containment

    /// A term or a bracketed expression, at most one proximity operator with its right side, and any number of
    /// containments.
    private mutating func operand() -> Expression? {
        let start = token.range.lowerBound
        var whole = primary()
        var isComplete = whole != nil
        var hasProximity = false
        var count = 0
        while count < Self.maximalDepth {
            count += 1
            let operatorStart = token.range.lowerBound
            let notRange = token.range
            let isNegated = advance(past: .keyword(.not))
            let form: (Expression, Expression) -> Expression.Form
            switch token.kind {
            case .proximity(let order, let distance):
                if scope != nil { return isComplete ? whole : nil }
                if hasProximity {
                    error(
                        "mixed-proximity",
                        "two distances or places meet here: put brackets around the part that belongs together, as in "
                            + "(A near/3 B) near/3 C",
                        at: operatorStart..<token.range.upperBound)
                    isComplete = false
                }
                hasProximity = true
                if distance == nil { isComplete = false }
                form = { .proximity(order, distance: distance ?? 1, negated: isNegated, $0, $1) }
                advance()
            case .keyword(.in):
                advance()
                if readScope(from: operatorStart, isNegated: isNegated) { continue }
                // Containment stands behind a proximity expression; a distance behind containment would be unclear.
                hasProximity = true
                form = { .containment(negated: isNegated, $0, $1) }
            default:
                guard isNegated else { return isComplete ? whole : nil }
                error(
                    "bare-not",
                    "'not' stands alone here: write 'and not', 'not in', or a distance such as 'not near/5'",
                    at: notRange, suggestion: "and not")
                isComplete = false
                _ = primary()
                continue
            }
            let right = primary()
            isComplete = isComplete && right != nil
            if let left = whole, let right {
                whole = Expression(form(left, right), source: text.source(start..<previousEnd))
            }
        }
        error("too-deep", Self.tooDeep, at: start..<previousEnd)
        skipToComma()
        return nil
    }

    /// Reads a scope's name behind `in`, where there is one; elsewhere `in` is containment.
    private mutating func readScope(from start: Int, isNegated: Bool) -> Bool {
        let name = tokenText
        guard token.kind == .word, name == name.lowercased() || name == name.uppercased(),
            let value = Scope(rawValue: name.lowercased())
        else { return false }
        let range = start..<token.range.upperBound
        if isNegated {
            error(
                "negated-scope",
                "'in \(value.rawValue)' gives the rule's scope and cannot be negated: to search for the word, quote it",
                at: range)
        } else if depth > 0 {
            error(
                "misplaced-scope",
                "a scope belongs to the whole rule: write 'in \(value.rawValue)' behind all brackets",
                at: range)
        } else if scope != nil {
            error("duplicate-clause", "the rule's scope is given twice: keep one of them", at: range)
        } else {
            scope = (value, range)
        }
        advance()
        return true
    }

    // MARK: Terms and brackets

    private mutating func primary() -> Expression? {
        let start = token.range.lowerBound
        switch token.kind {
        case .word, .quoted, .stem, .exact, .regex, .list, .code:
            return readTerm().map { Expression(.term($0), source: text.source(start..<previousEnd)) }
        case .open: return bracketed()
        case .keyword(.at): return atLeast()
        case .keyword(.not):
            error(
                "bare-not",
                "an expression cannot begin with 'not', since a rule cannot match everything: write 'A and not B'")
            advance()
            _ = primary()
            return nil
        case .keyword(let keyword):
            reportReserved()
            // `or or b`: the operator is read by the caller; a clause's word is taken for the word it was meant to be.
            if keyword != .and, keyword != .or, keyword != .in { advance() }
            return nil
        case .proximity:
            reportReserved()
            return nil
        case .end, .comma, .close, .bar:
            error(
                "missing-term",
                "a term is missing here: write a word, a phrase in quotes, @list or a bracketed expression")
            return nil
        case .comparison, .bad:
            advance()
            return nil
        }
    }

    private mutating func reportReserved() {
        let word = tokenText.prefix { $0 != "/" }
        error(
            "reserved-word",
            "'\(tokenText)' stands where a term must stand: if you search for the word itself, write \"\(word)\" in "
                + "quotes, since it is reserved")
    }

    private mutating func bracketed() -> Expression? {
        let opening = token.range
        guard depth < Self.maximalDepth else {
            error("too-deep", Self.tooDeep)
            skipToComma()
            return nil
        }
        depth += 1
        advance()
        let inner = expression()
        close(opening)
        depth -= 1
        return inner.map { Expression($0.form, source: text.source(opening.lowerBound..<previousEnd)) }
    }

    /// `at least K of (A, B, ...)`.
    private mutating func atLeast() -> Expression? {
        let start = token.range.lowerBound
        advance()
        guard advance(past: .keyword(.least)), token.kind == .word, let count = Int(tokenText) else {
            error(
                "bad-at-least",
                "this is not complete: write for instance 'at least 2 of (A, B, C)', or quote \"at\" to search for it",
                at: start..<max(previousEnd, start + 1))
            skip(to: [.comma, .close, .keyword(.and), .keyword(.or)])
            return nil
        }
        let countRange = token.range
        advance()
        let hasOf = advance(past: .keyword(.of))
        guard hasOf, token.kind == .open, depth < Self.maximalDepth else {
            error(
                "bad-at-least", "the expressions to count must stand in brackets: 'at least \(count) of (A, B, C)'",
                at: start..<previousEnd)
            skip(to: [.comma, .close, .keyword(.and), .keyword(.or)])
            return nil
        }
        let opening = token.range
        depth += 1
        var parts: [Expression] = []
        var isComplete = true
        var total = 0
        repeat {
            advance()
            total += 1
            if let part = expression() { parts.append(part) } else { isComplete = false }
        } while token.kind == .comma
        close(opening)
        depth -= 1
        if count < 1 || count > total {
            error(
                "bad-at-least", "the number must lie between 1 and \(total), the number of expressions in the brackets",
                at: countRange)
            return nil
        }
        return isComplete
            ? Expression(.atLeast(count: count, parts), source: text.source(start..<previousEnd)) : nil
    }
}
