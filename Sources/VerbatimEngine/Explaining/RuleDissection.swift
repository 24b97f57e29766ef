import VerbatimModel

/// A part of a rule that is worked out, and shown, by itself: an operator, a term, or an item of a list.
struct RulePart: Sendable {
    /// What the part is.
    var content: TraceContent
    /// The number of the probe that gives the hits of this part alone.
    var probe: Int
    /// The sides of an operator, or the items of a list.
    var children: [RulePart]
}

/// A rule, taken apart.
struct DissectedRule: Sendable {
    /// The whole expression.
    var root: RulePart
    /// The whole expression again, searched in everybody's words.
    var everybody: Int
    /// What must have been asked.
    var asked: RulePart?
}

/// Takes rules apart, so that the engine itself can say what each part of them matches.
///
/// The engine merges the terms of an `or`, or of a list, into one set of word types, and so cannot tell afterwards
/// which of them matched. Here every part becomes a rule of its own, a *probe*, of a code that is no one's: what the
/// engine finds for the probe is, by definition, what it finds for the part.
struct RuleDissection {
    /// The id of the code that holds the probes; no codebook can declare it, and no reference can mean it.
    static let probeCode = "\u{0}probes"

    private let codebook: Codebook
    private(set) var probes: [Rule] = []
    private var openLists: [String] = []
    private var scope = Scope.sentence
    private var speakers: SpeakerFilter = .any
    private var language: Language?

    init(_ codebook: Codebook) {
        self.codebook = codebook
    }

    /// The codebook with one more code, which holds the probes.
    var probedCodebook: Codebook {
        var probed = codebook
        let place = SourceRange(path: "", start: SourcePosition(line: 1, column: 1))
        var code = Code(id: Self.probeCode, name: Self.probeCode, source: place)
        code.rules = probes
        probed.codes.append(code)
        return probed
    }

    /// Takes a rule of a code apart.
    mutating func dissect(_ rule: Rule, of code: Code) -> DissectedRule {
        language = rule.language
        scope = rule.scope ?? code.scope ?? .sentence
        speakers = .any
        let everybody = probe(rule.expression)
        speakers = rule.speakers ?? code.speakers ?? .respondents
        let root = part(rule.expression)
        scope = .sentence
        speakers = .roles([.interviewer, .moderator])
        let asked = rule.asked.map { part($0) }
        return DissectedRule(root: root, everybody: everybody, asked: asked)
    }

    private mutating func probe(_ expression: Expression) -> Int {
        probes.append(
            Rule(
                id: "p\(probes.count)", language: language, expression: expression, scope: scope, speakers: speakers,
                text: "", source: expression.source))
        return probes.count - 1
    }

    private mutating func part(_ expression: Expression) -> RulePart {
        let number = probe(expression)
        var children: [RulePart] = []
        switch expression.form {
        case .term(let term):
            children = items(of: term)
        case .or(let parts), .and(let parts), .atLeast(_, let parts):
            for inner in parts { children.append(part(inner)) }
        case .andNot(let left, let right), .containment(_, let left, let right),
            .proximity(_, _, _, let left, let right):
            children.append(part(left))
            children.append(part(right))
        }
        return RulePart(content: .expression(expression), probe: number, children: children)
    }

    // MARK: Lists

    /// The items of the list that a term is, or of the lists in a phrase.
    private mutating func items(of term: Term) -> [RulePart] {
        switch term {
        case .list(let name): items(ofList: name)
        case .phrase(let elements): items(in: elements)
        case .word, .wildcard, .stem, .exact, .regex, .code: []
        }
    }

    private mutating func items(in elements: [PhraseElement]) -> [RulePart] {
        var found: [RulePart] = []
        for element in elements {
            switch element {
            case .gap: continue
            case .term(let term): found += items(of: term)
            case .alternatives(let choices): for choice in choices { found += items(in: choice) }
            }
        }
        return found
    }

    private mutating func items(ofList name: String) -> [RulePart] {
        // A list within itself is a fault that compiling the rules reports.
        guard !openLists.contains(name) else { return [] }
        openLists.append(name)
        defer { openLists.removeLast() }
        let ruleLanguage = language
        defer { language = ruleLanguage }
        var found: [RulePart] = []
        for list in codebook.lists where list.name == name || list.name.hasPrefix(name + ".") {
            for item in list.items {
                if let own = item.language, let ruleLanguage, own != ruleLanguage { continue }
                language = item.language ?? ruleLanguage
                let number = probe(Expression(.term(item.term), source: item.source))
                found.append(
                    RulePart(content: .item(item, list: list.name), probe: number, children: items(of: item.term)))
            }
        }
        return found
    }
}
