import VerbatimModel

extension RuleCompiler {
    /// Adds the node of a phrase; `nil` if it has a fault.
    mutating func phrase(_ elements: [PhraseElement], language: Int16, at source: SourceRange) -> Int32? {
        let faults = diagnostics.count
        var program = PhraseProgram()
        let whole = sequence(elements, into: &program, language: language, at: source)
        guard diagnostics.count == faults else { return nil }
        if program.hasGapAtEdge(whole) {
            report(
                "gap-at-edge", "a phrase begins and ends with a word; take the `_` or `...` at its edge out",
                at: source)
            return nil
        }
        program.finish(whole)
        return add(.phrase, value: number(of: program))
    }

    private mutating func sequence(
        _ elements: [PhraseElement], into program: inout PhraseProgram, language: Int16, at source: SourceRange
    ) -> PhraseFragment {
        var whole = PhraseFragment.empty
        for element in elements {
            let part = fragment(element, into: &program, language: language, at: source)
            whole = program.sequence(whole, part)
        }
        return whole
    }

    private mutating func fragment(
        _ element: PhraseElement, into program: inout PhraseProgram, language: Int16, at source: SourceRange
    ) -> PhraseFragment {
        switch element {
        case .gap(let minimum, let maximum):
            return program.gap(minimum: minimum, maximum: maximum)
        case .alternatives(let choices):
            var parts: [PhraseFragment] = []
            for choice in choices {
                parts.append(sequence(choice, into: &program, language: language, at: source))
            }
            return PhraseProgram.alternatives(parts)
        case .term(.phrase(let elements)):
            return sequence(elements, into: &program, language: language, at: source)
        case .term(.list(let name)):
            var parts: [PhraseFragment] = []
            for (item, language) in items(ofList: name, language: language, at: source) {
                openLists.append(name)
                parts.append(fragment(.term(item.term), into: &program, language: language, at: item.source))
                openLists.removeLast()
            }
            return PhraseProgram.alternatives(parts)
        case .term(.code(let id)):
            report(
                "code-in-phrase", "`code:\(id)` cannot stand in a phrase; write it beside the phrase with `near/N`",
                at: source)
            return .empty
        case .term(let term):
            let sequences = sequences(of: term, language: language, at: source)
            let single = sequences.filter { $0.count == 1 }.flatMap { $0 }
            var parts: [PhraseFragment] = single.isEmpty ? [] : [program.add(leaf(of: single))]
            for items in sequences where items.count > 1 {
                var part = PhraseFragment.empty
                for item in items { part = program.sequence(part, program.add(leaf(of: [item]))) }
                parts.append(part)
            }
            return PhraseProgram.alternatives(parts)
        }
    }
}
