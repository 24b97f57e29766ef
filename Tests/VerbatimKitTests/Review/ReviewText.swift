import VerbatimModel
import VerbatimTestSupport

/// A transcript of numbered sentences, and codings on them: what tests of decisions are made of.
struct ReviewText {
    static let source = SourceRange(path: "b.codebook", start: SourcePosition(line: 1, column: 1))

    let transcript: Transcript

    /// A transcript in which respondent `r` says the sentences, which must all differ.
    init(_ sentences: [String]) {
        transcript = MarkedTranscript("I: Tell me.\nR: \(sentences.joined(separator: " "))").transcript
    }

    var transcripts: [Transcript.ID: Transcript] { [transcript.id: transcript] }

    /// Where words stand first.
    func span(of words: String) -> TextSpan {
        let scalars = Array(transcript.text.unicodeScalars)
        let sought = Array(words.unicodeScalars)
        for start in 0...(scalars.count - sought.count) where scalars[start...].starts(with: sought) {
            return TextSpan(start: start, end: start + sought.count)
        }
        return TextSpan(start: 0, end: 0)
    }

    /// A coding that the rules propose on a sentence; its first word is the evidence.
    func coding(
        _ sentence: String, _ code: Code.ID, evidence: String? = nil, status: CodingStatus = .proposed
    ) -> Coding {
        let words = evidence ?? String(sentence.prefix { $0 != " " })
        return Coding(
            transcript: transcript.id, turn: 2, speaker: "R", respondent: "r", code: code, rules: ["r1"],
            assertion: Assertion(polarity: .negated), assertionKinds: [.negated], span: span(of: sentence),
            quote: sentence, evidence: [span(of: words)], evidenceWords: [words], status: status, coder: "b 1")
    }

    /// A decision about a sentence.
    func decision(
        _ number: Int, _ coder: String, _ sentence: String, _ code: Code.ID, _ outcome: Decision.Outcome,
        to changed: Code.ID? = nil
    ) -> Decision {
        Decision(
            number: number,
            subject: .segment(QuotedPlace(span(of: sentence), of: transcript.id, text: OffsetMap(transcript.text))),
            code: code, outcome: outcome, changedCode: changed, coder: coder)
    }

    /// A codebook of codes; `was` gives ids that a code had before.
    static func codebook(_ codes: [Code.ID], was: [Code.ID: Code.ID] = [:]) -> Codebook {
        Codebook(
            id: "b", title: "b",
            codes: codes.map { id in
                var code = Code(id: id, name: id, source: source)
                code.formerIDs = was[id].map { [$0] } ?? []
                return code
            })
    }
}
