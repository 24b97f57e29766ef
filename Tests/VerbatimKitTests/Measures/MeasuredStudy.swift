import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// Studies made by hand, whose figures can be worked out on paper.
enum MeasuredStudy {
    private static let place = SourceRange(path: "test.codebook", start: SourcePosition(line: 1, column: 1))

    /// A code; its name is the last part of its id in capitals.
    static func code(_ id: Code.ID, theme: Bool = false, bound: [AssertionKind] = []) -> Code {
        var code = Code(
            id: id, name: id.split(separator: ".").last.map { $0.uppercased() } ?? id, isCodable: !theme, source: place)
        if !bound.isEmpty {
            code.rules = [
                Rule(
                    id: "r1", language: "en", expression: Expression(.term(.word("word")), source: place),
                    guards: [.only(bound)], text: "word", source: place)
            ]
        }
        return code
    }

    /// A coding of a respondent's words.
    static func coding(
        _ code: Code.ID, _ respondent: Respondent.ID?, _ start: Int = 0, _ end: Int = 5,
        in transcript: Transcript.ID, turn: Int = 1, _ kinds: [AssertionKind] = [.affirmed], quote: String = "words",
        status: CodingStatus = .proposed
    ) -> Coding {
        Coding(
            transcript: transcript, turn: turn, speaker: respondent, respondent: respondent, code: code,
            rules: ["r1"], assertion: Assertion(), assertionKinds: kinds, span: TextSpan(start: start, end: end),
            quote: quote, evidence: [], evidenceWords: [], status: status, coder: "test")
    }

    /// A transcript of 100 letters, cut into a turn of the same length for each respondent.
    static func transcript(
        _ id: Transcript.ID, _ language: Language = "en", _ respondents: Respondent.ID...
    ) -> Transcript {
        let width = 100 / max(1, respondents.count)
        return Transcript(
            id: id, source: TranscriptSource(path: "\(id).txt", format: "text"),
            kind: respondents.count > 1 ? .focusGroup : .interview, language: language,
            text: String(repeating: "a", count: 100),
            speakers: respondents.map { Speaker(label: $0, role: .respondent, respondent: $0) },
            turns: respondents.enumerated().map { number, id in
                Turn(
                    number: number + 1, speaker: number, respondent: id,
                    paragraphs: [Paragraph(range: number * width..<(number + 1) * width)])
            })
    }

    /// The study of transcripts and codings.
    static func study(
        _ codes: [Code], _ transcripts: [Transcript], _ codings: [Coding],
        attributes: [Respondent.ID: Attributes] = [:], guide: Guide? = nil, asked: [AskedQuestion] = []
    ) -> CodedStudy {
        let people = transcripts.flatMap { $0.turns.compactMap(\.respondent) }
        return CodedStudy(
            codebook: Codebook(id: "test", title: "Test", codes: codes),
            transcripts: transcripts.map { transcript in
                TranscriptSummary(
                    id: transcript.id, source: transcript.source, kind: transcript.kind,
                    language: transcript.language, attributes: transcript.attributes, turns: transcript.turns.count,
                    words: 20, respondents: transcript.turns.compactMap(\.respondent))
            },
            respondents: people.map { Respondent(id: $0, attributes: attributes[$0] ?? Attributes()) },
            codings: codings, guide: guide, asked: asked)
    }

    /// So many interviews with the respondents `r0`, `r1` and so on; `codes` gives the codes of each.
    static func interviews(
        _ count: Int, codes: [Code], attributes: (Int) -> Attributes = { _ in Attributes() },
        having: (Int) -> [Code.ID]
    ) -> CodedStudy {
        let transcripts = (0..<count).map { transcript("t\($0)", "en", "r\($0)") }
        return study(
            codes, transcripts,
            (0..<count).flatMap { number in
                having(number).map { coding($0, "r\(number)", in: "t\(number)") }
            },
            attributes: Dictionary(uniqueKeysWithValues: (0..<count).map { ("r\($0)", attributes($0)) }))
    }
}

extension Table {
    /// The rows as another program reads them: name and value.
    var read: [[String: String]] { NaiveCSV.rows(String(decoding: CSVWriter().bytes(of: self), as: UTF8.self)) }

    /// The rows in which the columns have the given values.
    func rows(_ values: KeyValuePairs<String, String>) -> [[String: String]] {
        read.filter { row in values.allSatisfy { row[$0.key] == $0.value } }
    }

    /// The first of these rows.
    func row(_ values: KeyValuePairs<String, String>) -> [String: String] { rows(values).first ?? [:] }
}
