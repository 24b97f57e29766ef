import Testing
import VerbatimCodebook
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

@Suite struct ExplainerTests {
    private func trace(_ statements: String, _ text: String, cues: Bool = false) throws -> CodingTrace {
        let study = try Study(statements)
        var reader = try Explainer(study.codebook, cues: cues ? AssertionPacks.cues() : [], codes: ["c"]).read(
            MarkedTranscript(text).transcript, respondents: [:], coder: "test")
        let coding = try #require(reader.codings.first { $0.code == "c" })
        let trace = reader.explain(coding)
        return try #require(trace)
    }

    private func words(_ runs: [TracedRun]) -> [String] { runs.map { $0.words.map(\.text).joined(separator: " ") } }

    private func node(_ trace: ExpressionTrace?, _ path: Int...) -> ExpressionTrace? {
        var node = trace
        for index in path { node = node.flatMap { $0.children.indices.contains(index) ? $0.children[index] : nil } }
        return node
    }

    @Test func theItemsOfAListAreNamed() throws {
        let trace = try trace(
            "list @homeland\n  en: home, \"my country\", iraq\nlist @homeland.city\n  en: mosul\ncode c\n  rule: @homeland",
            "R: To my country, to Mosul.")
        let tree = try #require(trace.rules.first?.trees.first)
        #expect(words(tree.runs) == ["my country", "Mosul"])
        #expect(tree.children.map { words($0.runs) } == [["my country"], ["Mosul"]])
        let lists = tree.children.map { child -> String in
            if case .item(_, let list) = child.content { list } else { "" }
        }
        #expect(lists == ["homeland", "homeland.city"])
    }

    @Test func theItemsOfAListInAListAreNamedBelowIt() throws {
        let trace = try trace(
            "list @a\n  en: @b, ship\nlist @b\n  en: boat\ncode c\n  rule: @a", "R: A boat.")
        #expect(words(node(trace.rules.first?.trees.first, 0, 0)?.runs ?? []) == ["boat"])
    }

    @Test func distancesAreCountedInTokensBetween() throws {
        let trace = try trace("code c\n  rule: return near/6 iraq", "R: I return some day to Iraq.")
        let tree = try #require(trace.rules.first?.trees.first)
        guard case .near(let pairs, let atMost)? = tree.finding else {
            Issue.record("no distance")
            return
        }
        #expect(pairs.map(\.between) == [3])
        #expect(atMost == 5)
        #expect(tree.children.map { words($0.runs) } == [["return"], ["Iraq"]])
    }

    @Test func whatHadToBeThereIsToldFromEvidence() throws {
        let trace = try trace("code c\n  rule: return in \"to return\"", "R: I want to return.")
        let tree = trace.rules.first?.trees.first
        #expect(node(tree, 0)?.role == .evidence)
        #expect(node(tree, 1)?.role == .condition)
        #expect(words(node(tree, 1)?.runs ?? []) == ["to return"])
    }

    @Test func aReferenceNamesTheRulesOfTheOtherCode() throws {
        let trace = try trace(
            "code d\n  rule first: boat\n  rule second: ship\ncode c\n  rule: code:d", "R: The ship.")
        guard case .hits(let references)? = trace.rules.first?.trees.first?.finding else {
            Issue.record("no reference")
            return
        }
        #expect(references.map(\.code) == ["d"])
        #expect(references.map(\.rule) == ["second"])
    }

    @Test func cuesSayWhatTheyDidAndWhatStoppedThem() throws {
        let affirmed = try trace(
            "cue negation before en: not\ncue stop en: but\ncode c\n  rule: return", "R: Not now but I return.")
        let stopped = try #require(affirmed.rules.first?.hits.first)
        #expect(stopped.assertion.polarity == .affirmed)
        guard case .stopped(let by)? = stopped.cues.first?.effect else {
            Issue.record("\(stopped.cues)")
            return
        }
        #expect(words([by]) == ["but"])
        let covered = try trace(
            "cue negation before en: not\ncue pseudo en: \"not only\"\ncode c\n  rule: return", "R: Not only return.")
        guard case .covered(let pseudo)? = covered.rules.first?.hits.first?.cues.first?.effect else {
            Issue.record("\(covered.rules)")
            return
        }
        #expect(words([pseudo]) == ["Not only"])
        let negated = try trace("cue negation before en: not\ncode c\n  rule: return", "R: I do not ever return.")
        #expect(negated.rules.first?.hits.first?.cues.map(\.effect) == [.applies(between: 1)])
    }

    @Test func whatWasAskedIsShown() throws {
        let trace = try trace("code c\n  rule: yes, asked (return)", "I: Will you return?\nR: Yes.")
        #expect(words(trace.rules.first?.asked?.runs ?? []) == ["return"])
    }

    @Test func theThresholdIsShownWithItsParts() throws {
        let trace = try trace(
            "code c\n  threshold 1.5\n  rule a: return\n  rule b: iraq, weight 0.5", "R: I return to Iraq.")
        #expect(trace.threshold?.sum == 1.5)
        #expect(trace.threshold?.shares.map(\.rule) == ["a", "b"])
    }

    @Test func hitsThatMergedAreAllShown() throws {
        let trace = try trace("code c\n  rule: return or iraq", "R: I return to Iraq.")
        #expect(trace.rules.first?.hits.map { words([$0.run]) } == [["return"], ["Iraq"]])
        #expect(trace.rules.first?.trees.count == 1)
    }

    @Test func codesThatAreNotAskedForAreNotExplained() throws {
        let study = try Study("code c\n  rule: return\ncode d\n  rule: iraq")
        var reader = try Explainer(study.codebook, cues: [], codes: ["c"]).read(
            MarkedTranscript("R: I return to Iraq.").transcript, respondents: [:], coder: "test")
        let other = try #require(reader.codings.first { $0.code == "d" })
        #expect(reader.explain(other) == nil)
    }

    @Test func aCodebookWithFaultsIsRefused() throws {
        let study = try Study("code c\n  rule: return")
        var codebook = study.codebook
        codebook.codes[0].rules[0].expression.form = .term(.list("nowhere"))
        #expect(throws: DiagnosticsError.self) { try Explainer(codebook, cues: []) }
    }
}
