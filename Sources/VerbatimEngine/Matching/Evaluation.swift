import VerbatimModel

/// Works out expressions on one transcript after another.
struct Evaluation {
    let rules: RuleTables
    let index: TranscriptIndex
    var phrases: PhraseMatcher
    var arena = EvidenceArena()
    /// For each view of ``RuleTables/views`` that was needed.
    private var views: [ScopeView?]
    /// The hits of the codes that were worked out, by code.
    var hits: [[FoundHit]]

    init(_ rules: RuleTables, _ index: TranscriptIndex) {
        self.rules = rules
        self.index = index
        phrases = PhraseMatcher(rules, index)
        views = Array(repeating: nil, count: rules.views.count)
        hits = Array(repeating: [], count: rules.codebook.codes.count)
    }

    /// Forgets what is known of the transcript before.
    mutating func forget() {
        phrases.forget()
        arena.removeAll()
        for view in views.indices { views[view] = nil }
        for code in hits.indices where !hits[code].isEmpty { hits[code] = [] }
    }

    /// The view with the given index.
    mutating func view(_ number: Int, _ conditions: TurnConditions) -> ScopeView {
        if let view = views[number] { return view }
        let key = rules.views[number]
        let view = ScopeView(key.scope, speakers: key.speakers, index: index, conditions: conditions)
        views[number] = view
        return view
    }

    /// The hits of a node in all instances of a scope, in positions of the view.
    mutating func runs(of node: Int32, in view: ScopeView) -> Runs {
        let node = rules.nodes[Int(node)]
        switch node.kind {
        case .nothing:
            return []
        case .leaf:
            return leafRuns(Int(node.value), in: view)
        case .phrase:
            return phraseRuns(Int(node.value), in: view)
        case .code:
            return codeRuns(Int(node.value), in: view)
        case .or:
            var all = Runs()
            for child in children(of: node) { all.append(contentsOf: runs(of: child, in: view)) }
            return RunAlgebra.ordered(all, arena: &arena)
        case .and:
            return together(node, atLeast: node.children.count, in: view)
        case .atLeast:
            return together(node, atLeast: Int(node.value), in: view)
        case .andNot:
            return andNot(node, in: view)
        case .near, .before:
            return pairs(node, in: view)
        case .notNear, .notBefore, .notAfter, .inside, .notInside:
            return restricted(node, in: view)
        }
    }

    private func children(of node: ExpressionNode) -> ArraySlice<Int32> {
        rules.children[Int(node.children.lowerBound)..<Int(node.children.upperBound)]
    }

    private func leafRuns(_ leaf: Int, in view: ScopeView) -> Runs {
        var runs = Runs()
        index.withPlaces(of: leaf) { places in
            runs.reserveCapacity(places.count)
            for place in places {
                let position = view.position(of: place, index)
                if position >= 0 { runs.append(Run(first: position, last: position)) }
            }
        }
        // The answers of a group lie between each other, so places in order may be positions out of order.
        return view.isPlain ? runs : ContiguousArray(runs.sorted(by: Run.precedes))
    }

    private mutating func phraseRuns(_ phrase: Int, in view: ScopeView) -> Runs {
        let found = phrases.runs(of: phrase, arena: &arena)
        var runs = Runs()
        for run in found {
            let first = view.position(of: run.first, index)
            guard first >= 0 else { continue }
            if first == run.first {
                runs.append(run)
            } else {
                // A phrase lies within one sentence, whose tokens stand together in every view.
                let shift = first - run.first
                let last = run.last + shift
                if run.evidenceCount == 0 {
                    runs.append(Run(first: first, last: last))
                } else {
                    let evidence = arena.evidence(of: run).map { $0 + shift }
                    runs.append(arena.run(first: first, last: last, evidence: evidence))
                }
            }
        }
        return view.isPlain ? runs : ContiguousArray(runs.sorted(by: Run.precedes))
    }

    /// The evidence of the hits of codes, where all of it lies within one instance of the scope.
    private mutating func codeRuns(_ reference: Int, in view: ScopeView) -> Runs {
        var runs = Runs()
        for code in rules.references[reference].codes {
            for hit in hits[code] {
                let positions = hit.evidence.map { view.position(of: $0, index) }.sorted()
                guard let first = positions.first, let last = positions.last, first >= 0,
                    view.instance(at: first, index) == view.instance(at: last, index)
                else { continue }
                runs.append(arena.run(first: first, last: last, evidence: positions))
            }
        }
        return RunAlgebra.ordered(runs, arena: &arena)
    }

    /// The hits of all children, in the instances where at least `count` of them have some.
    private mutating func together(_ node: ExpressionNode, atLeast count: Int, in view: ScopeView) -> Runs {
        var parts: [Runs] = []
        var missing = 0
        for child in children(of: node) {
            let runs = runs(of: child, in: view)
            if runs.isEmpty {
                missing += 1
                if node.children.count - missing < count { return [] }
            } else {
                parts.append(runs)
            }
        }
        // Runs are in the order of instances, so each child's instances are met in order.
        var instances: [Int32] = []
        for part in parts {
            var previous: Int32 = -1
            for run in part {
                let instance = view.instance(at: run.first, index)
                if instance != previous { instances.append(instance) }
                previous = instance
            }
        }
        instances.sort()
        var met: Set<Int32> = []
        var start = 0
        while start < instances.count {
            var end = start
            while end < instances.count, instances[end] == instances[start] { end += 1 }
            if end - start >= count { met.insert(instances[start]) }
            start = end
        }
        if met.isEmpty { return [] }
        var all = Runs()
        for part in parts {
            for run in part where met.contains(view.instance(at: run.first, index)) { all.append(run) }
        }
        return RunAlgebra.ordered(all, arena: &arena)
    }

    private mutating func andNot(_ node: ExpressionNode, in view: ScopeView) -> Runs {
        let (left, right) = sides(of: node)
        let wanted = runs(of: left, in: view)
        if wanted.isEmpty { return [] }
        let unwanted = runs(of: right, in: view)
        if unwanted.isEmpty { return wanted }
        let instances = Set(unwanted.map { view.instance(at: $0.first, index) })
        return wanted.filter { !instances.contains(view.instance(at: $0.first, index)) }
    }

    private mutating func pairs(_ node: ExpressionNode, in view: ScopeView) -> Runs {
        let (left, right) = sides(of: node)
        let leftRuns = runs(of: left, in: view)
        if leftRuns.isEmpty { return [] }
        let rightRuns = runs(of: right, in: view)
        if rightRuns.isEmpty { return [] }
        let index = index
        let boundsAt = { (position: Int32) in view.bounds(at: position, index) }
        var all = RunAlgebra.pairs(
            leftRuns, before: rightRuns, distance: node.value, arena: &arena, boundsAt: boundsAt)
        if node.kind == .near {
            all.append(
                contentsOf: RunAlgebra.pairs(
                    rightRuns, before: leftRuns, distance: node.value, arena: &arena, boundsAt: boundsAt))
        }
        return RunAlgebra.minimal(RunAlgebra.ordered(all, arena: &arena))
    }

    private mutating func restricted(_ node: ExpressionNode, in view: ScopeView) -> Runs {
        let (left, right) = sides(of: node)
        let leftRuns = runs(of: left, in: view)
        if leftRuns.isEmpty { return [] }
        let rightRuns = runs(of: right, in: view)
        if rightRuns.isEmpty { return node.kind == .inside ? [] : leftRuns }
        let index = index
        let boundsAt = { (position: Int32) in view.bounds(at: position, index) }
        switch node.kind {
        case .inside:
            return RunAlgebra.contained(leftRuns, in: rightRuns, negated: false)
        case .notInside:
            return RunAlgebra.contained(leftRuns, in: rightRuns, negated: true)
        case .notBefore:
            return RunAlgebra.notFollowed(leftRuns, by: rightRuns, distance: node.value, boundsAt: boundsAt)
        case .notAfter:
            return RunAlgebra.notPreceded(leftRuns, by: rightRuns, distance: node.value, boundsAt: boundsAt)
        default:
            return RunAlgebra.apart(leftRuns, from: rightRuns, distance: node.value, boundsAt: boundsAt)
        }
    }

    private func sides(of node: ExpressionNode) -> (Int32, Int32) {
        let start = Int(node.children.lowerBound)
        return (rules.children[start], rules.children[start + 1])
    }
}
