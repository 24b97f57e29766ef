import VerbatimModel

/// A study of three transcripts and four respondents with what is hard to export: two scripts, quotes and brackets,
/// line ends, denial, a code of denials, a code under a code, speech of nobody, a suppressed coding, a warning.
enum SmallStudy {
    private static let source = SourceRange(path: "needs.codebook", start: SourcePosition(line: 1, column: 1))

    private static func code(
        _ id: Code.ID, _ name: String, theme: Bool = false, define: String? = nil, rules: [(String, String)] = [],
        guards: [Guard] = []
    ) -> Code {
        var code = Code(id: id, name: name, isCodable: !theme, source: source)
        code.definition = define
        code.rules = rules.map { id, text in
            Rule(
                id: id, language: "en", expression: Expression(.term(.word("word")), source: source), guards: guards,
                text: text, source: source)
        }
        return code
    }

    static let codebook: Codebook = {
        var shelter = code(
            "need.shelter", "Shelter & housing", define: "The respondent lacks a safe place to live.",
            rules: [("street", "\"slept ... (outside|street)\""), ("rent", "rent near/8 pay")])
        shelter.useWhen = "Sleeping outside, rent they cannot pay."
        shelter.notWhen = "Shelter offered to others."
        shelter.anchors = ["We slept <outside>."]
        return Codebook(
            id: "needs", title: "Needs & plans", version: "1.0", languages: ["en", "ar"], definition: "For tests.",
            codes: [
                code("need", "Protection needs", theme: true), shelter,
                code("need.shelter.winter", "Shelter in winter", rules: [("cold", "cold")]),
                code("plan", "Plans", theme: true),
                code(
                    "plan.no-return", "Does not intend to return", rules: [("back", "\"go* back\"")],
                    guards: [.only([.negated])]),
                code("plan.study", "Wants to study", rules: [("study", "study")]),
            ])
    }()

    private static func transcript(
        _ id: String, _ kind: TranscriptKind, _ language: Language, respondents: [Respondent.ID], turns: Int,
        unattributed: Int = 0, warnings: [Diagnostic] = []
    ) -> TranscriptSummary {
        TranscriptSummary(
            id: id,
            source: TranscriptSource(
                path: "Transcripts/\(id).txt", format: "text", sha256: String(repeating: "0a", count: 32)),
            kind: kind, language: language, turns: turns, words: turns * 1_234, respondents: respondents,
            unattributedTurns: unattributed, warnings: warnings)
    }

    private static func coding(
        _ code: Code.ID, _ respondent: Respondent.ID?, as speaker: String?, in transcript: Transcript.ID, turn: Int,
        at start: Int, _ quote: String, evidence: [(Int, Int)], rules: [String],
        _ kinds: [AssertionKind] = [.affirmed], status: CodingStatus = .proposed
    ) -> Coding {
        let scalars = Array(quote.unicodeScalars)
        return Coding(
            transcript: transcript, turn: turn, speaker: speaker, respondent: respondent, code: code, rules: rules,
            assertion: Assertion(
                polarity: kinds.contains(.negated) ? .negated : .affirmed,
                modality: kinds.contains(.conditional) ? .conditional : .stated),
            assertionKinds: kinds, span: TextSpan(start: start, end: start + scalars.count), quote: quote,
            evidence: evidence.map { TextSpan(start: start + $0.0, end: start + $0.1) },
            evidenceWords: evidence.map { range in
                var word = ""
                word.unicodeScalars.append(contentsOf: scalars[range.0..<range.1])
                return word
            }, status: status, coder: "needs 1.0")
    }

    static let study = CodedStudy(
        codebook: codebook,
        transcripts: [
            transcript("groups/fg 1", .focusGroup, "ar", respondents: ["P1", "P2"], turns: 20, unattributed: 2),
            transcript(
                "interviews/a", .interview, "en", respondents: ["R1"], turns: 12,
                warnings: [
                    Diagnostic(
                        .warning, "mixed-labels", "a label stands with and without a colon: fix it in speakers.csv",
                        path: "Transcripts/interviews/a.txt", position: SourcePosition(line: 3, column: 1))
                ]),
            transcript("interviews/b", .interview, "en", respondents: ["interviews/b/Amal"], turns: 8),
        ],
        respondents: [
            Respondent(id: "P1", attributes: ["country": "Iraq", "population": "migrant"], isListed: true),
            Respondent(id: "P2", attributes: ["country": "Tunisia", "population": "migrant"], isListed: true),
            Respondent(id: "R1", attributes: ["country": "Iraq", "age": "31"], isListed: true),
            Respondent(id: "interviews/b/Amal"),
        ],
        codings: [
            coding(
                "need.shelter", "P1", as: "أحمد", in: "groups/fg 1", turn: 4, at: 210,
                "كنا ننام في الشارع، éẻ 🏠.", evidence: [(4, 8), (9, 11), (12, 18)], rules: ["street"]),
            coding(
                "need.shelter", nil, as: "Several", in: "groups/fg 1", turn: 5, at: 260, "Yes, outside.",
                evidence: [(5, 12)], rules: ["street"]),
            coding(
                "need.shelter", "R1", as: "Respondent", in: "interviews/a", turn: 2, at: 40,
                "He said \"pay\", & we could not pay the <rent>,\nso we left.",
                evidence: [(30, 33), (39, 43)], rules: ["street", "rent"], [.affirmed, .negated]),
            coding(
                "plan.no-return", "R1", as: "Respondent", in: "interviews/a", turn: 6, at: 140,
                "I will not go back.", evidence: [(11, 13), (14, 18)], rules: ["back"], [.negated]),
            coding(
                "plan.study", "R1", as: "Respondent", in: "interviews/a", turn: 7, at: 170, "I do not study.",
                evidence: [(9, 14)], rules: ["study"], [.negated]),
            coding(
                "need.shelter.winter", "interviews/b/Amal", as: "Amal", in: "interviews/b", turn: 2, at: 20,
                "=It would be cold, if we went", evidence: [(13, 17)], rules: ["cold"], [.affirmed, .conditional]),
            coding(
                "plan.study", "interviews/b/Amal", as: "Amal", in: "interviews/b", turn: 3, at: 60, "I study.",
                evidence: [(2, 7)], rules: ["study"], status: .suppressed),
        ])
}
