import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodebookEffectTests {
    private static let place = SourceRange(path: "test.codebook", start: SourcePosition(line: 1, column: 1))

    private func code(_ id: Code.ID, was former: [Code.ID] = [], theme: Bool = false) -> Code {
        var code = Code(id: id, name: id.uppercased(), isCodable: !theme, source: Self.place)
        code.formerIDs = former
        return code
    }

    private func book(_ codes: Code...) -> Codebook {
        Codebook(id: "test", title: "Test", codes: codes)
    }

    private func coding(
        _ code: Code.ID, _ respondent: Respondent.ID?, _ span: Range<Int>, in transcript: Transcript.ID = "t",
        _ kinds: [AssertionKind] = [.affirmed], status: CodingStatus = .proposed
    ) -> Coding {
        Coding(
            transcript: transcript, turn: 1, speaker: respondent ?? "Some", respondent: respondent, code: code,
            rules: ["r1"], assertion: Assertion(), assertionKinds: kinds,
            span: TextSpan(start: span.lowerBound, end: span.upperBound), quote: "words", evidence: [],
            evidenceWords: [], status: status, coder: "test")
    }

    @Test func segmentsThatOverlapAreTheSameCoding() {
        let effect = CodebookEffect(
            old: book(code("c")), codings: [coding("c", "a", 0..<10), coding("c", "a", 20..<30)],
            new: book(code("c")), codings: [coding("c", "a", 5..<15), coding("c", "a", 30..<40)])
        #expect(effect.items.map(\.change) == [.lost, .gained])
        #expect(effect.items.map(\.coding.span.start) == [20, 30])
        // Having another coding before and after, the respondent is neither gained nor lost.
        #expect(effect.items.allSatisfy { !$0.changesRespondent })
        #expect(effect.rows.map(\.respondentsGained) == [[]])
    }

    @Test func respondentsAreGainedAndLostOnceForCodesAndThemes() {
        let codes = book(code("t", theme: true), code("t.x"), code("t.y"))
        let effect = CodebookEffect(
            old: codes, codings: [coding("t.x", "a", 0..<5), coding("t.x", "b", 10..<15)],
            new: codes,
            codings: [coding("t.y", "a", 0..<5), coding("t.y", "c", 40..<45), coding("t.y", "c", 50..<55)])
        #expect(effect.rows.map(\.code) == ["t", "t.x", "t.y"])
        #expect(effect.rows.map(\.respondentsLost) == [["b"], ["a", "b"], []])
        #expect(effect.rows.map(\.respondentsGained) == [["c"], [], ["a", "c"]])
        #expect(effect.rows.map(\.codingsGained) == [3, 0, 3])
        #expect(effect.rows.map(\.codingsLost) == [2, 2, 0])
        #expect(effect.rows.map(\.codingsBefore) == [2, 2, 0])
        #expect(effect.rows.map(\.codingsAfter) == [3, 0, 3])
    }

    @Test func aRenamedCodeIsTheSameCode() {
        let effect = CodebookEffect(
            old: book(code("old")), codings: [coding("old", "a", 0..<5)],
            new: book(code("new", was: ["old"])), codings: [coding("new", "a", 0..<5)])
        #expect(effect.items.isEmpty)
        #expect(effect.rows.map(\.code) == ["new"])
        #expect(effect.rows.first?.isChanged == false)
    }

    @Test func aMovedCodeCountsWhereItStoodAndWhereItStands() {
        let old = book(code("a", theme: true), code("a.x"), code("b", theme: true))
        let new = book(code("a", theme: true), code("b", theme: true), code("b.x", was: ["a.x"]))
        let effect = CodebookEffect(
            old: old, codings: [coding("a.x", "p", 0..<5)], new: new, codings: [coding("b.x", "p", 0..<5)])
        #expect(effect.items.isEmpty)
        #expect(effect.rows.map(\.code) == ["a", "b", "b.x"])
        #expect(effect.rows.map(\.respondentsLost) == [["p"], [], []])
        #expect(effect.rows.map(\.respondentsGained) == [[], ["p"], []])
        #expect(effect.rows.map(\.codingsBefore) == [1, 0, 1])
        #expect(effect.rows.map(\.codingsAfter) == [0, 1, 1])
    }

    @Test func codesThatWereTakenOutStandLast() {
        let effect = CodebookEffect(
            old: book(code("gone"), code("kept")), codings: [coding("gone", "a", 0..<5)],
            new: book(code("kept"), code("fresh")), codings: [coding("fresh", "a", 0..<5)])
        #expect(effect.rows.map(\.code) == ["kept", "fresh", "gone"])
        #expect(effect.items.map(\.code) == ["fresh", "gone"])
        #expect(effect.summary(onlyChanged: true).rows.count == 2)
        #expect(effect.summary().rows.count == 3)
    }

    @Test func anotherAssertionIsNoGainAndNoLoss() {
        let effect = CodebookEffect(
            old: book(code("c")), codings: [coding("c", "a", 0..<5)],
            new: book(code("c")), codings: [coding("c", "a", 0..<5, [.negated])])
        #expect(effect.items.map(\.change) == [.reasserted])
        #expect(effect.items.first?.changesRespondent == false)
        #expect(effect.rows.first?.codingsReasserted == 1)
    }

    @Test func whatCountsNowhereIsNotCompared() {
        let effect = CodebookEffect(
            old: book(code("c")), codings: [coding("c", "a", 0..<5)],
            new: book(code("c")), codings: [coding("c", "a", 0..<5, status: .suppressed)])
        #expect(effect.items.map(\.change) == [.lost])
        #expect(effect.items.first?.changesRespondent == true)
    }

    @Test func speechOfAGroupGainsNoRespondent() {
        let effect = CodebookEffect(
            old: book(code("c")), codings: [], new: book(code("c")), codings: [coding("c", nil, 0..<5)])
        #expect(effect.rows.first?.codingsGained == 1)
        #expect(effect.rows.first?.respondentsAfter == 0)
        #expect(effect.items.first?.changesRespondent == false)
    }

    /// Whatever changes, what was there and what came and went add up to what is there.
    @Test(arguments: 0..<40) func respondentsAndCodingsAddUp(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let codes = book(code("a", theme: true), code("a.x"), code("a.y"), code("b"))
        func some() -> [Coding] {
            (0..<Int.random(in: 0...20, using: &random)).map { _ in
                let start = Int.random(in: 0..<30, using: &random) * 10
                return coding(
                    ["a.x", "a.y", "b"].randomElement(using: &random) ?? "b",
                    ["p", "q", "r", nil].randomElement(using: &random) ?? nil, start..<start + 10,
                    in: ["t", "u"].randomElement(using: &random) ?? "t")
            }
        }
        let old = some()
        let new = some()
        let effect = CodebookEffect(old: codes, codings: old, new: codes, codings: new)
        for row in effect.rows {
            #expect(
                row.respondentsAfter
                    == row.respondentsBefore + row.respondentsGained.count - row.respondentsLost.count)
            let below = { (coding: Coding) in coding.code == row.code || coding.code.hasPrefix(row.code + ".") }
            #expect(row.codingsBefore == old.count(where: below))
            #expect(row.codingsAfter == new.count(where: below))
            #expect(row.respondentsAfter == Set(new.filter(below).compactMap(\.respondent)).count)
        }
        #expect(CodebookEffect(old: codes, codings: old, new: codes, codings: old).items.isEmpty)
    }

    @Test func twoCodebooksAreComparedOnFilesAndOnStudies() throws {
        let study = try StudyFolder()
        try study.write(
            StudyFolder.codebook.replacing("\"slept outside\"", with: "slept").replacing("\"go back\"", with: "zzz")
                .replacing("+ \"I go back.\"", with: "+ \"zzz\"").replacing("- \"We slept well.\"", with: ""),
            to: "other.codebook")
        try CodingPipeline(study.options()).run()
        let old = try LoadedCodebook.load(study.path("small.codebook"))
        let new = try LoadedCodebook.load(study.path("other.codebook"))
        for path in [study.path("Transcripts"), study.path("Results/study.verbatim")] {
            let (effect, diagnostics) = try CodebookEffect.measure(old: old, new: new, on: [path], threads: 2)
            #expect(diagnostics.isEmpty)
            #expect(effect.rows.map(\.respondentsLost.count) == [0, 0, 2, 2])
            #expect(Set(effect.items.map(\.change)) == [.lost])
            #expect(effect.changes.rows.count == effect.items.count)
        }
    }
}
