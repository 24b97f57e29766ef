import VerbatimModel

/// What stands behind a rule's expression: scope, guards, `asked`, `where`, `speakers`, `weight`.
extension RuleGrammar {
    /// The clauses of a rule, as far as they were read.
    struct Clauses {
        var scope: Scope?
        var speakers: SpeakerFilter?
        var guards: [Guard] = []
        var asked: Expression?
        var filter: Filter?
        var weight: Double?
    }

    private static let clauseNames = ["in", "only", "unless", "asked", "where", "speakers", "weight"]

    /// The whole of a rule: an expression and its clauses.
    mutating func rule() -> (expression: Expression?, clauses: Clauses) {
        var expression: Expression?
        if token.kind == .end || token.kind == .comma {
            error("empty-rule", "the rule searches for nothing: write an expression behind the colon")
        } else {
            expression = self.expression()
        }
        let clauses = clauses()
        return (expression, clauses)
    }

    private mutating func clauses() -> Clauses {
        var clauses = Clauses()
        clauses.scope = scope?.value
        // What `asked` holds is an expression of its own.
        scope = nil
        while true {
            mode = .expression
            let comma = token.range
            let hasComma = advance(past: .comma)
            let range = token.range
            switch token.kind {
            case .end:
                if hasComma { error("trailing-comma", "a guard is missing behind this comma: leave it out", at: comma) }
                return clauses
            case .keyword(.in):
                advance()
                let value = scopeClause()
                check(clauses.scope != nil, "scope", range)
                clauses.scope = clauses.scope ?? value
            case .keyword(.only):
                advance()
                if let kinds = assertions() { clauses.guards.append(.only(kinds)) }
            case .keyword(.unless):
                advance()
                if let kinds = assertions() { clauses.guards.append(.unless(kinds)) }
            case .keyword(.asked):
                advance()
                let value = askedClause(range)
                check(clauses.asked != nil, "question", range)
                clauses.asked = clauses.asked ?? value
            case .keyword(.where):
                mode = .filter
                advance()
                let value = filter()
                check(clauses.filter != nil, "'where'", range)
                clauses.filter = clauses.filter ?? value
                finishClause()
            case .keyword(.weight):
                mode = .filter
                advance()
                let value = weight()
                check(clauses.weight != nil, "weight", range)
                clauses.weight = clauses.weight ?? value
            case .word where hasComma && tokenText.lowercased() == "speakers":
                mode = .filter
                advance()
                let value = speakers()
                check(clauses.speakers != nil, "speakers", range)
                clauses.speakers = clauses.speakers ?? value
                finishClause()
            default: unknownClause(hasComma: hasComma)
            }
        }
    }

    private mutating func check(_ isRepeated: Bool, _ name: String, _ range: Range<Int>) {
        guard isRepeated else { return }
        error("duplicate-clause", "the rule's \(name) is given twice: keep one of them", at: range)
    }

    private mutating func unknownClause(hasComma: Bool) {
        switch token.kind {
        case .bad: break
        case .close:
            error("unmatched-bracket", "this bracket closes nothing: leave it out, or open one before it")
            advance()
            return
        case _ where hasComma:
            error(
                "unknown-clause",
                "behind a comma stands 'in SCOPE', 'only', 'unless', 'asked', 'where', 'speakers' or 'weight', not "
                    + "'\(tokenText)': to search for one of several words, join them with 'or'",
                suggestion: NearNames.nearest(to: tokenText, in: Self.clauseNames))
        default:
            error("unexpected-token", "'\(tokenText)' cannot stand here: quote it to search for it, or leave it out")
        }
        skipToComma()
    }

    /// Reports what stands behind a clause that is complete, and passes over it.
    private mutating func finishClause() {
        switch token.kind {
        case .end, .comma, .keyword(.in), .keyword(.only), .keyword(.unless), .keyword(.asked), .keyword(.where),
            .keyword(.weight):
            return
        case .bad: break
        case .close: error("unmatched-bracket", "this bracket closes nothing: leave it out, or open one before it")
        default:
            error("unexpected-token", "'\(tokenText)' cannot stand here: put a comma before a guard, or leave it out")
        }
        skipToComma()
    }

    private mutating func scopeClause() -> Scope? {
        guard token.kind == .word, let value = Scope(rawValue: tokenText.lowercased()) else {
            let names = Scope.allCases.map(\.rawValue)
            error(
                "unknown-scope", "a scope must stand here: \(names.joined(separator: ", "))",
                suggestion: NearNames.nearest(to: tokenText, in: names))
            skipToComma()
            return nil
        }
        advance()
        return value
    }

    /// `negated|conditional`.
    private mutating func assertions() -> [AssertionKind]? {
        var kinds: [AssertionKind] = []
        repeat {
            guard token.kind == .word, let kind = AssertionKind(rawValue: tokenText.lowercased()) else {
                let names = AssertionKind.allCases.map(\.rawValue)
                error(
                    "unknown-assertion",
                    "an assertion must stand here: \(names.joined(separator: ", ")), several separated by '|'",
                    suggestion: NearNames.nearest(to: tokenText, in: names))
                skipToComma()
                return nil
            }
            if !kinds.contains(kind) { kinds.append(kind) }
            advance()
        } while advance(past: .bar)
        return kinds
    }

    /// `(EXPR)` behind `asked`.
    private mutating func askedClause(_ start: Range<Int>) -> Expression? {
        guard token.kind == .open else {
            error(
                "missing-bracket", "what was asked must stand in brackets: write for instance asked (plan* or future)",
                at: start)
            skipToComma()
            return nil
        }
        let opening = token.range
        depth += 1
        advance()
        let expression = expression()
        close(opening)
        depth -= 1
        return expression
    }

    private mutating func weight() -> Double? {
        guard let number = Number.parse(tokenText) else {
            error("bad-number", "a number must stand behind 'weight': write for instance weight 0.5 or weight -1")
            skipToComma()
            return nil
        }
        mode = .expression
        advance()
        return number
    }
}
