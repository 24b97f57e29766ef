package import VerbatimModel

/// Runs the examples of a codebook as the tests they are (section 6 of the codebook language).
package enum ExampleRunner {
    /// Runs all examples and gives those that fail, in the order of the codebook.
    ///
    /// An example becomes an interview of its own: the question where it has one, asked by an interviewer, and then the
    /// text, said in the example's role by a respondent with the example's attributes. Examples of retired codes do
    /// not run. Suppressed codings do not count as coded.
    ///
    /// A run marked `[[...]]` must hold at least one token of the code's evidence: a phrase with a gap is evidence of
    /// its words and not of those in the gap, so that not every marked word can be.
    ///
    /// `threads` examples are looked at at once, at least 1; the result is the same for any number.
    package static func run(_ codebook: Codebook, rules: CompiledRules, threads: Int = 1) -> [ExampleFailure] {
        let examples = codebook.codes.lazy.filter { $0.status != .retired }.flatMap { code in
            code.examples.map { (code: code.id, example: $0) }
        }
        let sessions = examples.enumerated().map { number, item in
            ExampleSession(
                item.example, number: number, language: item.example.language ?? codebook.languages.first ?? .unknown)
        }
        let respondents = Dictionary(
            sessions.map { ($0.respondent.id, $0.respondent) }, uniquingKeysWith: { first, _ in first })
        let coded = CodingRun.code(
            sessions.map(\.transcript), with: rules, respondents: respondents, coder: codebook.id, threads: threads,
            progress: nil)
        return zip(examples, zip(sessions, coded)).compactMap { item, result in
            check(item.example, of: item.code, result.0, result.1).map { reason in
                ExampleFailure(code: item.code, example: item.example, reason: reason)
            }
        }
    }

    private static func check(
        _ example: Example, of code: Code.ID, _ session: ExampleSession, _ coded: CodedTranscript
    ) -> ExampleFailure.Reason? {
        // What the interviewer of the example asks is coded too where a rule searches it, but is not the example.
        let codings = coded.codings.filter {
            $0.code == code && $0.status != .suppressed && $0.span.end > session.textStart
        }
        let fitting = codings.filter { coding in
            example.assertions.allSatisfy { coding.assertionKinds.contains($0) }
        }
        guard example.isCoded else {
            if fitting.isEmpty { return nil }
            return .coded(rules: unique(fitting.flatMap(\.rules)), evidence: fitting.flatMap(\.evidenceWords))
        }
        if codings.isEmpty { return .notCoded }
        if fitting.isEmpty {
            let found = Set(codings.flatMap(\.assertionKinds))
            return .assertion(expected: example.assertions, found: AssertionKind.allCases.filter(found.contains))
        }
        let scalars = Array(example.text.unicodeScalars)
        let missing = example.evidence.filter { marked in
            let start = marked.start + session.textStart
            let end = marked.end + session.textStart
            return !fitting.contains { $0.evidence.contains { $0.start < end && $0.end > start } }
        }
        if missing.isEmpty { return nil }
        let words = missing.map { marked in
            let range = (marked.start..<max(marked.start, marked.end)).clamped(to: 0..<scalars.count)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return String(text)
        }
        return .evidenceMissing(words: words, found: fitting.flatMap(\.evidenceWords))
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}

/// The interview that one example becomes.
private struct ExampleSession {
    let transcript: Transcript
    let respondent: Respondent
    /// The Unicode-scalar offset at which the example's own text begins.
    let textStart: Int

    init(_ example: Example, number: Int, language: Language) {
        respondent = Respondent(id: "example/\(number)", attributes: example.attributes)
        var text = ""
        var speakers: [Speaker] = []
        var turns: [Turn] = []
        if let question = example.question {
            text = question + "\n\n"
            speakers.append(Speaker(label: "Interviewer", role: .interviewer))
            turns.append(Turn(number: 1, speaker: 0, paragraphs: [Paragraph(range: 0..<question.utf8.count)]))
        }
        textStart = text.unicodeScalars.count
        let start = text.utf8.count
        text += example.text
        let owner = example.role.answers ? respondent.id : nil
        speakers.append(Speaker(label: "Speaker", role: example.role, respondent: owner))
        turns.append(
            Turn(
                number: turns.count + 1, speaker: speakers.count - 1, respondent: owner,
                paragraphs: [Paragraph(range: start..<text.utf8.count)]))
        transcript = Transcript(
            id: "example/\(number)", source: TranscriptSource(path: example.source.path, format: "example"),
            kind: .interview,
            language: language, attributes: example.attributes, text: text, speakers: speakers, turns: turns)
    }
}
