import Foundation
import Testing
import VerbatimCodebook
import VerbatimEngine
import VerbatimModel
import VerbatimTestSupport

/// The packs of `Codebooks/Assertion` on the sentences of `Fixtures/Assertion`, which people labelled.
@Suite struct AssertionPackTests {
    /// A language, and the least precision and recall that its pack must keep: just under what was measured.
    struct Floor: Sendable, CustomTestStringConvertible {
        var language: Language
        /// Over all kinds: precision and recall on the lines that the pack was written with.
        var development: (precision: Double, recall: Double)
        /// The same on the lines that were held out.
        var heldOut: (precision: Double, recall: Double)
        var testDescription: String { language.code }
    }

    static let floors: [Floor] = [
        Floor(language: "en", development: (0.97, 0.96), heldOut: (0.72, 0.61)),
        Floor(language: "nl", development: (0.96, 0.96), heldOut: (0.81, 0.67)),
        Floor(language: "fr", development: (0.95, 0.95), heldOut: (0.82, 0.73)),
        Floor(language: "ar", development: (0.95, 0.97), heldOut: (0.63, 0.68)),
        Floor(language: "tr", development: (0.96, 0.97), heldOut: (0.79, 0.76)),
    ]
    static let languages = floors.map(\.language)

    @Test(arguments: floors)
    func packKeepsItsPrecisionAndRecall(floor: Floor) throws {
        let judged = try JudgedSentences(language: floor.language)
        for (part, least) in [(false, floor.development), (true, floor.heldOut)] {
            let total = judged.measure(heldOut: part).total
            let name = "\(floor.language.code), \(part ? "held out" : "development")"
            #expect(total.precision >= least.precision, "\(name): \(total)\n\(judged.mistakes(heldOut: part))")
            #expect(total.recall >= least.recall, "\(name): \(total)\n\(judged.mistakes(heldOut: part))")
        }
    }

    @Test(arguments: languages)
    func thereAreEnoughCuesOfEveryKind(language: Language) throws {
        let cues = try JudgedSentences.pack(of: language)
        #expect(cues.allSatisfy { $0.language == language })
        #expect(cues.count >= 60)
        for kind in Cue.Kind.allCases where kind != .question {
            #expect(cues.contains { $0.kind == kind }, "no cue of kind \(kind.rawValue)")
        }
    }

    @Test(arguments: languages)
    func halfOfTheSentencesOnlyLookLikeIt(language: Language) throws {
        let sentences = try LabelledSentence.all(in: language)
        #expect(sentences.count >= 80)
        #expect(Set(sentences.map { "\($0.text) \($0.marked)" }).count == sentences.count)
        let plain = sentences.count { $0.assertion == Assertion() }
        #expect((0.35...0.65).contains(Double(plain) / Double(sentences.count)))
    }

    /// The table of `Documentation/Assertion.md` says what is measured now.
    ///
    /// Run with `RECORD_SNAPSHOTS` it writes the table into the page and fails, so that a recording is never taken for a
    /// pass. The held-out lines are for measuring: nobody changes a pack because of them.
    @Test func documentedFiguresAreThoseMeasured() throws {
        let url = RepositoryFiles.url("Documentation/Assertion.md")
        let table = try AssertionTable(languages: Self.languages).markdown
        let page = try String(contentsOf: url, encoding: .utf8)
        if page.contains("\n\n\(table)\n\n") { return }
        guard ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil else {
            Issue.record("Documentation/Assertion.md has other figures: read them, then run with RECORD_SNAPSHOTS=1")
            return
        }
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let old = lines.indices.filter { lines[$0].hasPrefix(AssertionTable.head) }.first
        let start = try #require(old, "the page has no table that begins with \(AssertionTable.head)")
        let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
        lines.replaceSubrange(start..<end, with: table.split(separator: "\n"))
        try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
        Issue.record("Wrote the figures into Documentation/Assertion.md. Run again without RECORD_SNAPSHOTS.")
    }
}
