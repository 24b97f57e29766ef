import VerbatimModel
import VerbatimTestSupport

/// Adds to random codebooks what a random expression does not have: marks, guards, questions, filters, thresholds,
/// groups and cues.
struct RandomProperties {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed ^ 0x5EED)
    }

    static let respondents: [Respondent.ID: Respondent] = [
        "a": Respondent(id: "a", attributes: ["country": "Iraq"]),
        "b": Respondent(id: "b", attributes: ["country": "Turkey"]),
    ]

    static let cues: [Cue] = [
        cue(.negation, .before, window: 2, "bee"), cue(.hedge, .around, window: nil, "dog"),
        cue(.conditional, .after, window: 3, "ant"), cue(.reported, .inside, window: nil, "cats"),
        cue(.stop, .around, window: nil, "cat"),
        Cue(
            kind: .pseudo, direction: .around,
            term: .phrase([.term(.word("bee")), .term(.word("ant"))]), source: place),
    ]

    private static let place = SourceRange(path: "cues.codebook", start: SourcePosition(line: 1, column: 1))

    private static func cue(_ kind: Cue.Kind, _ direction: Cue.Direction, window: Int?, _ word: String) -> Cue {
        Cue(kind: kind, direction: direction, window: window, term: .word(word), source: place)
    }

    private mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &generator) == 0 }

    private mutating func one<Element>(of list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &generator)]
    }

    /// The codebook with random properties.
    func decorated(_ codebook: Codebook) -> Codebook {
        var random = self
        var codebook = codebook
        for index in codebook.codes.indices { random.decorate(&codebook.codes[index], number: index) }
        return codebook
    }

    private mutating func decorate(_ code: inout Code, number: Int) {
        if oneIn(2) { code.mark = Mark(one(of: [.match, .sentence, .turn, .answer]), sentences: oneIn(3) ? 1 : 0) }
        if oneIn(2) { code.exclusive = ExclusiveGroup(name: "group", priority: number) }
        if oneIn(4) { code.threshold = one(of: [1, 1.5, 2]) }
        for index in code.rules.indices {
            if oneIn(6) { code.rules[index].weight = one(of: [-1, 0.5, 2]) }
            if oneIn(4) {
                let kinds: [AssertionKind] = [one(of: AssertionKind.allCases), one(of: AssertionKind.allCases)]
                code.rules[index].guards = [oneIn(2) ? .only(kinds) : .unless(kinds)]
            }
            if oneIn(6) {
                code.rules[index].asked = Expression(.term(.wildcard("c*")), source: Self.place)
            }
            if oneIn(6) {
                code.rules[index].filter = .comparison(name: "country", one(of: [.equal, .notEqual]), values: ["Iraq"])
            }
        }
    }
}
