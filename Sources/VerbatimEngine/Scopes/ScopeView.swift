import VerbatimModel

/// The tokens that rules of one scope search in one transcript: those of the chosen speakers, in the order of the
/// scope, numbered from 0.
///
/// Each instance of the scope (each sentence, each answer) is a run of positions without a hole, so that distances and
/// neighbours inside it are plain differences. Sentences, paragraphs and turns belong to one speaker; there a position
/// is the token's place in the transcript, and nothing is copied. The answers of a group lie between each other, and
/// `transcript` leaves out who is not chosen; there positions are numbered anew.
struct ScopeView {
    let scope: Scope
    /// Whether positions are places.
    let isPlain: Bool
    /// For each turn whether its words are searched.
    let isSearched: [Bool]
    /// For each token its position, or -1; empty where places are positions.
    private let positions: ContiguousArray<Int32>
    /// For each position the token's place; empty where places are positions.
    private let places: ContiguousArray<Int32>
    /// For each answer, or the one transcript, its positions.
    private let instances: ContiguousArray<Range<Int32>>

    init(_ scope: Scope, speakers: Int, index: TranscriptIndex, conditions: TurnConditions) {
        self.scope = scope
        isPlain = scope != .answer && scope != .transcript
        let isSearched = index.turns.indices.map { conditions.admits(speakers: speakers, turn: $0) }
        self.isSearched = isSearched
        guard !isPlain else {
            positions = []
            places = []
            instances = []
            return
        }
        var turns: [Int] = index.turns.indices.filter { isSearched[$0] }
        if scope == .answer {
            // Answers in the order in which they begin; turns stay in order within each.
            turns.sort { (index.turns[$0].answer, $0) < (index.turns[$1].answer, $1) }
        }
        var positions = ContiguousArray<Int32>(repeating: -1, count: index.tokenCount)
        var places: ContiguousArray<Int32> = []
        var instances = ContiguousArray<Range<Int32>>(
            repeating: 0..<0, count: scope == .answer ? index.answers.count : 1)
        for turn in turns {
            let info = index.turns[turn]
            let instance = scope == .answer ? Int(info.answer) : 0
            let start = instances[instance].isEmpty ? Int32(places.count) : instances[instance].lowerBound
            for token in info.firstToken..<info.tokenEnd {
                positions[Int(token)] = Int32(places.count)
                places.append(token)
            }
            instances[instance] = start..<Int32(places.count)
        }
        self.positions = positions
        self.places = places
        self.instances = instances
    }

    /// The position of a token; -1 if it is not searched.
    @inline(__always)
    func position(of place: Int32, _ index: TranscriptIndex) -> Int32 {
        if isPlain { return isSearched[index.turn(ofToken: Int(place))] ? place : -1 }
        return positions[Int(place)]
    }

    /// The place of the token at a position.
    @inline(__always)
    func place(at position: Int32) -> Int32 {
        isPlain ? position : places[Int(position)]
    }

    /// The instance of the scope that a position lies in; instances are numbered in the order of positions.
    func instance(at position: Int32, _ index: TranscriptIndex) -> Int32 {
        index.instance(ofToken: Int(place(at: position)), in: scope)
    }

    /// The positions of the instance that a position lies in.
    func bounds(at position: Int32, _ index: TranscriptIndex) -> Range<Int32> {
        let place = Int(place(at: position))
        switch scope {
        case .sentence:
            let sentence = index.sentences[Int(index.sentenceOfToken[place])]
            return sentence.firstToken..<sentence.tokenEnd
        case .paragraph:
            let paragraph = index.paragraphs[Int(index.instance(ofToken: place, in: .paragraph))]
            return paragraph.firstToken..<paragraph.tokenEnd
        case .turn:
            let turn = index.turns[index.turn(ofToken: place)]
            return turn.firstToken..<turn.tokenEnd
        case .answer, .transcript:
            return instances[Int(index.instance(ofToken: place, in: scope))]
        }
    }
}
