import VerbatimModel
import VerbatimText

/// Turns a codebook into the tables that it runs from, and gathers all its faults on the way.
struct RuleCompiler {
    let codebook: Codebook
    let segmenter = Segmenter()
    var languages: LanguageTable
    var diagnostics: [Diagnostic] = []
    /// The stemmers and regular expressions that were needed so far.
    var stemmers: [Language: Stemmer] = [:]
    var regexes: [String: RegexPattern] = [:]

    var atoms: [Atom] = []
    var atomNumbers: [Atom: Int32] = [:]
    var leaves: [Leaf] = []
    var leafNumbers: [Leaf: Int32] = [:]
    var phrases: [PhraseProgram] = []
    var phraseNumbers: [PhraseProgram: Int32] = [:]
    var references: [CodeReference] = []
    var nodes: [ExpressionNode] = []
    var children: [Int32] = []

    var rules: [CompiledRule] = []
    var codeRules: [Range<Int>] = []
    var codeOrder: [Int] = []
    var thresholdScopes: [Scope] = []
    var speakerFilters: [SpeakerFilter] = []
    var filters: [Filter] = []
    var views: [ScopeViewKey] = []
    /// The terms by themselves, by which a corpus is asked what it holds of them.
    var probes: [TermProbe] = []

    /// The code whose rules are being compiled, and where each code that it refers to was named first.
    var currentCode = 0
    var dependencies: [[Dependency]] = []
    /// The names of the lists that are being looked up, to find cycles.
    var openLists: [String] = []

    /// One code that another needs, and where that is written.
    struct Dependency {
        var code: Int
        var source: SourceRange
    }

    init(_ codebook: Codebook) {
        self.codebook = codebook
        languages = LanguageTable(declared: codebook.languages)
    }

    mutating func compile(cues: [Cue]) throws(DiagnosticsError) -> RuleTables {
        nameLanguages(cues)
        for (index, code) in codebook.codes.enumerated() {
            currentCode = index
            dependencies.append([])
            let start = rules.count
            var widest = code.scope ?? .sentence
            if code.status != .retired, code.isCodable {
                for (ruleIndex, rule) in code.rules.enumerated() {
                    compile(rule, at: ruleIndex, of: code)
                    let scope = rule.scope ?? code.scope ?? .sentence
                    if scope.isWider(than: widest) { widest = scope }
                }
            }
            codeRules.append(start..<rules.count)
            thresholdScopes.append(widest)
        }
        orderCodes()
        addProbes()
        let compiledCues = compileCues(cues + codebook.cues)
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw DiagnosticsError(errors) }
        return RuleTables(self, cues: compiledCues)
    }

    /// Numbers all languages that are named anywhere, before a rule without a language is compiled for each of them.
    private mutating func nameLanguages(_ cues: [Cue]) {
        if codebook.languages.isEmpty { _ = languages.number(adding: Self.usualLanguage) }
        let rules = codebook.codes.lazy.flatMap(\.rules).map(\.language)
        let items = codebook.lists.lazy.flatMap(\.items).map(\.language)
        for language in rules { _ = languages.number(adding: language) }
        for language in items { _ = languages.number(adding: language) }
        for cue in cues + codebook.cues { _ = languages.number(adding: cue.language) }
    }

    private mutating func compile(_ rule: Rule, at index: Int, of code: Code) {
        let language = languages.number(adding: rule.language)
        let nodeStart = nodes.count
        let root = lower(rule.expression, language: language)
        var asked: Int32?
        var askedView = 0
        if let question = rule.asked {
            asked = lower(question, language: language)
            let asking = number(of: .roles([.interviewer, .moderator]))
            askedView = number(of: ScopeViewKey(scope: .sentence, speakers: asking))
        }
        var filter: Int?
        if let condition = rule.filter {
            filter = filters.firstIndex(of: condition) ?? filters.count
            if filter == filters.count { filters.append(condition) }
        }
        let speakers = number(of: rule.speakers ?? code.speakers ?? .respondents)
        let scope = rule.scope ?? code.scope ?? .sentence
        rules.append(
            CompiledRule(
                code: currentCode, rule: index, root: root,
                view: number(of: ScopeViewKey(scope: scope, speakers: speakers)), guards: rule.guards, asked: asked,
                askedView: askedView, filter: filter, weight: rule.weight,
                refersToCodes: nodes[nodeStart...].contains { $0.kind == .code }))
    }

    private mutating func number(of filter: SpeakerFilter) -> Int {
        if let index = speakerFilters.firstIndex(of: filter) { return index }
        speakerFilters.append(filter)
        return speakerFilters.count - 1
    }

    private mutating func number(of view: ScopeViewKey) -> Int {
        if let index = views.firstIndex(of: view) { return index }
        views.append(view)
        return views.count - 1
    }

    /// Records a fault at a place of the codebook, once.
    mutating func report(_ identifier: String, _ message: String, at source: SourceRange, suggestion: String? = nil) {
        let fault = Diagnostic(
            .error, identifier, message, path: source.path, position: source.start, length: source.length,
            suggestion: suggestion)
        if !diagnostics.contains(fault) { diagnostics.append(fault) }
    }

    /// The atoms of all leaves and phrases at and below a node, without repetition.
    func atoms(below root: Int32) -> Set<Int32> {
        var found: Set<Int32> = []
        var open = [root]
        while let index = open.popLast() {
            let node = nodes[Int(index)]
            switch node.kind {
            case .leaf:
                for item in leaves[Int(node.value)].items { found.insert(item.atom) }
            case .phrase:
                for leaf in phrases[Int(node.value)].leaves where leaf != PhraseProgram.anyToken {
                    for item in leaves[Int(leaf)].items { found.insert(item.atom) }
                }
            default:
                for child in node.children { open.append(children[Int(child)]) }
            }
        }
        return found
    }
}

extension Scope {
    private var width: Int {
        switch self {
        case .sentence: 0
        case .paragraph: 1
        case .turn: 2
        case .answer: 3
        case .transcript: 4
        }
    }

    /// Whether this scope holds more text than the other.
    func isWider(than other: Scope) -> Bool { width > other.width }
}
