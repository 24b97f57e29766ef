import VerbatimCodebook
import VerbatimEngine
import VerbatimExport
import VerbatimModel

/// The tree of a rule's expression, as people and as programs read it.
struct ExpressionOutline {
    /// The scope of the rule, by which what is missing is told.
    let scope: Scope
    /// The turn that is looked at; `nil` in an explanation of a coding.
    var turn: Int?
    /// How many parts of an unmet `or` are shown; the nearest.
    private static let shownParts = 3

    init(scope: Scope, turn: Int? = nil) {
        self.scope = scope
        self.turn = turn
    }

    /// The tree.
    func outline(of trace: ExpressionTrace) -> Outline {
        var outline = Outline(kind(of: trace), text(of: trace), state: trace.isMet ? .met : .unmet)
        if trace.role != .exclusion { outline.notes = trace.finding.map { notes(on: $0, of: trace) } ?? [] }
        outline.data = data(of: trace)
        var children = trace.children
        if case .expression(let expression) = trace.content, case .or = expression.form {
            let nearest =
                trace.isMet
                ? children.filter(\.isMet)
                : Array(children.sorted { $1.nearness < $0.nearness }.prefix(Self.shownParts))
            if !trace.isMet, nearest.count < children.count {
                let more = TraceWords.counted(children.count - nearest.count, "other part")
                outline.notes.append("and \(more) that came no nearer")
            }
            children = nearest
        }
        outline.children = children.map(self.outline)
        return outline
    }

    // MARK: Lines

    private func kind(of trace: ExpressionTrace) -> String {
        switch trace.content {
        case .item: "item"
        case .expression(let expression):
            switch expression.form {
            case .term(.list): "list"
            case .term(.code): "code"
            case .term(.phrase): "phrase"
            case .term: "term"
            case .or: "or"
            case .and: "and"
            case .andNot: "and-not"
            case .proximity(let order, _, let negated, _, _): negated ? "not-\(order.rawValue)" : order.rawValue
            case .containment(let negated, _, _): negated ? "not-in" : "in"
            case .atLeast: "at-least"
            }
        }
    }

    /// The name of a node, as a codebook writes it.
    func name(of trace: ExpressionTrace) -> String {
        switch trace.content {
        case .item(let item, let list):
            let language = item.language.map { "\($0.code): " } ?? ""
            return "item of @\(list): \(language)\(TermText.item(item.term))"
        case .expression(let expression): return name(of: expression)
        }
    }

    private func name(of expression: Expression) -> String {
        switch expression.form {
        case .term(let term): TermText.item(term)
        case .or: "or"
        case .and: "and"
        case .andNot: "and not"
        case .proximity(let order, let distance, let negated, _, _):
            "\(negated ? "not " : "")\(order.rawValue)/\(distance)"
        case .containment(let negated, _, _): negated ? "not in" : "in"
        case .atLeast(let count, _): "at least \(count) of"
        }
    }

    private func text(of trace: ExpressionTrace) -> String {
        // What must be absent is not taken apart, so it is written out.
        let name = trace.role == .exclusion ? written(trace) : name(of: trace)
        let words = trace.isTerm && !trace.runs.isEmpty ? " → \(TraceWords.placed(trace.runs))" : ""
        switch trace.role {
        case .evidence: return name + words
        case .condition: return "\(name)\(words) (needed, no evidence)"
        case .exclusion:
            return trace.isMet ? "\(name) (must not be there)" : "\(name)\(words) (must not be there, and is)"
        }
    }

    private func written(_ trace: ExpressionTrace) -> String {
        guard case .expression(let expression) = trace.content else { return name(of: trace) }
        return written(expression)
    }

    private func written(_ expression: Expression) -> String {
        func part(_ inner: Expression) -> String {
            if case .term = inner.form { written(inner) } else { "(\(written(inner)))" }
        }
        switch expression.form {
        case .term(let term): return TermText.item(term)
        case .or(let parts), .and(let parts): return parts.map(part).joined(separator: " \(name(of: expression)) ")
        case .atLeast(_, let parts):
            return "\(name(of: expression)) (\(parts.map(written).joined(separator: ", ")))"
        case .andNot(let left, let right), .proximity(_, _, _, let left, let right),
            .containment(_, let left, let right):
            return "\(part(left)) \(name(of: expression)) \(part(right))"
        }
    }

    private func data(of trace: ExpressionTrace) -> [String: JSONValue] {
        var data: [String: JSONValue] = ["runs": TraceWords.json(trace.runs)]
        data["role"] =
            switch trace.role {
            case .evidence: .string("evidence")
            case .condition: .string("condition")
            case .exclusion: .string("exclusion")
            }
        switch trace.content {
        case .item(let item, let list):
            data["list"] = .string(list)
            data["language"] = .string(item.language?.code)
            data["path"] = .string(item.source.path)
            data["line"] = .integer(item.source.start.line)
        case .expression(let expression):
            data["path"] = .string(expression.source.path)
            data["line"] = .integer(expression.source.start.line)
            data["column"] = .integer(expression.source.start.column)
        }
        if case .near(let pairs, let atMost)? = trace.finding {
            data["between"] = .array(pairs.map { $0.between.map { .integer($0) } ?? .null })
            data["at_most"] = .integer(atMost)
        }
        if case .tooFar(let pair, let atMost)? = trace.finding {
            data["between"] = .array([pair.between.map { .integer($0) } ?? .null])
            data["at_most"] = .integer(atMost)
        }
        return data
    }

    // MARK: Remarks

    private func notes(on finding: TraceFinding, of trace: ExpressionTrace) -> [String] {
        switch finding {
        case .near(let pairs, let atMost):
            return pairs.prefix(4).map { pair in
                "\(sides(pair)): \(TraceWords.counted(pair.between ?? 0, "token")) between, at most \(atMost)"
            }
        case .tooFar(let pair, let atMost):
            return ["\(sides(pair)) stand \(apart(pair)) apart, at most \(TraceWords.counted(atMost + 1, "token"))"]
        case .wrongOrder(let pair):
            return ["\(sides(pair)) stand in the other order"]
        case .overlapping(let pair):
            return ["\(sides(pair)) overlap, and only words beside each other count"]
        case .tooNear(let pair, let within):
            let place = pair.between == nil ? "overlaps it" : "stands \(apart(pair)) from it"
            return [
                "\(TraceWords.quoted(pair.right)) \(place); within \(within) it keeps "
                    + "\(TraceWords.quoted(pair.left)) from being a hit"
            ]
        case .farEnough(let pair, let within):
            return pair.between == nil
                ? []
                : [
                    "the nearest, \(TraceWords.placed(pair.right)), stands \(apart(pair)) away; it counts within \(within)"
                ]
        case .unwanted(let run):
            return ["\(TraceWords.placed(run)) is in the \(scope.rawValue) and keeps it from being a hit"]
        case .inside(let run, let outer):
            return ["\(TraceWords.quoted(run)) lies inside \(TraceWords.placed(outer))"]
        case .notInside:
            return ["no hit of the left side lies inside one of the right side"]
        case .count(let count, let needed):
            return ["\(count) of \(trace.isMet ? "at least" : "the needed") \(needed) found"]
        case .missing(let elsewhere, let away):
            return [missing(elsewhere, away)]
        case .hits(let references):
            return references.map { "a hit of rule \($0.rule) of \($0.code)" }
        }
    }

    private func missing(_ elsewhere: TracedRun?, _ away: Int?) -> String {
        let text = "none in the \(scope.rawValue)"
        guard let elsewhere, let word = elsewhere.words.first else {
            return scope == .transcript ? text : "none in all words that are searched"
        }
        let place = word.turn == turn ? "the same turn" : "turn \(word.turn)"
        let distance = away.map { ", \(TraceWords.counted($0, "token")) away" } ?? ""
        return "\(text); \(place) has \(TraceWords.placed(elsewhere))\(distance)"
    }

    private func sides(_ pair: TracedPair) -> String {
        "\(TraceWords.quoted(pair.left)) and \(TraceWords.quoted(pair.right))"
    }

    private func apart(_ pair: TracedPair) -> String { TraceWords.counted((pair.between ?? -1) + 1, "token") }

    // MARK: In one line

    /// Where an unmet expression fails, each in one line.
    func failures(of trace: ExpressionTrace) -> [String] {
        trace.failures.map { failure in
            let notes = failure.finding.map { self.notes(on: $0, of: failure) } ?? []
            if notes.isEmpty, let nearest = failure.children.max(by: { $0.nearness < $1.nearness }) {
                let count = TraceWords.counted(failure.children.count, "alternative")
                let reasons = failures(of: nearest).joined(separator: "; ")
                return "none of \(count) is there; nearest is \(reasons)"
            }
            return "\(name(of: failure)): " + (notes.isEmpty ? "not met" : notes.joined(separator: "; "))
        }
    }
}

extension ExpressionTrace {
    /// Whether the node is a term or an item of a list, whose words are shown.
    fileprivate var isTerm: Bool {
        switch content {
        case .item: true
        case .expression(let expression):
            if case .term = expression.form { true } else { role == .exclusion }
        }
    }
}
