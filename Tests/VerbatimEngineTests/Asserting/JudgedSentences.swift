import Foundation
import VerbatimCodebook
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// The labelled sentences of one language beside what its pack makes of them.
struct JudgedSentences: Sendable {
    /// The sentences, each with the assertion that was found for its marked words.
    private(set) var judged: [(sentence: LabelledSentence, found: Assertion)] = []

    /// Judges every sentence by the pack of its language, as a transcript of its own.
    ///
    /// A codebook with one code for each sentence looks for the marked words; the hit on just these words is judged.
    /// - Throws: What the file system and the compiler say, and ``LabelledSentence/Fault`` where marked words are not
    ///   found.
    init(language: Language) throws {
        let sentences = try LabelledSentence.all(in: language)
        var text = "codebook sentences \"Sentences\"\n  languages \(language.code)\n"
        for sentence in sentences {
            let rule = sentence.markedWords.map { "\"\($0)\"" }.joined(separator: " before/40 ")
            text += "code s\(sentence.number)\n  rule: \(rule)\n"
        }
        let book = CodebookParser.parse(path: "sentences.codebook", text: text) { _ in "" }.codebook
        let matcher = Matcher(try CompiledRules(book, cues: Self.pack(of: language)))
        for (index, sentence) in sentences.enumerated() {
            let label = "R: "
            let transcript = MarkedTranscript(label + sentence.text, language: language).transcript
            let marked = sentence.marked.map {
                $0.lowerBound + label.utf8.count..<$0.upperBound + label.utf8.count
            }
            let hits = matcher.hits(ofCode: index, in: transcript, respondents: [:])
            let run = marked[0].lowerBound..<marked[marked.count - 1].upperBound
            guard let hit = hits.first(where: { $0.range == run }) else {
                throw LabelledSentence.Fault(
                    description: "\(language.code).tsv:\(sentence.number + 1): the marked words are no tokens of one "
                        + "sentence")
            }
            judged.append((sentence, hit.assertion))
        }
    }

    /// The cues of a language's pack, as the file of the repository has them now.
    static func pack(of language: Language) throws -> [Cue] {
        let path = "Codebooks/Assertion/\(language.code).codebook"
        let text = try String(contentsOf: RepositoryFiles.url(path), encoding: .utf8)
        let parsed = CodebookParser.parse(path: path, text: text) { _ in "" }
        if let fault = parsed.diagnostics.first { throw LabelledSentence.Fault(description: fault.rendered) }
        return parsed.codebook.cues
    }

    /// How well the pack does on the lines that were held out, or on the others.
    func measure(heldOut: Bool) -> AssertionMeasure {
        var measure = AssertionMeasure()
        for (sentence, found) in judged where sentence.isHeldOut == heldOut {
            measure.add(truth: sentence.assertion, found: found)
        }
        return measure
    }

    /// The sentences that are judged wrongly, one a line; of those held out only the number, so that nobody who reads
    /// it can write cues for them.
    func mistakes(heldOut: Bool) -> String {
        judged.filter { $0.sentence.isHeldOut == heldOut && $0.sentence.assertion != $0.found }.map { entry in
            let truth = Self.words(entry.sentence.assertion)
            let sentence = heldOut ? "" : ": \(entry.sentence.text)"
            return "line \(entry.sentence.number): \(truth), found \(Self.words(entry.found))\(sentence)"
        }.joined(separator: "\n")
    }

    private static func words(_ assertion: Assertion) -> String {
        "\(assertion.polarity.rawValue) \(assertion.modality.rawValue) \(assertion.holder.rawValue)"
    }
}
