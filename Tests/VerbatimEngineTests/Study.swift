import Testing
import VerbatimCodebook
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// Coding as the tests of the engine write it down: a codebook and a transcript in text, hits and codings out.
struct Study {
    var codebook: Codebook
    var rules: CompiledRules
    var respondents: [Respondent.ID: Respondent] = [:]

    /// A study with a codebook of the given statements.
    init(_ statements: String, languages: String = "en", respondents: [Respondent] = []) throws {
        let text = "codebook test \"Test\"\n  languages \(languages)\n\(statements)\n"
        let parsed = CodebookParser.parse(path: "test.codebook", text: text) { _ in "" }
        let errors = parsed.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty, "\(errors.map(\.rendered).joined(separator: "\n"))")
        codebook = parsed.codebook
        rules = try CompiledRules(parsed.codebook, cues: [])
        for respondent in respondents { self.respondents[respondent.id] = respondent }
    }

    /// The codings of a transcript.
    func codings(_ transcript: MarkedTranscript) -> [Coding] {
        Matcher(rules).code(transcript.transcript, respondents: respondents, coder: "test").codings
    }

    /// The segments that a code is given to.
    func quotes(_ text: String, code: String = "c") -> [String] {
        codings(MarkedTranscript(text)).filter { $0.code == code }.map(\.quote)
    }

    /// The hits of the first code, each as `run: evidence`, or only the run where all of it is evidence.
    func hits(_ transcript: MarkedTranscript) -> [String] {
        let bytes = Array(transcript.transcript.text.utf8)
        func words(_ range: ByteRange) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return Matcher(rules).hits(ofCode: 0, in: transcript.transcript, respondents: respondents).map { hit in
            let run = words(hit.range)
            let evidence = hit.evidence.map(words).joined(separator: " ")
            return run == evidence ? run : "\(run): \(evidence)"
        }
    }

    /// The hits of a rule in a text; see ``hits(_:)``.
    static func hits(
        _ rule: String, _ text: String, before statements: String = "", in language: Language = "en",
        languages: String = "en", ruleLanguage: String = "", respondents: [Respondent] = []
    ) throws -> [String] {
        let study = try Study(
            "code c\n  rule \(ruleLanguage): \(rule)\n\(statements)", languages: languages, respondents: respondents)
        return study.hits(MarkedTranscript(text, language: language))
    }
}
