/// Which terms of a codebook occur in a corpus, and in how many forms: what warnings about its terms are made from.
///
/// Parts that were gathered by several threads are merged; the result does not depend on how the transcripts were
/// shared out.
package struct CorpusCoverage: Sendable {
    /// For each probe of the ``RuleTables`` whether some words of the corpus match it, whoever speaks them.
    var isFound: [Bool]
    /// For each leaf that is a wildcard the hashes of the folded word types that it fits.
    var types: [Int32: Set<UInt64>]
    /// The numbers of the languages that paragraphs are in; see ``LanguageTable``.
    var languages: Set<Int16> = []
    /// The number of transcripts that were looked at.
    package private(set) var transcripts = 0

    /// The coverage of no transcripts.
    package init(_ rules: CompiledRules) {
        self.init(rules.tables)
    }

    init(_ rules: RuleTables) {
        isFound = Array(repeating: false, count: rules.probes.count)
        types = [:]
        for probe in rules.probes {
            if let leaf = probe.wildcard { types[leaf] = [] }
        }
    }

    /// Counts a transcript.
    mutating func countTranscript() { transcripts += 1 }

    /// Adds what was gathered from other transcripts, by the same rules.
    package mutating func merge(_ other: CorpusCoverage) {
        for probe in isFound.indices where other.isFound[probe] { isFound[probe] = true }
        for (leaf, hashes) in other.types { types[leaf, default: []].formUnion(hashes) }
        languages.formUnion(other.languages)
        transcripts += other.transcripts
    }

    /// Whether terms of a language are searched in some paragraph of the corpus.
    func searches(_ language: Int16) -> Bool {
        language == LanguageTable.any || languages.contains { LanguageTable.admits(term: language, paragraph: $0) }
    }
}
