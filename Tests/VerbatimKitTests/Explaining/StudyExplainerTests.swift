import Foundation
import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct StudyExplainerTests {
    /// Every coding of the repository's transcripts, from the study file to the explanation that is printed.
    @Test func everyCodingOfTheTranscriptsIsExplainedByItsEvidence() throws {
        let folder = try TemporaryFolder()
        let output = folder.url.appendingPathComponent("Results")
        try CodingPipeline(
            RunOptions(
                transcripts: RepositoryFiles.url("Transcripts").path,
                codebook: RepositoryFiles.url("Codebooks/migration-partnerships.codebook").path,
                output: output.path, allowsFailingExamples: true, threads: 2)
        ).run()
        let explainer = try StudyExplainer(of: output.appendingPathComponent("study.verbatim").path)
        let codings = explainer.codings
        #expect(codings.count > 100)
        let explanations = try explainer.explanations(of: codings)
        #expect(explanations.count == codings.count)
        for (coding, explanation) in zip(codings, explanations) {
            let rules = explanation.reasons.filter { $0.kind == "rule" }
            #expect(rules.map { $0.data["rule"] } == coding.rules.map { .string($0) }, "\(coding.id)")
            #expect(Set(rules.flatMap { Self.evidence(below: $0) }) == Set(coding.evidence), "\(coding.id)")
            #expect(explanation.quote.contains("[["), "\(coding.id)")
        }
    }

    /// The evidence tokens of the terms in a rule's tree, read from what programs read.
    private static func evidence(below outline: Outline) -> [TextSpan] {
        let isTerm = ["term", "phrase", "list", "code"].contains(outline.kind)
        guard isTerm else {
            return outline.children.filter { $0.kind != "asked" && $0.kind != "hit" }.flatMap(evidence)
        }
        guard outline.data["role"] == .string("evidence"), case .array(let runs)? = outline.data["runs"] else {
            return []
        }
        return runs.flatMap { run -> [TextSpan] in
            guard case .array(let words) = run else { return [] }
            return words.compactMap { word in
                guard case .object(let word) = word, case .integer(let start)? = word["start"],
                    case .integer(let end)? = word["end"]
                else { return nil }
                return TextSpan(start: start, end: end)
            }
        }
    }

    private func study() throws -> (folder: StudyFolder, explainer: StudyExplainer) {
        let folder = try StudyFolder()
        try CodingPipeline(folder.options()).run()
        return (folder, try StudyExplainer(of: folder.path("Results/study.verbatim")))
    }

    private func fault(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.map(\.identifier)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func aCodingIsNamedByTheBeginningOfItsID() throws {
        let (_, explainer) = try study()
        let coding = try #require(explainer.codings.first)
        #expect(try explainer.codings(named: String(coding.id.prefix(8))) == [coding])
        #expect(try explainer.codings(named: coding.id.uppercased()) == [coding])
        #expect(fault { _ = try explainer.codings(named: "abc") } == ["short-coding-id"])
        #expect(fault { _ = try explainer.codings(named: "nothing") } == ["unknown-coding"])
    }

    @Test func anExplanationNamesTheRuleItsLineAndTheWords() throws {
        let (folder, explainer) = try study()
        let coding = try #require(explainer.codings.first { $0.code == "protection.shelter" })
        let explanation = try #require(try explainer.explanations(of: [coding]).first)
        let text = String(decoding: ExplanationText().bytes(of: [explanation]), as: UTF8.self)
        #expect(text.contains("We [[slept outside]] the station."))
        #expect(text.contains("rule street  \(folder.path("small.codebook")):7"))
        #expect(text.contains("✓ \"slept outside\" → \"slept outside\" ["))
        #expect(text.contains("Amina (respondent)"))
    }

    // MARK: Why not

    private func explainer(_ folder: StudyFolder, codebook: String? = "small.codebook") throws -> PlaceExplainer {
        try PlaceExplainer(
            paths: [folder.path("Transcripts")], codebook: codebook.map(folder.path),
            options: ReadingOptions(), threads: 1)
    }

    @Test func aPlaceIsExplainedFromTranscriptsOrFromAStudy() throws {
        let (folder, _) = try study()
        let place = try #require(PlaceExplainer.Place("one", turn: 4))
        let fresh = try explainer(folder).explanation(code: "protection.shelter", at: place)
        let kept = try PlaceExplainer(
            paths: [folder.path("Results/study.verbatim")], codebook: nil, options: ReadingOptions(), threads: 1
        ).explanation(code: "protection.shelter", at: place)
        #expect(fresh == kept)
        #expect(fresh.reasons.first?.children.first?.text.contains("turn 2 has \"slept outside\"") == true)
    }

    @Test func aThemeSaysThatItOnlyGroups() throws {
        let folder = try StudyFolder()
        let place = try #require(PlaceExplainer.Place("one", turn: 4))
        let explanation = try explainer(folder).explanation(code: "return", at: place)
        #expect(explanation.facts.last?.text.contains("theme") == true)
        #expect(explanation.reasons.isEmpty)
    }

    @Test func whatDoesNotExistIsNamed() throws {
        let folder = try StudyFolder()
        let places = try explainer(folder)
        let place = try #require(PlaceExplainer.Place("one", turn: 4))
        #expect(fault { _ = try places.explanation(code: "shelter", at: place) } == ["unknown-code"])
        let elsewhere = try #require(PlaceExplainer.Place("three:5", turn: nil))
        #expect(fault { _ = try places.explanation(code: "return.any", at: elsewhere) } == ["unknown-transcript"])
        let late = try #require(PlaceExplainer.Place("one", turn: 40))
        #expect(fault { _ = try places.explanation(code: "return.any", at: late) } == ["unknown-turn"])
        let behind = try #require(PlaceExplainer.Place("one:100000", turn: nil))
        #expect(fault { _ = try places.explanation(code: "return.any", at: behind) } == ["no-word-there"])
        #expect(fault { _ = try explainer(folder, codebook: nil) } == ["no-codebook"])
    }

    @Test func placesAreATranscriptWithAnOffsetOrATurn() {
        #expect(PlaceExplainer.Place("a:b/c:12", turn: nil)?.transcript == "a:b/c")
        #expect(PlaceExplainer.Place("a:b/c:12", turn: nil)?.offset == 12)
        #expect(PlaceExplainer.Place("a", turn: nil) == nil)
        #expect(PlaceExplainer.Place("a:-1", turn: nil) == nil)
        #expect(PlaceExplainer.Place("a", turn: 3)?.turn == 3)
    }
}
