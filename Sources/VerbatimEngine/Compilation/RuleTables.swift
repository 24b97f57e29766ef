import VerbatimModel

/// The tables that rules are run from.
///
/// Everything is flat. Words, wildcards and exact words are *atoms*, shared by all terms that are written alike; sets
/// of atoms are *leaves*; phrases are small automata over leaves; expressions are nodes over leaves and phrases. A
/// class, so that handing the tables on costs one reference count and not one for each.
final class RuleTables: Sendable {
    let codebook: Codebook
    let languages: LanguageTable
    let atomIndex: AtomIndex
    let atomCount: Int
    /// For each atom whether a rule uses it, so that its places in a transcript are kept.
    let isSearched: [Bool]
    /// For each leaf its items in ``leafItems``, in ascending order.
    let leaves: [Range<Int>]
    let leafItems: [Leaf.Item]
    let phrases: [PhraseProgram]
    let references: [CodeReference]
    let nodes: [ExpressionNode]
    let children: [Int32]
    /// The rules that run, grouped by code in the order of the codebook.
    let rules: [CompiledRule]
    /// For each code of the codebook its rules in ``rules``.
    let codeRules: [Range<Int>]
    /// The codes with rules that run, each behind those it refers to.
    let codeOrder: [Int]
    /// For each code the widest scope of its rules, in which a threshold is reached or not.
    let thresholdScopes: [Scope]
    /// The rules that an atom can give a hit to: for each atom a range of ``triggered``.
    let triggers: [Range<Int>]
    let triggered: [Int32]
    let speakerFilters: [SpeakerFilter]
    let filters: [Filter]
    let views: [ScopeViewKey]
    let probes: [TermProbe]
    let cues: CompiledCues

    init(_ compiler: RuleCompiler, cues: CompiledCues) {
        codebook = compiler.codebook
        languages = compiler.languages
        atomIndex = AtomIndex(compiler.atoms)
        atomCount = compiler.atoms.count
        var starts: [Range<Int>] = []
        var items: [Leaf.Item] = []
        for leaf in compiler.leaves {
            starts.append(items.count..<items.count + leaf.items.count)
            items += leaf.items
        }
        leaves = starts
        leafItems = items
        phrases = compiler.phrases
        references = compiler.references
        nodes = compiler.nodes
        children = compiler.children
        rules = compiler.rules
        codeRules = compiler.codeRules
        codeOrder = compiler.codeOrder
        thresholdScopes = compiler.thresholdScopes
        speakerFilters = compiler.speakerFilters
        filters = compiler.filters
        views = compiler.views
        probes = compiler.probes
        self.cues = cues

        var searched = Array(repeating: false, count: atomCount)
        var rulesOfAtom: [[Int32]] = Array(repeating: [], count: atomCount)
        for (index, rule) in compiler.rules.enumerated() {
            for atom in compiler.atoms(below: rule.root) {
                searched[Int(atom)] = true
                rulesOfAtom[Int(atom)].append(Int32(index))
            }
            if let asked = rule.asked {
                for atom in compiler.atoms(below: asked) { searched[Int(atom)] = true }
            }
        }
        for probe in compiler.probes {
            for atom in compiler.atoms(below: probe.root) { searched[Int(atom)] = true }
        }
        isSearched = searched
        var ranges: [Range<Int>] = []
        var flat: [Int32] = []
        for list in rulesOfAtom {
            ranges.append(flat.count..<flat.count + list.count)
            flat += list
        }
        triggers = ranges
        triggered = flat
    }
}

/// One rule, compiled.
struct CompiledRule: Sendable {
    /// The index of the code in the codebook, and that of the rule in the code.
    var code: Int
    var rule: Int
    /// The node of the expression.
    var root: Int32
    /// The index in ``RuleTables/views``: the scope and whose words are searched.
    var view: Int
    var guards: [Guard]
    /// The node of what must be asked just before, and its view.
    var asked: Int32?
    var askedView: Int
    /// The index in ``RuleTables/filters``.
    var filter: Int?
    var weight: Double
    /// Whether it must be tried in every transcript, because it refers to the hits of a code.
    var refersToCodes: Bool
}

/// A scope and whose words it is made of.
struct ScopeViewKey: Hashable, Sendable {
    var scope: Scope
    /// The index in ``RuleTables/speakerFilters``.
    var speakers: Int
}
