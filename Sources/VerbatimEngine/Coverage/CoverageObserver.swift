import VerbatimText

/// Notes, transcript by transcript, which terms of the rules occur: one for each worker.
///
/// It looks at the postings that the worker has made for coding. A term that was found is never looked for again, and
/// only wildcards look at single occurrences, to tell the word types apart.
final class CoverageObserver {
    private let rules: RuleTables
    private(set) var coverage: CorpusCoverage
    /// The probes that were not found yet.
    private var missing: [Int]
    private let wildcards: [Int32]
    /// The hash of the folded form of a word type, by the hash of the type as written.
    private var foldedHashes: [UInt64: UInt64] = [:]
    private var folded: [UInt8] = []

    init(_ rules: RuleTables) {
        self.rules = rules
        coverage = CorpusCoverage(rules)
        missing = Array(rules.probes.indices)
        wildcards = coverage.types.keys.sorted()
    }

    /// Looks at the transcript that `index` has read.
    func observe(_ index: TranscriptIndex, _ evaluation: inout Evaluation) {
        coverage.countTranscript()
        var previous: Int16?
        for sentence in index.sentences where sentence.language != previous {
            coverage.languages.insert(sentence.language)
            previous = sentence.language
        }
        missing.removeAll { probe in
            guard isFound(rules.probes[probe].root, index, &evaluation) else { return false }
            coverage.isFound[probe] = true
            return true
        }
        for leaf in wildcards { countTypes(of: leaf, index) }
    }

    private func isFound(_ node: Int32, _ index: TranscriptIndex, _ evaluation: inout Evaluation) -> Bool {
        let node = rules.nodes[Int(node)]
        switch node.kind {
        case .leaf:
            return index.withPlaces(of: Int(node.value)) { !$0.isEmpty }
        case .phrase:
            return !evaluation.phrases.runs(of: Int(node.value), arena: &evaluation.arena).isEmpty
        default:
            for child in node.children where isFound(rules.children[Int(child)], index, &evaluation) { return true }
            return false
        }
    }

    private func countTypes(of leaf: Int32, _ index: TranscriptIndex) {
        index.withPlaces(of: Int(leaf)) { places in
            for place in places {
                let token = UnsafeBufferPointer(index.bytes)[index.range(from: Int(place), through: Int(place))]
                coverage.types[leaf]?.insert(foldedHash(UnsafeBufferPointer(rebasing: token)))
            }
        }
    }

    private func foldedHash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let hash = token.reduce(ByteTable.seed) { ByteTable.hash($0, adding: $1) }
        if let known = foldedHashes[hash] { return known }
        folded.removeAll(keepingCapacity: true)
        Folding.fold(utf8: token, into: &folded)
        let foldedHash = folded.reduce(ByteTable.seed) { ByteTable.hash($0, adding: $1) }
        foldedHashes[hash] = foldedHash
        return foldedHash
    }
}
