/// Finds the runs of phrases in the transcript under way, in places.
struct PhraseMatcher {
    private let rules: RuleTables
    private let index: TranscriptIndex
    /// For each phrase whether it is a plain chain.
    private let isChain: [Bool]
    private var known: ContiguousArray<Runs?>
    private var knownPhrases: [Int] = []
    /// The positions of the automaton that each token of the run under way may stand at.
    private var layers: [[Int]] = []

    init(_ rules: RuleTables, _ index: TranscriptIndex) {
        self.rules = rules
        self.index = index
        isChain = rules.phrases.map(\.isChain)
        known = ContiguousArray(repeating: nil, count: rules.phrases.count)
    }

    /// Forgets the runs of the transcript before.
    mutating func forget() {
        for phrase in knownPhrases { known[phrase] = nil }
        knownPhrases.removeAll(keepingCapacity: true)
    }

    /// The runs of a phrase in the whole transcript, in places; worked out when first asked for.
    mutating func runs(of phrase: Int, arena: inout EvidenceArena) -> Runs {
        if let runs = known[phrase] { return runs }
        let runs = isChain[phrase] ? chainRuns(of: phrase, arena: &arena) : freeRuns(of: phrase, arena: &arena)
        known[phrase] = runs
        knownPhrases.append(phrase)
        return runs
    }

    /// The runs of a phrase that begin at a token; all of them, also those that contain a shorter one.
    mutating func runs(of phrase: Int, startingAt place: Int, arena: inout EvidenceArena) -> Runs {
        var runs = Runs()
        follow(rules.phrases[phrase], from: place, onlyShortest: false, into: &runs, arena: &arena)
        return runs
    }

    /// The runs of a phrase in which every token has its one position: begins with the rarest word.
    private func chainRuns(of phrase: Int, arena: inout EvidenceArena) -> Runs {
        let leaves = rules.phrases[phrase].leaves
        var rarest = 0
        var fewest = Int.max
        for (offset, leaf) in leaves.enumerated() where leaf != PhraseProgram.anyToken {
            let count = index.withPlaces(of: Int(leaf)) { $0.count }
            if count == 0 { return [] }
            if count < fewest {
                fewest = count
                rarest = offset
            }
        }
        let evidence = leaves.indices.filter { leaves[$0] != PhraseProgram.anyToken }
        var runs = Runs()
        index.withPlaces(of: Int(leaves[rarest])) { places in
            for place in places {
                let start = Int(place) - rarest
                let end = start + leaves.count - 1
                guard start >= 0, end < index.tokenCount,
                    index.sentenceOfToken[start] == index.sentenceOfToken[end]
                else { continue }
                let fits = evidence.allSatisfy { $0 == rarest || index.fits(start + $0, leaf: Int(leaves[$0])) }
                if fits {
                    let run =
                        evidence.count == leaves.count
                        ? Run(first: Int32(start), last: Int32(end))
                        : arena.run(
                            first: Int32(start), last: Int32(end), evidence: evidence.map { Int32(start + $0) })
                    runs.append(run)
                }
            }
        }
        return runs
    }

    private mutating func freeRuns(of phrase: Int, arena: inout EvidenceArena) -> Runs {
        let program = rules.phrases[phrase]
        var starts: [Int32] = []
        for position in program.first {
            index.withPlaces(of: Int(program.leaves[position])) { starts.append(contentsOf: $0) }
        }
        starts.sort()
        var runs = Runs()
        var previous: Int32 = -1
        for start in starts where start != previous {
            previous = start
            follow(program, from: Int(start), onlyShortest: program.hasGap, into: &runs, arena: &arena)
        }
        return program.hasGap ? RunAlgebra.minimal(runs) : runs
    }

    /// Appends the runs that begin at `place`, the shorter first.
    ///
    /// Walks forward through the sentence with all positions that the automaton can be in, and back from each end to
    /// find which tokens some way through the automaton takes as evidence.
    private mutating func follow(
        _ program: PhraseProgram, from place: Int, onlyShortest: Bool, into runs: inout Runs,
        arena: inout EvidenceArena
    ) {
        let end = Int(index.sentences[Int(index.sentenceOfToken[place])].tokenEnd)
        layers.removeAll(keepingCapacity: true)
        var layer = program.first.filter { index.fits(place, leaf: Int(program.leaves[$0])) }
        while !layer.isEmpty {
            layers.append(layer)
            if layer.contains(where: { program.isLast[$0] }) {
                runs.append(run(of: program, from: place, arena: &arena))
                if onlyShortest { return }
            }
            let next = place + layers.count
            guard next < end else { return }
            var following: [Int] = []
            for position in layer {
                for candidate in program.follow[position] where !following.contains(candidate) {
                    let leaf = program.leaves[candidate]
                    if leaf == PhraseProgram.anyToken || index.fits(next, leaf: Int(leaf)) {
                        following.append(candidate)
                    }
                }
            }
            layer = following
        }
    }

    /// The run that ends with the last layer.
    private func run(of program: PhraseProgram, from place: Int, arena: inout EvidenceArena) -> Run {
        var evidence: [Int32] = []
        var current = layers[layers.count - 1].filter { program.isLast[$0] }
        for depth in stride(from: layers.count - 1, through: 0, by: -1) {
            if current.contains(where: { program.leaves[$0] != PhraseProgram.anyToken }) {
                evidence.append(Int32(place + depth))
            }
            if depth > 0 {
                let targets = current
                current = layers[depth - 1].filter { position in
                    program.follow[position].contains { targets.contains($0) }
                }
            }
        }
        return arena.run(
            first: Int32(place), last: Int32(place + layers.count - 1), evidence: evidence.reversed())
    }
}
