import VerbatimCodebook
import VerbatimEngine
import VerbatimModel

/// A code whose rules ask for less: what they find beside the code's own codings are near misses.
///
/// Words stand for their stems, phrases and distances for all their words in the scope, "at least n of" for one less;
/// what must not be there, guards, filters, questions, attributes of speakers, thresholds and precedence are left out.
/// What rules miss is likely to sit among what this finds, so a sample that draws from there finds misses with fewer
/// readings.
enum BroadenedCode {
    /// The codebook with the rules of one code broadened, compiled.
    ///
    /// - Parameters:
    ///   - code: the index of the code in the codebook.
    ///   - codebook: the codebook; of its other codes only those that the rules refer to are kept, as they are.
    /// - Returns: the rules; `nil` where no rule of the code can be broadened.
    static func rules(of code: Int, in codebook: Codebook) -> CompiledRules? {
        var needed = codebook
        let referred = CodeReferences.codes(referredToBy: code, in: codebook)
        for index in needed.codes.indices where index != code && !referred.contains(index) {
            needed.codes[index].rules = []
        }
        // A language may have no stemmer; words then stay as they are.
        for usesStems in [true, false] {
            var broadened = needed
            broadened.codes[code].rules = codebook.codes[code].rules.filter { $0.weight > 0 }.map { rule in
                Rule(
                    id: rule.id, language: rule.language,
                    expression: Broadening(usesStems: usesStems).broadened(rule.expression),
                    scope: rule.scope ?? codebook.codes[code].scope, speakers: roles(of: rule.speakers),
                    text: rule.text, source: rule.source)
            }
            guard !broadened.codes[code].rules.isEmpty else { return nil }
            broadened.codes[code].speakers = roles(of: codebook.codes[code].speakers)
            broadened.codes[code].mark = Mark(.match)
            broadened.codes[code].threshold = nil
            broadened.codes[code].exclusive = nil
            do {
                return try CompiledRules(broadened, cues: AssertionPacks.cues())
            } catch {
                // The next form asks for fewer stems; without any form the code has no near misses.
                continue
            }
        }
        return nil
    }

    /// What a codebook says that near misses of a code depend on, and nothing else: where it is equal in two codebooks,
    /// and the code's codings are, the code has the same near misses in the same texts.
    ///
    /// - Parameters:
    ///   - code: the index of the code in the codebook.
    ///   - codebook: the codebook.
    /// - Returns: a codebook of the code and those that its rules refer to, without guidance, examples and places.
    static func basis(of code: Int, in codebook: Codebook) -> Codebook {
        let codes = [code] + CodeReferences.codes(referredToBy: code, in: codebook).subtracting([code]).sorted()
        return Codebook(
            id: "", title: "", languages: codebook.languages, lists: codebook.lists,
            codes: codes.map { index in
                let whole = codebook.codes[index]
                var bare = Code(id: whole.id, name: "", isCodable: whole.isCodable, source: whole.source)
                bare.status = whole.status
                bare.mark = whole.mark
                bare.scope = whole.scope
                bare.speakers = whole.speakers
                bare.exclusive = whole.exclusive
                bare.threshold = whole.threshold
                bare.formerIDs = whole.formerIDs
                bare.rules = whole.rules
                return bare
            }, cues: codebook.cues
        ).withoutPlaces
    }

    private static func roles(of speakers: SpeakerFilter?) -> SpeakerFilter? {
        if case .respondents = speakers { .respondents } else { speakers }
    }
}

/// How an expression is made to ask for less.
private struct Broadening {
    let usesStems: Bool

    func broadened(_ expression: Expression) -> Expression {
        let source = expression.source
        switch expression.form {
        case .term(let term): return broadened(term, source)
        case .or(let parts): return Expression(.or(parts.map(broadened)), source: source)
        case .and(let parts): return Expression(.and(parts.map(broadened)), source: source)
        case .andNot(let left, _): return broadened(left)
        case .proximity(_, _, let isNegated, let left, let right), .containment(let isNegated, let left, let right):
            if isNegated { return broadened(left) }
            return Expression(.and([broadened(left), broadened(right)]), source: source)
        case .atLeast(let count, let parts):
            return Expression(.atLeast(count: max(1, count - 1), parts.map(broadened)), source: source)
        }
    }

    private func broadened(_ term: Term, _ source: SourceRange) -> Expression {
        switch term {
        case .word(let word): Expression(.term(usesStems ? .stem(word) : .word(word)), source: source)
        case .exact(let word): Expression(.term(.word(word)), source: source)
        case .phrase(let elements): all(elements, source) ?? Expression(.term(term), source: source)
        case .wildcard, .stem, .regex, .list, .code: Expression(.term(term), source: source)
        }
    }

    /// All terms of a phrase, wherever they stand; `nil` for a phrase of gaps.
    private func all(_ elements: [PhraseElement], _ source: SourceRange) -> Expression? {
        let parts = elements.compactMap { element -> Expression? in
            switch element {
            case .gap: return nil
            case .term(let term): return broadened(term, source)
            case .alternatives(let choices):
                let parts = choices.compactMap { all($0, source) }
                // An empty choice makes the element one that need not be there.
                guard parts.count == choices.count else { return nil }
                return parts.count == 1 ? parts[0] : Expression(.or(parts), source: source)
            }
        }
        guard let first = parts.first else { return nil }
        return parts.count == 1 ? first : Expression(.and(parts), source: source)
    }
}

/// Which codes the rules of a code refer to.
private enum CodeReferences {
    /// The indices of the codes that the rules of a code refer to, themselves or by others.
    static func codes(referredToBy code: Int, in codebook: Codebook) -> Set<Int> {
        var found: Set<Int> = []
        var open = [code]
        while let next = open.popLast() {
            let expressions = codebook.codes[next].rules.flatMap { [$0.expression, $0.asked].compactMap(\.self) }
            for name in Set(expressions.flatMap(names)) {
                // A reference to a theme or a code means those under it too.
                for index in codebook.codes.indices {
                    let id = codebook.codes[index].id
                    let isMeant = id == name || id.hasPrefix(name + ".") || codebook.index(of: name) == index
                    if isMeant, found.insert(index).inserted { open.append(index) }
                }
            }
        }
        return found
    }

    private static func names(in expression: Expression) -> [Code.ID] {
        switch expression.form {
        case .term(.code(let id)): [id]
        case .term: []
        case .or(let parts), .and(let parts), .atLeast(_, let parts): parts.flatMap(names)
        case .andNot(let left, let right), .proximity(_, _, _, let left, let right),
            .containment(_, let left, let right):
            names(in: left) + names(in: right)
        }
    }
}
