import VerbatimModel
@testable import VerbatimStore

/// Runs over two small invented transcripts with accents, an emoji and Arabic.
enum SampleRun {
    static let french = "A: Où étiez-vous ?\nB: J’étais à la gare 🚉, très fatiguée."
    static let arabic = "س: أين كنت؟\nج: كنت في المحطة 🚉 يومين."

    /// A transcript of two turns, split at the newline; labels are of one character and a colon.
    static func transcript(_ id: String, text: String, respondent: String, source: Character = "a") -> RunTranscript {
        let bytes = Array(text.utf8)
        let newline = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? 0
        let label = text.prefix(3).utf8.count
        let transcript = Transcript(
            id: id,
            source: TranscriptSource(
                path: "Transcripts/\(id).txt", format: "text", sha256: String(repeating: source, count: 64),
                byteCount: bytes.count),
            kind: .interview, language: "fr", attributes: ["zone": "nord", "country": "Iraq"], text: text,
            speakers: [
                Speaker(label: "A", role: .interviewer, confidence: 0.8, reasons: ["asks 1 of 1", "speaks \"first\""]),
                Speaker(label: "B", role: .respondent, confidence: 1, respondent: respondent),
            ],
            turns: [
                Turn(number: 1, speaker: 0, paragraphs: [Paragraph(range: label..<newline)], section: "1. Départ"),
                Turn(
                    number: 2, speaker: 1, respondent: respondent,
                    paragraphs: [Paragraph(range: (newline + 1 + label)..<bytes.count, language: "ar")], time: 62.25,
                    question: "Q1"),
            ],
            warnings: [
                Diagnostic(
                    .warning, "uncertain-role", "Look at A.", path: "a.txt",
                    position: SourcePosition(line: 1, column: 1))
            ])
        let summary = TranscriptSummary(
            id: id, source: transcript.source, kind: transcript.kind, language: transcript.language,
            attributes: transcript.attributes, turns: 2, words: 9, respondents: [respondent], unattributedTurns: 0,
            warnings: transcript.warnings)
        return RunTranscript(transcript, summary: summary, bytes: bytes)
    }

    /// A coding of the words `quote` in the second turn of a transcript; each word is evidence.
    static func coding(_ quote: String, in item: RunTranscript, code: String = "protection.shelter") -> Coding {
        let text = item.transcript.text
        let span = span(of: quote, in: text)
        let words = quote.split(separator: " ").map(String.init)
        return Coding(
            transcript: item.transcript.id, turn: 2, speaker: "B", respondent: item.respondents.first, code: code,
            rules: ["street", "fr-2"], assertion: Assertion(polarity: .mixed, modality: .hedged, holder: .other),
            assertionKinds: [.affirmed, .negated, .hedged], span: span, quote: quote,
            evidence: words.map { Self.span(of: $0, in: text) }, evidenceWords: words, coder: "sample 1.0")
    }

    /// The place of `words` in `text`, found scalar by scalar.
    static func span(of words: String, in text: String) -> TextSpan {
        let scalars = Array(text.unicodeScalars)
        let sought = Array(words.unicodeScalars)
        for start in 0...(scalars.count - sought.count) where scalars[start...].starts(with: sought) {
            return TextSpan(start: start, end: start + sought.count)
        }
        return TextSpan(start: 0, end: 0)
    }

    /// A run over both transcripts with a coding in each.
    static func run(codebook: Character = "c", started: String? = "2026-01-02T03:04:05Z") -> StudyRun {
        let first = transcript("interviews/01", text: french, respondent: "R01")
        let second = transcript("interviews/02", text: arabic, respondent: "R02", source: "b")
        return StudyRun(
            codebook: CodebookVersion(
                id: "sample", version: "1.0", sha256: String(repeating: codebook, count: 64), path: "sample.codebook",
                text: "codebook sample\n", inclusions: [.init(path: "cues.codebook", text: "cue stop en: but\n")]),
            engineVersion: "0.1.0", options: ["threads": "2", "allow-failing-examples": "no"], started: started,
            transcripts: [first, second],
            respondents: [
                Respondent(id: "R01", attributes: ["population": "migrant", "age": "31"], isListed: true),
                Respondent(id: "R02"),
            ],
            codings: [
                coding("à la gare 🚉, très", in: first), coding("في المحطة 🚉 يومين", in: second),
                coding("fatiguée", in: first, code: "protection.health"),
            ])
    }
}
