import VerbatimModel

extension RuleCompiler {
    /// Adds a probe for every term of the rules that run, and for every item of the lists that they use.
    ///
    /// References to lists and codes are none: a list is known by its items, a code by its own terms.
    mutating func addProbes() {
        var names: [String] = []
        for code in codebook.codes where code.status != .retired && code.isCodable {
            for rule in code.rules {
                let language = languages.number(adding: rule.language)
                for expression in [rule.expression] + (rule.asked.map { [$0] } ?? []) {
                    addProbes(expression, language: language, lists: &names)
                }
            }
        }
        var used: Set<String> = []
        while let name = names.popLast() {
            for list in codebook.lists where list.name == name || list.name.hasPrefix(name + ".") {
                guard used.insert(list.name).inserted else { continue }
                for item in list.items { collectLists(of: item.term, into: &names) }
            }
        }
        for list in codebook.lists where used.contains(list.name) {
            for item in list.items {
                addProbes(item.term, language: languages.number(adding: item.language), at: item.source)
            }
        }
    }

    private mutating func addProbes(_ expression: Expression, language: Int16, lists: inout [String]) {
        switch expression.form {
        case .term(let term):
            collectLists(of: term, into: &lists)
            addProbes(term, language: language, at: expression.source)
        case .or(let parts), .and(let parts), .atLeast(_, let parts):
            for part in parts { addProbes(part, language: language, lists: &lists) }
        case .andNot(let left, let right), .proximity(_, _, _, let left, let right),
            .containment(_, let left, let right):
            addProbes(left, language: language, lists: &lists)
            addProbes(right, language: language, lists: &lists)
        }
    }

    private mutating func addProbes(_ term: Term, language: Int16, at source: SourceRange) {
        switch term {
        case .list, .code:
            return
        case .phrase(let elements):
            var probe = probe(of: term, language: language, at: source)
            probe.isPhrase = true
            let phrase = probes.count
            probes.append(probe)
            for part in terms(in: elements) {
                var probe = self.probe(of: part, language: language, at: source)
                probe.phrase = phrase
                probes.append(probe)
            }
        case .word, .wildcard, .stem, .exact, .regex:
            probes.append(probe(of: term, language: language, at: source))
        }
    }

    private mutating func probe(of term: Term, language: Int16, at source: SourceRange) -> TermProbe {
        let root = lower(Expression(.term(term), source: source), language: language)
        var probe = TermProbe(
            written: WrittenTerm.text(of: term), language: language, root: root, source: source)
        if case .wildcard = term, nodes[Int(root)].kind == .leaf { probe.wildcard = nodes[Int(root)].value }
        return probe
    }

    /// The terms of one token in a phrase, in order.
    private func terms(in elements: [PhraseElement]) -> [Term] {
        elements.flatMap { element -> [Term] in
            switch element {
            case .gap, .term(.list), .term(.code): []
            case .term(.phrase(let inner)): terms(in: inner)
            case .term(let term): [term]
            case .alternatives(let choices): choices.flatMap { terms(in: $0) }
            }
        }
    }

    private func collectLists(of term: Term, into names: inout [String]) {
        switch term {
        case .list(let name): names.append(name)
        case .phrase(let elements): collectLists(of: elements, into: &names)
        default: return
        }
    }

    private func collectLists(of elements: [PhraseElement], into names: inout [String]) {
        for element in elements {
            switch element {
            case .gap: continue
            case .term(let term): collectLists(of: term, into: &names)
            case .alternatives(let choices): for choice in choices { collectLists(of: choice, into: &names) }
            }
        }
    }
}
