import Testing
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// Random decisions, then random edits of codebook and transcript: what people decided holds, or is listed.
@Suite struct DecisionSurvivalTests {
    /// Every sentence begins with a word of its own, so that the oracle can tell it by that word wherever it stands.
    private static let words = ["boat", "camp", "tent", "road", "wall"]

    private struct Sentence {
        var name: String
        var words: String
        var text: String { "\(name) \(words)." }
    }

    /// Sentences of the rules' words, in random order.
    private func sentences(_ numbers: Range<Int>, _ random: inout SeededGenerator) -> [Sentence] {
        numbers.map { number in
            Sentence(
                name: "Sentence\(number)x",
                words: (0..<3).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " "))
        }
    }

    /// What the rules of a codebook propose: a code on each sentence that holds one of its words.
    private func codings(_ rules: [Code.ID: Set<String>], _ sentences: [Sentence], in text: ReviewText) -> [Coding] {
        sentences.flatMap { sentence in
            rules.sorted { $0.key < $1.key }.compactMap { code, words in
                sentence.words.split(separator: " ").contains { words.contains(String($0)) }
                    ? text.coding(sentence.text, code, evidence: sentence.name) : nil
            }
        }
    }

    private func rules(_ random: inout SeededGenerator) -> [Code.ID: Set<String>] {
        var rules: [Code.ID: Set<String>] = [:]
        for code in ["a", "b", "c"] {
            rules[code] = Set(Self.words.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
        }
        return rules
    }

    /// A corrected text: sentences dropped, altered, added and moved apart.
    private func edited(_ sentences: [Sentence], _ random: inout SeededGenerator) -> [Sentence] {
        var result: [Sentence] = []
        for (index, sentence) in sentences.enumerated() {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: continue
            case 1: result.append(Sentence(name: sentence.name, words: sentence.words + " indeed"))
            case 2: result += [Sentence(name: "Added\(index)x", words: "wall tent boat"), sentence]
            default: result.append(sentence)
            }
        }
        return result
    }

    @Test(arguments: 0..<200) func whatPeopleDecidedHoldsOrIsListed(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let first = sentences(0..<Int.random(in: 3..<12, using: &random), &random)
        let before = ReviewText(first.map(\.text))
        var decisions: [Decision] = []
        for number in 1...Int.random(in: 1..<25, using: &random) {
            guard let sentence = first.randomElement(using: &random),
                let code = ["a", "b", "c"].randomElement(using: &random),
                let outcome = [Decision.Outcome.accepted, .rejected, .unsure].randomElement(using: &random),
                let coder = ["anna", "ben"].randomElement(using: &random)
            else { continue }
            decisions.append(before.decision(number, coder, sentence.text, code, outcome))
        }

        let second = edited(first, &random)
        let after = ReviewText(second.map(\.text))
        let proposed = codings(rules(&random), second, in: after)
        let result = DecisionBearing(
            decisions, to: proposed, transcripts: after.transcripts, codebook: ReviewText.codebook(["a", "b", "c"]))

        // The oracle: the last word of each coder on a sentence, which is known by its text.
        var last: [String: [String: Decision]] = [:]
        for decision in decisions {
            last[(decision.subject.place?.quote ?? "") + decision.code, default: [:]][decision.coder] = decision
        }
        for (_, votes) in last.sorted(by: { $0.key < $1.key }) {
            guard let decision = votes.values.first, let quote = decision.subject.place?.quote else { continue }
            let isThere = second.contains { $0.text == quote }
            let listed = result.unplaced.filter {
                $0.decision.subject.place?.quote == quote && $0.decision.code == decision.code
            }
            #expect(isThere ? listed.isEmpty : listed.count == votes.count, "seed \(seed)")
            guard isThere else { continue }
            let own = result.codings.filter { $0.code == decision.code && $0.span == after.span(of: quote) }
            let rule = proposed.first { $0.code == decision.code && $0.span == after.span(of: quote) }
            let voices = Set(votes.values.map(\.outcome)).subtracting([.unsure])
            switch (voices.contains(.accepted), voices.contains(.rejected)) {
            case (true, false): #expect(own.map(\.status) == [.accepted], "seed \(seed)")
            case (false, true): #expect(own.allSatisfy { $0.status == .rejected }, "seed \(seed)")
            default: #expect(own.map(\.status) == (rule.map { [$0.status] } ?? []), "seed \(seed)")
            }
        }
        // Nobody decided about the others, and nothing that the rules propose is lost.
        let judged = Set(
            last.values.compactMap { $0.values.first }.map { "\($0.subject.place?.quote ?? "")\($0.code)" })
        for coding in result.codings where !judged.contains(coding.quote + coding.code) {
            #expect(coding.status == .proposed && coding.coder == "b 1", "seed \(seed)")
        }
        #expect(Set(proposed.map(\.id)).isSubset(of: result.codings.map(\.id)), "seed \(seed)")
        #expect(Set(result.codings.map(\.id)).count == result.codings.count, "seed \(seed)")
        #expect(result.codings.map(\.span) == result.codings.map(\.span).sorted(), "seed \(seed)")
    }
}
