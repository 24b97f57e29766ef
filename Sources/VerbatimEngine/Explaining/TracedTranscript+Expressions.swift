import VerbatimModel

/// Trees of what matched and what did not.
extension TracedTranscript {
    // MARK: Why there is a hit

    /// The tree of a part with what made some of its hits.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - selected: the hits that are to be explained; all of them hits of the part.
    ///   - role: what the part is needed for.
    ///   - view: the index of the view that it is searched in.
    ///   - instance: the instance of the scope that the hits lie in.
    /// - Returns: the tree, whose evidence is that of the hits.
    mutating func explain(
        _ part: RulePart, _ selected: Runs, role: ExpressionTrace.Role = .evidence, view: Int, instance: Int32
    ) -> ExpressionTrace {
        var trace = ExpressionTrace(
            content: part.content, role: role, runs: selected.map { run($0, view: view) },
            isMet: role == .exclusion || !selected.isEmpty, children: [], nearness: .met)
        guard role != .exclusion else { return trace }
        guard case .expression(let expression) = part.content else {
            trace.children = usedItems(of: part, selected, role: role, view: view, instance: instance)
            return trace
        }
        switch expression.form {
        case .term(let term):
            trace.finding = references(of: term, selected, view: view)
            trace.children = usedItems(of: part, selected, role: role, view: view, instance: instance)
        case .or:
            for child in part.children {
                let own = hits(of: child, sameAs: selected, view: view, instance: instance)
                if own.isEmpty { continue }
                trace.children.append(explain(child, own, role: role, view: view, instance: instance))
            }
        case .and, .atLeast:
            explainTogether(part, selected, view: view, instance: instance, into: &trace)
        case .andNot:
            trace.children = [
                explain(part.children[0], selected, role: role, view: view, instance: instance),
                explain(part.children[1], [], role: .exclusion, view: view, instance: instance),
            ]
        case .proximity(let order, let distance, negated: false, _, _):
            let pairs = pairs(part, view: view, instance: instance).filter { pair in
                pair.fits(order, distance: distance) && selected.contains { pair.covers($0) }
            }
            for (side, child) in part.children.enumerated() {
                let own = ordered(pairs.map { side == 0 ? $0.left : $0.right })
                trace.children.append(explain(child, own, role: role, view: view, instance: instance))
            }
            trace.finding = .near(pairs.map { traced($0, view: view) }, atMost: distance - 1)
        case .proximity(let order, let distance, negated: true, _, _):
            trace.children = [
                explain(part.children[0], selected, role: role, view: view, instance: instance),
                explain(part.children[1], [], role: .exclusion, view: view, instance: instance),
            ]
            let nearest = pairs(part, view: view, instance: instance)
                .filter { pair in selected.contains { $0.isSameRun(as: pair.left) } && pair.isOrdered(order) }
                .min { $0.steps < $1.steps }
            if let nearest { trace.finding = .farEnough(traced(nearest, view: view), within: distance) }
        case .containment(let negated, _, _):
            let around = negated ? Runs() : runs(of: part.children[1], view: view, instance: instance)
            let outer: Runs = around.filter { outer in
                selected.contains { outer.first <= $0.first && $0.last <= outer.last }
            }
            trace.children = [
                explain(part.children[0], selected, role: role, view: view, instance: instance),
                explain(
                    part.children[1], outer, role: negated ? .exclusion : .condition, view: view, instance: instance),
            ]
        }
        return trace
    }

    /// The parts of an `and` or `at least`: those that made the hits, and those that had to be there too.
    private mutating func explainTogether(
        _ part: RulePart, _ selected: Runs, view: Int, instance: Int32, into trace: inout ExpressionTrace
    ) {
        var met = 0
        for child in part.children {
            let all = runs(of: child, view: view, instance: instance)
            if all.isEmpty { continue }
            met += 1
            let own: Runs = all.filter { run in selected.contains { $0.isSameRun(as: run) } }
            let role = own.isEmpty ? .condition : trace.role
            trace.children.append(
                explain(child, own.isEmpty ? all : own, role: role, view: view, instance: instance))
        }
        if case .expression(let expression) = part.content, case .atLeast(let count, _) = expression.form {
            trace.finding = .count(met, of: count)
        }
    }

    /// The items of a list, or of the lists in a phrase, that the hits of a part were made with.
    private mutating func usedItems(
        of part: RulePart, _ selected: Runs, role: ExpressionTrace.Role, view: Int, instance: Int32
    ) -> [ExpressionTrace] {
        var used: [ExpressionTrace] = []
        for child in part.children {
            let own: Runs
            if part.isPhrase {
                own = runs(of: child, view: view, instance: instance).filter { run in
                    selected.contains { isEvidence(run, of: $0) }
                }
            } else {
                own = hits(of: child, sameAs: selected, view: view, instance: instance)
            }
            if own.isEmpty { continue }
            used.append(explain(child, own, role: role, view: view, instance: instance))
        }
        return used
    }

    private func isEvidence(_ part: Run, of whole: Run) -> Bool {
        let evidence = evaluation.arena.evidence(of: whole)
        return evaluation.arena.evidence(of: part).allSatisfy { evidence.contains($0) }
    }

    private mutating func hits(of part: RulePart, sameAs selected: Runs, view: Int, instance: Int32) -> Runs {
        runs(of: part, view: view, instance: instance).filter { run in
            selected.contains { $0.isSameRun(as: run) }
        }
    }

    /// The codes and rules whose hits a reference stands for.
    private mutating func references(of term: Term, _ selected: Runs, view number: Int) -> TraceFinding? {
        guard case .code(let id) = term, let target = tables.codebook.index(of: id) else { return nil }
        let view = evaluation.view(number, conditions)
        let prefix = tables.codebook.codes[target].id + "."
        var found: [TraceFinding.Reference] = []
        for (number, code) in tables.codebook.codes.enumerated() where number == target || code.id.hasPrefix(prefix) {
            for hit in evaluation.hits[number] {
                let positions = hit.evidence.map { view.position(of: $0, index) }
                let isUsed = selected.contains { $0.first == positions.min() && $0.last == positions.max() }
                let reference = TraceFinding.Reference(code: code.id, rule: code.rules[tables.rules[hit.rule].rule].id)
                if isUsed, !found.contains(reference) { found.append(reference) }
            }
        }
        return .hits(found)
    }

    // MARK: Why there is none

    /// The tree of a part with all its hits in one instance of a scope, and what keeps it from having any.
    mutating func diagnose(
        _ part: RulePart, role: ExpressionTrace.Role = .evidence, view: Int, instance: Int32
    ) -> ExpressionTrace {
        let found = runs(of: part, view: view, instance: instance)
        var trace = ExpressionTrace(
            content: part.content, role: role, runs: found.map { run($0, view: view) }, isMet: !found.isEmpty,
            children: [], nearness: Nearness(found: found.isEmpty ? 0 : 1, all: 1, distance: 0))
        guard case .expression(let expression) = part.content else { return trace }
        if case .term = expression.form {
            if found.isEmpty {
                let elsewhere = elsewhere(part, view: view, instance: instance)
                trace.finding = elsewhere
                if case .missing(_, let away) = elsewhere { trace.nearness.distance = away ?? index.tokenCount }
            } else {
                trace.children = part.children.map { diagnose($0, role: role, view: view, instance: instance) }
                    .filter(\.isMet)
            }
            return trace
        }
        // What must be absent is told by its words, not by its parts.
        if role == .exclusion { return trace }
        for (number, child) in part.children.enumerated() {
            let childRole = number == 1 ? expression.form.roleOfRightSide ?? role : role
            trace.children.append(diagnose(child, role: childRole, view: view, instance: instance))
        }
        weigh(part, expression, view: view, instance: instance, &trace)
        return trace
    }

    /// Says what kept the two sides of an operator apart, and how near the whole came.
    private mutating func weigh(
        _ part: RulePart, _ expression: Expression, view: Int, instance: Int32, _ trace: inout ExpressionTrace
    ) {
        let parts = trace.children.map(\.nearness)
        let sum = parts.dropFirst().reduce(parts.first ?? .met, +)
        switch expression.form {
        case .term:
            return
        case .or:
            trace.nearness = parts.max() ?? .met
        case .and:
            trace.nearness = sum
        case .atLeast(let count, _):
            let nearest = parts.sorted(by: >).prefix(count)
            trace.nearness = nearest.dropFirst().reduce(nearest.first ?? .met, +)
            trace.finding = .count(trace.children.count { $0.isMet }, of: count)
        case .andNot, .proximity(_, _, negated: true, _, _), .containment(negated: true, _, _):
            weighExclusion(part, expression, view: view, instance: instance, &trace)
        case .proximity(let order, let distance, negated: false, _, _):
            trace.nearness = sum
            guard !trace.isMet, trace.children.allSatisfy(\.isMet) else { break }
            let pairs = pairs(part, view: view, instance: instance)
            if let nearest = pairs.filter({ $0.isOrdered(order) && $0.steps > 0 }).min(by: { $0.steps < $1.steps }) {
                trace.finding = .tooFar(traced(nearest, view: view), atMost: distance - 1)
                trace.nearness.distance += nearest.steps - distance
            } else if let nearest = pairs.filter({ $0.steps > 0 }).min(by: { $0.steps < $1.steps }) {
                trace.finding = .wrongOrder(traced(nearest, view: view))
                trace.nearness.distance += nearest.steps
            } else if let pair = pairs.first {
                trace.finding = .overlapping(traced(pair, view: view))
                trace.nearness.distance += 1
            }
        case .containment(negated: false, _, _):
            trace.nearness = sum
            guard !trace.isMet, trace.children.allSatisfy(\.isMet) else { break }
            trace.finding = .notInside
            trace.nearness.distance += 1
        }
        if trace.isMet { trace.nearness = .init(found: trace.nearness.all, all: trace.nearness.all, distance: 0) }
    }

    /// The same for operators whose right side must be absent.
    private mutating func weighExclusion(
        _ part: RulePart, _ expression: Expression, view: Int, instance: Int32, _ trace: inout ExpressionTrace
    ) {
        let left = trace.children[0]
        // Without a left side there is nothing that the right side could keep away.
        let isBlocked = left.isMet && !trace.isMet
        trace.children[1].isMet = !isBlocked
        trace.nearness = left.nearness
        guard isBlocked else { return }
        trace.nearness.all += 1
        let pairs = pairs(part, view: view, instance: instance)
        switch expression.form {
        case .proximity(let order, let distance, _, _, _):
            let nearest = pairs.filter { $0.isOrdered(order) && $0.steps <= distance }
                .min { $0.steps < $1.steps }
            if let nearest { trace.finding = .tooNear(traced(nearest, view: view), within: distance) }
        case .containment:
            let inner = pairs.first { $0.right.first <= $0.left.first && $0.left.last <= $0.right.last }
            if let inner {
                trace.finding = .inside(run(inner.left, view: view), outer: run(inner.right, view: view))
            }
        default:
            trace.finding = trace.children[1].runs.first.map { .unwanted($0) }
        }
    }

    /// Where the nearest hit of a part stands that lies outside an instance.
    private mutating func elsewhere(_ part: RulePart, view number: Int, instance: Int32) -> TraceFinding {
        let view = evaluation.view(number, conditions)
        let inside = index.turns.indices.isEmpty ? [] : places(of: instance, in: view.scope)
        guard let first = inside.first, let last = inside.last else {
            return .missing(elsewhere: nil, tokensAway: nil)
        }
        var nearest: (run: Run, away: Int)?
        for run in allRuns(of: part, view: number) {
            let (start, end) = (Int(view.place(at: run.first)), Int(view.place(at: run.last)))
            let away = max(start - last, first - end)
            if away < nearest?.away ?? .max { nearest = (run, away) }
        }
        guard let nearest else { return .missing(elsewhere: nil, tokensAway: nil) }
        return .missing(elsewhere: run(nearest.run, view: number), tokensAway: max(1, nearest.away))
    }

    /// The places of the tokens of an instance of a scope, in order.
    func places(of instance: Int32, in scope: Scope) -> [Int] {
        (0..<index.tokenCount).filter { index.instance(ofToken: $0, in: scope) == instance }
    }

    // MARK: Pairs

    /// A hit of the left and one of the right side of an operator.
    struct Pair {
        var left: Run
        var right: Run

        /// How many positions lie from the end of the one to the beginning of the other; 0 where they overlap.
        var steps: Int { max(0, Int(max(right.first - left.last, left.first - right.last))) }

        /// Whether they stand in the given order, or overlap.
        func isOrdered(_ order: ProximityOrder) -> Bool {
            switch order {
            case .near: true
            case .before: right.first > left.last
            case .after: left.first > right.last
            }
        }

        func fits(_ order: ProximityOrder, distance: Int) -> Bool {
            isOrdered(order) && (1...max(1, distance)).contains(steps)
        }

        /// Whether a run is the one that covers both.
        func covers(_ run: Run) -> Bool {
            min(left.first, right.first) == run.first && max(left.last, right.last) == run.last
        }
    }

    /// All pairs of the two sides of an operator in one instance.
    private mutating func pairs(_ part: RulePart, view: Int, instance: Int32) -> [Pair] {
        let right = runs(of: part.children[1], view: view, instance: instance)
        return runs(of: part.children[0], view: view, instance: instance).flatMap { left in
            right.map { Pair(left: left, right: $0) }
        }
    }

    private mutating func traced(_ pair: Pair, view: Int) -> TracedPair {
        TracedPair(
            left: run(pair.left, view: view), right: run(pair.right, view: view),
            between: pair.steps == 0 ? nil : pair.steps - 1)
    }

    private func ordered(_ runs: [Run]) -> Runs {
        var kept = Runs()
        for run in runs.sorted(by: Run.precedes) where kept.last.map({ $0.isSameRun(as: run) }) != true {
            kept.append(run)
        }
        return kept
    }
}

extension RulePart {
    /// Whether its children are the items of lists inside a phrase.
    fileprivate var isPhrase: Bool {
        switch content {
        case .expression(let expression):
            if case .term(.phrase) = expression.form { true } else { false }
        case .item(let item, _):
            if case .phrase = item.term { true } else { false }
        }
    }
}

extension Expression.Form {
    /// What the right side of an operator is needed for, where that is not what the whole is.
    fileprivate var roleOfRightSide: ExpressionTrace.Role? {
        switch self {
        case .andNot, .proximity(_, _, negated: true, _, _), .containment(negated: true, _, _): .exclusion
        case .containment(negated: false, _, _): .condition
        case .term, .or, .and, .atLeast, .proximity: nil
        }
    }
}

extension Nearness {
    /// Of what is met.
    fileprivate static var met: Nearness { Nearness(found: 1, all: 1, distance: 0) }
}
