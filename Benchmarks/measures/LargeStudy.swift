import VerbatimAnalysis
import VerbatimModel

/// A study of any size, drawn from a seed: interviews and focus groups of eight in four countries, each respondent with
/// each code at the code's own rate, a twentieth of the respondents read by a person who finds what the rules do in nine of
/// ten.
struct LargeStudy {
    /// The study as rules coded it.
    let coded: CodedStudy
    /// For each code the respondents, read or not.
    let units: [[ReviewedUnit]]
    /// For each respondent the number of its country.
    let countries: [Int?]
    /// The codes of each transcript.
    let incidence: CodeIncidence
    /// Two coders and one code on turns of every transcript.
    let alpha: ClusteredAlpha

    private static let names = ["Iraq", "Morocco", "Tunisia", "Turkey"]

    init(respondents count: Int, codes codeCount: Int) {
        var random = SplitMix64(seed: 20_261_122)
        let place = SourceRange(path: "codebook", start: SourcePosition(line: 1, column: 1))
        let codes = (0..<codeCount).map { number in
            number % 20 == 0
                ? Code(id: "t\(number / 20)", name: "Theme \(number / 20)", isCodable: false, source: place)
                : Code(id: "t\(number / 20).c\(number)", name: "Code \(number)", source: place)
        }
        // Of every eight respondents in a hundred, a focus group.
        var transcripts: [TranscriptSummary] = []
        var transcriptOf: [Int] = []
        for number in 0..<count {
            let inGroup = number % 100 < 24
            if inGroup, number % 8 != 0, !transcripts.isEmpty {
                transcripts[transcripts.count - 1].respondents.append("r\(number)")
            } else {
                let id = "x\(transcripts.count)"
                transcripts.append(
                    TranscriptSummary(
                        id: id, source: TranscriptSource(path: "\(id).txt", format: "text"),
                        kind: inGroup ? .focusGroup : .interview, language: "en", turns: 60, words: 3_000,
                        respondents: ["r\(number)"]))
            }
            transcriptOf.append(transcripts.count - 1)
        }
        var codings: [Coding] = []
        var units: [[ReviewedUnit]] = []
        for (number, code) in codes.enumerated() {
            var own: [ReviewedUnit] = []
            for respondent in 0..<count {
                let isCoded = code.isCodable && random.index(below: 100) < 5 + number % 20
                if isCoded {
                    let turn = 1 + random.index(below: 60)
                    codings.append(
                        Coding(
                            transcript: transcripts[transcriptOf[respondent]].id, turn: turn, speaker: "R",
                            respondent: "r\(respondent)", code: code.id, rules: ["a"], assertion: Assertion(),
                            assertionKinds: [.affirmed], span: TextSpan(start: turn * 200, end: turn * 200 + 90),
                            quote: "", evidence: [], evidenceWords: [], coder: "rules 1"))
                }
                let isRead = random.index(below: 20) == 0
                let isRight = random.index(below: 10) > 0
                own.append(
                    ReviewedUnit(
                        stratum: 0, isCoded: isCoded, transcript: transcriptOf[respondent],
                        judgement: isRead ? isCoded == isRight : nil))
            }
            if code.isCodable { units.append(own) }
        }
        coded = CodedStudy(
            codebook: Codebook(id: "large", title: "A large study", codes: codes), transcripts: transcripts,
            respondents: (0..<count).map { number in
                Respondent(id: "r\(number)", attributes: ["country": Self.names[transcriptOf[number] % 4]])
            }, codings: codings)
        self.units = units
        countries = transcriptOf.map { $0 % 4 }
        incidence = CodeIncidence(coded, order: transcripts.map(\.id))
        let turns = transcripts.count * 10
        let first = (0..<turns).map { _ -> Int? in random.index(below: 10) == 0 ? 1 : 0 }
        let second = first.map { value in random.index(below: 20) == 0 ? 1 - (value ?? 0) : value }
        alpha = ClusteredAlpha(
            UnitCounts(values: [first, second], categories: 2), clusters: (0..<turns).map { $0 / 10 },
            strata: transcripts.indices.map { $0 % 4 })
    }
}
