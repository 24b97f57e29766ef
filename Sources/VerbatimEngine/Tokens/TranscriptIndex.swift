import VerbatimModel
import VerbatimText

/// What one worker knows of the transcript under way: tokens, where they belong, and where each atom occurs.
///
/// A token's *place* is its index among all tokens of the transcript, whoever speaks.
final class TranscriptIndex {
    struct SentenceInfo {
        var paragraph: Int32
        var turn: Int32
        var firstToken: Int32
        var tokenEnd: Int32
        /// The number of the paragraph's language in the ``LanguageTable``.
        var language: Int16
    }

    struct TurnInfo {
        var firstToken: Int32
        var tokenEnd: Int32
        var firstSentence: Int32
        var sentenceEnd: Int32
        var answer: Int32
        /// How many times those who ask have begun to speak so far; 0 before the first time.
        var asking: Int32
        /// Whether the turn is one of those.
        var asks = false
    }

    struct ParagraphInfo {
        var firstToken: Int32
        var tokenEnd: Int32
    }

    /// What one respondent says between one asking and the next.
    struct AnswerInfo {
        var firstTurn: Int32
        var lastTurn: Int32
    }

    private let rules: RuleTables
    private let segmenter = Segmenter()
    private let types: TypeTable

    /// The canonical text in UTF-8, with ``TypeTable/padding`` readable bytes behind it.
    private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var byteCount = 0
    private var text = SegmentedText()
    private(set) var symbols: ContiguousArray<Int32> = []
    private(set) var sentenceOfToken: ContiguousArray<Int32> = []
    private(set) var sentences: ContiguousArray<SentenceInfo> = []
    private(set) var paragraphs: ContiguousArray<ParagraphInfo> = []
    private(set) var turns: ContiguousArray<TurnInfo> = []
    private(set) var answers: ContiguousArray<AnswerInfo> = []
    /// The atoms that occur and are searched.
    private(set) var occurring: ContiguousArray<Int32> = []

    private var postingStart: ContiguousArray<Int32>
    private var postingCount: ContiguousArray<Int32>
    private var postings: ContiguousArray<Int32> = []
    /// The places of leaves of more than one atom, made when first asked for.
    private var leafPlaces: ContiguousArray<ContiguousArray<Int32>>
    private var leafIsKnown: ContiguousArray<Bool>
    private var knownLeaves: ContiguousArray<Int32> = []

    init(_ rules: RuleTables) {
        self.rules = rules
        types = TypeTable(rules.atomIndex)
        bytes = .allocate(capacity: 1 << 12)
        bytes.initialize(repeating: 0)
        postingStart = ContiguousArray(repeating: 0, count: rules.atomCount)
        postingCount = ContiguousArray(repeating: 0, count: rules.atomCount)
        leafPlaces = ContiguousArray(repeating: [], count: rules.leaves.count)
        leafIsKnown = ContiguousArray(repeating: false, count: rules.leaves.count)
    }

    deinit {
        bytes.deallocate()
    }

    /// The number of tokens.
    var tokenCount: Int { text.tokens.count }

    /// Reads a transcript; what was known of the one before is forgotten.
    func read(_ transcript: Transcript) {
        forget()
        load(transcript.text)
        segment(transcript)
        groupAnswers(transcript)
        findSymbols()
        findPostings()
    }

    private func forget() {
        text.tokens.removeAll(keepingCapacity: true)
        text.sentences.removeAll(keepingCapacity: true)
        symbols.removeAll(keepingCapacity: true)
        sentenceOfToken.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
        paragraphs.removeAll(keepingCapacity: true)
        turns.removeAll(keepingCapacity: true)
        answers.removeAll(keepingCapacity: true)
        for atom in occurring { postingCount[Int(atom)] = 0 }
        occurring.removeAll(keepingCapacity: true)
        for leaf in knownLeaves {
            leafIsKnown[Int(leaf)] = false
            leafPlaces[Int(leaf)].removeAll(keepingCapacity: true)
        }
        knownLeaves.removeAll(keepingCapacity: true)
    }

    private func load(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if utf8.count + TypeTable.padding > bytes.count {
                bytes.deallocate()
                bytes = .allocate(capacity: utf8.count * 5 / 4 + TypeTable.padding)
                bytes.initialize(repeating: 0)
            }
            _ = bytes.update(fromContentsOf: utf8)
            byteCount = utf8.count
        }
    }

    private func segment(_ transcript: Transcript) {
        let utf8 = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[..<byteCount])
        for (turnIndex, turn) in transcript.turns.enumerated() {
            let firstToken = Int32(text.tokens.count)
            let firstSentence = Int32(sentences.count)
            for paragraph in turn.paragraphs {
                let language = rules.languages.effective(transcript.language(of: paragraph))
                let number = rules.languages.number(of: language)
                let start = Int32(text.tokens.count)
                let range = paragraph.range.clamped(to: 0..<byteCount)
                segmenter.segment(utf8, in: range, language: language, into: &text)
                for index in sentences.count..<text.sentences.count {
                    let tokens = text.sentences[index].tokens
                    sentences.append(
                        SentenceInfo(
                            paragraph: Int32(paragraphs.count), turn: Int32(turnIndex),
                            firstToken: Int32(tokens.lowerBound), tokenEnd: Int32(tokens.upperBound), language: number))
                    sentenceOfToken.append(contentsOf: repeatElement(Int32(index), count: tokens.count))
                }
                paragraphs.append(ParagraphInfo(firstToken: start, tokenEnd: Int32(text.tokens.count)))
            }
            turns.append(
                TurnInfo(
                    firstToken: firstToken, tokenEnd: Int32(text.tokens.count), firstSentence: firstSentence,
                    sentenceEnd: Int32(sentences.count), answer: 0, asking: 0))
        }
    }

    /// Gives every turn its answer.
    ///
    /// An answer is all that one respondent (else one label) says until somebody asks again; what others say in
    /// between is left out. What one who asks says at a stretch is an answer of its own. A text without speakers is
    /// one answer.
    private func groupAnswers(_ transcript: Transcript) {
        enum Owner: Hashable {
            case respondent(Respondent.ID)
            case speaker(Int?)
        }
        var open: [Owner: Int32] = [:]
        var asking: Int32 = 0
        var wasAsking = false
        var previousAsker: Int?
        for (index, turn) in transcript.turns.enumerated() {
            let asks = transcript.speaker(of: turn)?.role.asks ?? false
            let number = Int32(answers.count)
            var answer = number
            if asks {
                if !wasAsking {
                    asking += 1
                    open.removeAll(keepingCapacity: true)
                } else if previousAsker == turn.speaker {
                    answer = turns[index - 1].answer
                }
            } else {
                let owner = turn.respondent.map { Owner.respondent($0) } ?? .speaker(turn.speaker)
                answer = open[owner] ?? number
                open[owner] = answer
            }
            if answer == number { answers.append(AnswerInfo(firstTurn: Int32(index), lastTurn: Int32(index))) }
            answers[Int(answer)].lastTurn = Int32(index)
            turns[index].answer = answer
            turns[index].asking = asking
            turns[index].asks = asks
            previousAsker = asks ? turn.speaker : nil
            // Observers neither ask nor answer, so they do not part two turns that ask.
            if asks || transcript.speaker(of: turn)?.role != .observer { wasAsking = asks }
        }
    }

    private func findSymbols() {
        guard let base = UnsafePointer(bytes.baseAddress), tokenCount > 0 else { return }
        symbols.append(contentsOf: repeatElement(0, count: tokenCount))
        text.tokens.withUnsafeBufferPointer { tokens in
            symbols.withUnsafeMutableBufferPointer { types.findSymbols(of: tokens, in: base, into: $0) }
        }
    }

    /// Puts the places of each atom together and in order, in two passes: count, then fill.
    private func findPostings() {
        var total: Int32 = 0
        forEachSearchedAtom { atom, _, counts, _, _ in
            if counts[atom] == 0 { occurring.append(Int32(atom)) }
            counts[atom] += 1
            total += 1
        }
        occurring.sort()
        var next: Int32 = 0
        for atom in occurring {
            postingStart[Int(atom)] = next
            next += postingCount[Int(atom)]
            postingCount[Int(atom)] = 0
        }
        if postings.count < Int(total) {
            postings.append(contentsOf: repeatElement(0, count: Int(total) - postings.count))
        }
        forEachSearchedAtom { atom, place, counts, starts, postings in
            postings[Int(starts[atom] + counts[atom])] = place
            counts[atom] += 1
        }
    }

    /// Calls `body` with every atom that a rule searches and every place where it occurs, in order of places, and with
    /// the counts, starts and places of all atoms.
    @inline(__always)
    private func forEachSearchedAtom(
        _ body: (
            Int, Int32, UnsafeMutableBufferPointer<Int32>, UnsafeBufferPointer<Int32>,
            UnsafeMutableBufferPointer<Int32>
        ) -> Void
    ) {
        let types = types
        let isSearched = rules.isSearched
        postingCount.withUnsafeMutableBufferPointer { counts in
            postingStart.withUnsafeBufferPointer { starts in
                postings.withUnsafeMutableBufferPointer { postings in
                    symbols.withUnsafeBufferPointer { symbols in
                        for place in symbols.indices where symbols[place] != 0 {
                            for index in types.atoms(ofSymbol: Int(symbols[place])) {
                                let atom = Int(types.symbolAtoms[index])
                                if isSearched[atom] { body(atom, Int32(place), counts, starts, postings) }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Atoms and leaves

    /// Calls `body` with the places of a leaf, in order.
    func withPlaces<Result>(of leaf: Int, _ body: (UnsafeBufferPointer<Int32>) -> Result) -> Result {
        let items = rules.leaves[leaf]
        if items.count == 1, rules.leafItems[items.lowerBound].language == LanguageTable.any {
            let places = postingRange(of: rules.leafItems[items.lowerBound].atom)
            return postings.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[places])) }
        }
        if !leafIsKnown[leaf] { gatherPlaces(of: leaf, items) }
        return leafPlaces[leaf].withUnsafeBufferPointer(body)
    }

    private func postingRange(of atom: Int32) -> Range<Int> {
        let count = Int(postingCount[Int(atom)])
        let start = count == 0 ? 0 : Int(postingStart[Int(atom)])
        return start..<start + count
    }

    private func gatherPlaces(of leaf: Int, _ items: Range<Int>) {
        leafIsKnown[leaf] = true
        knownLeaves.append(Int32(leaf))
        var places = leafPlaces[leaf]
        leafPlaces[leaf] = []
        var lists = 0
        for item in items.lazy.map({ self.rules.leafItems[$0] }) {
            let range = postingRange(of: item.atom)
            if range.isEmpty { continue }
            lists += 1
            if item.language == LanguageTable.any {
                places.append(contentsOf: postings[range])
            } else {
                for place in postings[range]
                where LanguageTable.admits(term: item.language, paragraph: language(ofToken: Int(place))) {
                    places.append(place)
                }
            }
        }
        if lists > 1 {
            places.sort()
            // A token may fit several atoms of the leaf.
            var kept = 0
            for index in places.indices where index == 0 || places[index] != places[kept - 1] {
                places[kept] = places[index]
                kept += 1
            }
            places.removeSubrange(kept...)
        }
        leafPlaces[leaf] = places
    }

    /// Whether a token fits a leaf.
    /// - Complexity: O(atoms of the token's type x log of atoms of the leaf).
    func fits(_ place: Int, leaf: Int) -> Bool {
        let symbol = Int(symbols[place])
        guard symbol != 0 else { return false }
        let items = rules.leaves[leaf]
        for index in types.atoms(ofSymbol: symbol) {
            let atom = types.symbolAtoms[index]
            var low = items.lowerBound
            var high = items.upperBound
            while low < high {
                let middle = (low + high) / 2
                if rules.leafItems[middle].atom < atom { low = middle + 1 } else { high = middle }
            }
            while low < items.upperBound, rules.leafItems[low].atom == atom {
                let language = rules.leafItems[low].language
                if language == LanguageTable.any
                    || LanguageTable.admits(term: language, paragraph: self.language(ofToken: place))
                {
                    return true
                }
                low += 1
            }
        }
        return false
    }

    /// The entries of ``CompiledCues`` that may begin with a token, in ascending order.
    func cues(startingAt place: Int, into entries: inout [Int32]) {
        entries.removeAll(keepingCapacity: true)
        let symbol = Int(symbols[place])
        guard symbol != 0 else { return }
        for index in types.atoms(ofSymbol: symbol) {
            entries.append(contentsOf: rules.cues.starting[Int(types.symbolAtoms[index])])
        }
        // One cue may begin with several atoms of the type.
        if entries.count > 1 { entries = Set(entries).sorted() }
    }

    // MARK: Where a token belongs

    /// The number of the language of a token's paragraph.
    func language(ofToken place: Int) -> Int16 { sentences[Int(sentenceOfToken[place])].language }

    /// The index of a token's turn.
    func turn(ofToken place: Int) -> Int { Int(sentences[Int(sentenceOfToken[place])].turn) }

    /// The instance of a scope that a token belongs to.
    func instance(ofToken place: Int, in scope: Scope) -> Int32 {
        let sentence = sentenceOfToken[place]
        switch scope {
        case .sentence: return sentence
        case .paragraph: return sentences[Int(sentence)].paragraph
        case .turn: return sentences[Int(sentence)].turn
        case .answer: return turns[Int(sentences[Int(sentence)].turn)].answer
        case .transcript: return 0
        }
    }

    /// The bytes of a sentence, without white space at either end.
    func range(ofSentence sentence: Int) -> ByteRange { text.sentences[sentence].range }

    /// The bytes of a run of tokens, from the first byte of the first to the last byte of the last.
    func range(from first: Int, through last: Int) -> ByteRange {
        Int(text.tokens[first].start)..<Int(text.tokens[last].end)
    }
}
