import VerbatimModel

/// The cues of assertion, compiled, and found by the atom they begin with.
struct CompiledCues: Sendable {
    /// One way to write a cue.
    struct Entry: Sendable {
        var kind: Cue.Kind
        var direction: Cue.Direction
        /// How many tokens may stand between cue and evidence.
        var window: Int
        /// The language of the sentences it is searched in.
        var language: Int16
        /// The index in ``RuleTables/phrases``.
        var phrase: Int
    }

    /// How many tokens may stand between a negation and what it negates, where a cue does not say.
    ///
    /// Source: the six-word window of NegEx and ConText (Harkema et al. 2009, "ConText: an algorithm for determining
    /// negation, experiencer, and temporal status from clinical reports", J Biomed Inform 42).
    static let negationWindow = 6

    var entries: [Entry] = []
    /// For each atom the entries that may begin with it.
    var starting: [[Int32]] = []
    /// The language that sentences of unknown language are searched for cues in.
    var unknownLanguage = LanguageTable.any
}

extension RuleCompiler {
    /// Compiles cues; must come after the rules, since it fits its tables to the atoms of both.
    mutating func compileCues(_ cues: [Cue]) -> CompiledCues {
        var compiled = CompiledCues()
        compiled.unknownLanguage = languages.number(adding: codebook.languages.first)
        for cue in cues {
            let language = languages.number(adding: cue.language)
            let nodeCount = nodes.count
            let found = pieces(of: cue.term, language: language, at: cue.source)
            var programs: [Int32] = []
            if !found.items.isEmpty {
                var program = PhraseProgram()
                program.finish(program.add(leaf(of: found.items)))
                programs.append(number(of: program))
            }
            for node in found.nodes.map({ nodes[Int($0)] }) {
                if node.kind == .phrase {
                    programs.append(node.value)
                } else if node.kind == .code {
                    report("code-in-cue", "a cue is a word or a phrase, not a code; write its words", at: cue.source)
                }
            }
            nodes.removeSubrange(nodeCount...)
            for program in programs {
                compiled.entries.append(
                    CompiledCues.Entry(
                        kind: cue.kind, direction: cue.direction,
                        window: cue.window ?? (cue.kind == .negation ? CompiledCues.negationWindow : .max),
                        language: language, phrase: Int(program)))
            }
        }
        compiled.starting = Array(repeating: [], count: atoms.count)
        for (index, entry) in compiled.entries.enumerated() {
            let program = phrases[entry.phrase]
            let starts = Set(program.first.flatMap { leaves[Int(program.leaves[$0])].items.map { Int($0.atom) } })
            for atom in starts { compiled.starting[atom].append(Int32(index)) }
        }
        return compiled
    }
}
