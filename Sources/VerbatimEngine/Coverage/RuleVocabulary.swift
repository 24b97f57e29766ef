import VerbatimModel
import VerbatimText

/// Which words the rules of each code look for already.
package struct RuleVocabulary {
    private let rules: RuleTables
    private var atoms: ContiguousArray<Int32> = []
    private var known: [String: Set<Int>] = [:]

    /// The vocabulary of compiled rules.
    package init(_ rules: CompiledRules) {
        self.rules = rules.tables
    }

    /// The codes with a rule that has a term which matches a word, by itself or in a phrase.
    ///
    /// - Parameter word: one token, as written or folded; a term that asks for capitals does not match a folded one.
    /// - Returns: their indices in the codebook.
    /// - Complexity: O(length of the word) when it is first asked for, not counting wildcards that begin with `*`.
    package mutating func codes(of word: String) -> Set<Int> {
        if let codes = known[word] { return codes }
        let surface = Array(word.utf8)
        let folded = Array(Folding.fold(word).utf8)
        surface.withUnsafeBufferPointer { surface in
            folded.withUnsafeBufferPointer { folded in
                rules.atomIndex.find(surface: surface, folded: folded, into: &atoms)
            }
        }
        var codes: Set<Int> = []
        for atom in atoms {
            for slot in rules.triggers[Int(atom)] { codes.insert(rules.rules[Int(rules.triggered[slot])].code) }
        }
        known[word] = codes
        return codes
    }
}
