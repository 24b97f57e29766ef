import VerbatimModel
import VerbatimTestSupport

/// Makes small studies for tests: by hand, or at random from a seed.
enum StudyMaker {
    static let source = SourceRange(path: "test.codebook", start: SourcePosition(line: 1, column: 1))

    /// A code or theme; `only` gives it one rule with that guard.
    static func code(_ id: Code.ID, theme: Bool = false, only: [AssertionKind]? = nil) -> Code {
        var code = Code(id: id, name: id.uppercased(), isCodable: !theme, source: source)
        if let only {
            code.rules = [
                Rule(
                    id: "r1", expression: Expression(.term(.word("word")), source: source), guards: [.only(only)],
                    text: "word", source: source)
            ]
        }
        return code
    }

    static func transcript(
        _ id: Transcript.ID, _ kind: TranscriptKind = .interview, respondents: [Respondent.ID] = [],
        unattributedTurns: Int = 0
    ) -> TranscriptSummary {
        TranscriptSummary(
            id: id, source: TranscriptSource(path: "\(id).txt", format: "text"), kind: kind, language: "en", turns: 9,
            words: 100, respondents: respondents, unattributedTurns: unattributedTurns)
    }

    static func coding(
        _ code: Code.ID, _ respondent: Respondent.ID?, in transcript: Transcript.ID = "t1", turn: Int = 1,
        at start: Int = 0, _ kinds: [AssertionKind] = [.affirmed], status: CodingStatus = .proposed
    ) -> Coding {
        Coding(
            transcript: transcript, turn: turn, speaker: "R", respondent: respondent, code: code, rules: ["r1"],
            assertion: Assertion(), assertionKinds: kinds, span: TextSpan(start: start, end: start + 4),
            quote: "word", evidence: [TextSpan(start: start, end: start + 4)], evidenceWords: ["word"],
            status: status, coder: "test 1")
    }

    /// A study with a few codes at up to three levels, respondents of several countries, and codings of all kinds.
    static func random(seed: UInt64) -> CodedStudy {
        var generator = SeededGenerator(seed: seed)
        let ids = ["a", "a.x", "a.y", "a.y.deep", "b", "b.z", "c", "free.standing"]
        let codes = ids.map { code($0, theme: ($0 == "a" || $0 == "b") && Bool.random(using: &generator)) }
        let transcripts = (1...5).map { transcript("t\($0)", $0 == 5 ? .focusGroup : .interview) }
        let respondents = (1...Int.random(in: 1...12, using: &generator)).map { number in
            var attributes = Attributes()
            if let country = ["Iraq", "Morocco", "", nil].randomElement(using: &generator) ?? nil {
                attributes["country"] = country
            }
            return Respondent(id: "p\(number)", attributes: attributes)
        }
        let codings = (0..<Int.random(in: 0...120, using: &generator)).map { index in
            let kinds = AssertionKind.allCases.filter { _ in Bool.random(using: &generator) }
            return coding(
                ids.randomElement(using: &generator) ?? "a",
                Int.random(in: 0..<5, using: &generator) == 0 ? nil : respondents.randomElement(using: &generator)?.id,
                in: "t\(Int.random(in: 1...5, using: &generator))", turn: Int.random(in: 1...4, using: &generator),
                at: index * 10, kinds, status: CodingStatus.allCases.randomElement(using: &generator) ?? .proposed)
        }
        return CodedStudy(
            codebook: Codebook(id: "test", title: "Test", codes: codes), transcripts: transcripts,
            respondents: respondents, codings: codings)
    }
}
