import VerbatimModel
import VerbatimTestSupport

/// Random small sessions and codebooks over few words, so that hits, overlaps and ties are common.
struct RandomCase {
    private var generator: SeededGenerator
    private let words = ["ant", "bee", "bees", "cat", "cats", "dog"]
    /// What `stemwords` of the Snowball library makes of those words that it changes.
    static let stems: [Language: [String: String]] = [
        "en": ["bees": "bee", "cats": "cat"], "nl": ["bees": "bes", "cats": "cat"],
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private mutating func upTo(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    private mutating func oneIn(_ count: Int) -> Bool { upTo(count) == 0 }

    private mutating func one<Element>(of list: [Element]) -> Element { list[upTo(list.count)] }

    // MARK: Sessions

    mutating func session() -> MarkedSession {
        let speakers = [
            Speaker(label: "I", role: .interviewer), Speaker(label: "M", role: .moderator),
            Speaker(label: "A", role: .respondent, respondent: "a"),
            Speaker(label: "B", role: .respondent, respondent: "b"),
            Speaker(label: "T", role: .interpreter), Speaker(label: "Some", role: .respondent, isCollective: true),
        ]
        var turns: [MarkedSession.Turn] = []
        var previous = -1
        for _ in 0...upTo(6) {
            var speaker = upTo(speakers.count)
            if speaker == previous { speaker = (speaker + 1) % speakers.count }
            previous = speaker
            var paragraphs: [(language: Language?, sentences: [[String]])] = []
            for _ in 0...upTo(2) {
                var sentences: [[String]] = []
                for _ in 0...upTo(2) {
                    var sentence: [String] = []
                    for _ in 0...upTo(6) { sentence.append(one(of: words)) }
                    sentences.append(sentence)
                }
                paragraphs.append((oneIn(4) ? one(of: ["nl", "und", "de"]) : nil, sentences))
            }
            turns.append(
                MarkedSession.Turn(
                    speaker: speaker, respondent: speaker == 4 ? one(of: ["a", "b"]) : nil, paragraphs: paragraphs))
        }
        return MarkedSession(speakers: speakers, turns: turns)
    }

    // MARK: Codebooks

    mutating func codebook() -> Codebook {
        var book = Codebook(id: "random", title: "Random", languages: ["en", "nl"])
        let place = SourceRange(path: "random.codebook", start: SourcePosition(line: 1, column: 1))
        book.lists = [
            WordList(name: "some", items: listItems(place), source: place),
            WordList(name: "some.more", items: listItems(place), source: place),
        ]
        for id in ["first", "first.second", "third"] {
            var code = Code(id: id, name: id, source: place)
            for number in 0...upTo(2) {
                // Only the last code refers to another, which may have one under it.
                let depth = upTo(3)
                code.rules.append(
                    Rule(
                        id: "r\(number + 1)", language: oneIn(4) ? one(of: ["en", "nl"]) : nil,
                        expression: expression(depth: depth, refers: id == "third", place),
                        scope: oneIn(4) ? nil : one(of: Scope.allCases),
                        speakers: oneIn(2) ? nil : one(of: [.any, .respondents, .roles([.interviewer, .moderator])]),
                        text: "random", source: place))
            }
            book.codes.append(code)
        }
        return book
    }

    private mutating func listItems(_ place: SourceRange) -> [WordList.Item] {
        (0...upTo(2)).map { _ in
            WordList.Item(
                language: oneIn(3) ? one(of: ["en", "nl"]) : nil,
                term: oneIn(3) ? .phrase(elements(depth: 1)) : word(), source: place)
        }
    }

    private mutating func word() -> Term {
        switch upTo(10) {
        case 8: .stem(one(of: words))
        case 9: .regex(one(of: ["ca.s?", "[a-c].*t", "(c|d)[^x]{2,}", "be{2}", "(a|c)?[an]t", "\\w{4}"]))
        case 0: .wildcard(one(of: ["c*", "*t", "d?g", "ca?", "*a*", "cat*", "?ee"]))
        case 1: .exact(one(of: ["Cat", "cat", "Ant"]))
        default: .word(one(of: words))
        }
    }

    private mutating func elements(depth: Int) -> [PhraseElement] {
        var list: [PhraseElement] = [element(depth: depth)]
        for _ in 0...upTo(2) {
            if oneIn(3) {
                list.append(
                    one(of: [
                        .gap(minimum: 1, maximum: 1), .gap(minimum: 0, maximum: 3), .gap(minimum: 0, maximum: 1),
                        .gap(minimum: 2, maximum: 2),
                    ]))
            }
            list.append(element(depth: depth))
        }
        return list
    }

    private mutating func element(depth: Int) -> PhraseElement {
        if depth > 0, oneIn(4) {
            return .alternatives((0...upTo(2)).map { _ in oneIn(2) ? elements(depth: 0) : [.term(word())] })
        }
        return .term(word())
    }

    private mutating func expression(depth: Int, refers: Bool, _ place: SourceRange) -> Expression {
        func made(_ form: Expression.Form) -> Expression { Expression(form, source: place) }
        if depth == 0 {
            switch upTo(refers ? 7 : 5) {
            case 0: return made(.term(.phrase(elements(depth: 1))))
            case 1: return made(.term(.list("some")))
            case 5, 6: return made(.term(.code(one(of: ["first", "first.second"]))))
            default: return made(.term(word()))
            }
        }
        let count = 2 + upTo(2)
        let parts = (0..<count).map { _ in expression(depth: upTo(depth), refers: refers, place) }
        let distance = 1 + upTo(5)
        switch upTo(9) {
        case 0: return made(.or(parts))
        case 1: return made(.and(parts))
        case 2: return made(.andNot(parts[0], parts[1]))
        case 3: return made(.atLeast(count: 1 + upTo(count), parts))
        case 4: return made(.containment(negated: oneIn(2), parts[0], parts[1]))
        case 5, 6:
            return made(
                .proximity(one(of: [.near, .before, .after]), distance: distance, negated: true, parts[0], parts[1]))
        default:
            return made(
                .proximity(one(of: [.near, .before, .after]), distance: distance, negated: false, parts[0], parts[1]))
        }
    }
}

extension Expression {
    /// The expression in short, for messages.
    var written: String {
        switch form {
        case .term(let term): "\(term)"
        case .or(let parts): "(" + parts.map(\.written).joined(separator: " or ") + ")"
        case .and(let parts): "(" + parts.map(\.written).joined(separator: " and ") + ")"
        case .andNot(let left, let right): "(\(left.written) and not \(right.written))"
        case .proximity(let order, let distance, let negated, let left, let right):
            "(\(left.written) \(negated ? "not " : "")\(order.rawValue)/\(distance) \(right.written))"
        case .containment(let negated, let left, let right):
            "(\(left.written) \(negated ? "not " : "")in \(right.written))"
        case .atLeast(let count, let parts):
            "at least \(count) of (" + parts.map(\.written).joined(separator: ", ") + ")"
        }
    }
}
