import Foundation
import Testing
import VerbatimCodebook
import VerbatimModel
import VerbatimTestSupport

@Suite struct CodebookComposerTests {
    @Test func everyConstructIsReadBackAsItWas() throws {
        let text = """
            codebook s "A \\"study\\""
              version   1.0
              languages fr en
              define    What "item #4" says.
            list @a.b
              en: home, "my (country|own land) ...5 back", ~return, =Iraq, /a\\/b/, @c, "10:30", "and _ or ... x"
              fr: l'abri, "qu'il dort", maison
              re-entr*
            list @c
              x
            cue negation before/4 en: not, "no longer"
            cue pseudo: "not only"
            theme t "Theme"
              was old.t older
            code t.a
              define  One
              anchor "He left"
              anchor He said "go"
              memo one
              memo two
              color #4477aa
              status draft
              mark sentence +-2
              scope turn
              speakers interviewer or observer
              exclusive g -2
              threshold 1.5
              rule fr: l'abri or qu'il
              rule x: home in turn, only negated|hedged, where country in (Iraq, "a b") and (a = 1 or b != 2), weight -1.5
              rule code:t.b
              rule: code:t.b near/3 @a.b
              + as interviewer asked "Why \\"you\\"?" with country = Iraq and "a b" = "in" negated "We [[left]] \\\\ [laughs] [[home]]"
              -en "No"
            code t.b
              speakers population = migrant and (country in (Iraq, "x y") or age >= 18)
              rule: x
            """
        let parsed = parse(text.replacingOccurrences(of: "  rule code:t.b\n", with: ""))
        #expect(!parsed.hasErrors, "\(parsed.diagnostics)")
        let composed = CodebookComposer(parsed.codebook)
        let again = parse(composed.text)
        #expect(!again.hasErrors, "\(again.diagnostics)")
        #expect(again.codebook.withoutPlaces == parsed.codebook.withoutPlaces)
        #expect(try parse(composed.formatted()).codebook.withoutPlaces == parsed.codebook.withoutPlaces)
    }

    @Test func everyCodebookOfTheRepositoryIsReadBackAsItWas() throws {
        let folder = RepositoryFiles.url("Codebooks").resolvingSymlinksInPath()
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".codebook") {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            let parsed = parse(text)
            #expect(
                parse(CodebookComposer(parsed.codebook).text).codebook.withoutPlaces == parsed.codebook.withoutPlaces)
        }
    }

    @Test func faultsAreReportedWhereTheLinesCameFrom() {
        var composer = CodebookComposer()
        composer.begin("codebook", "s", at: SourcePosition(line: 3, column: 1))
        composer.begin("code", "a", at: SourcePosition(line: 7, column: 2))
        composer.rule(id: nil, language: nil, "home or", at: SourcePosition(line: 9, column: 5))
        let faults = composer.located(parse(composer.text).diagnostics, path: "table.csv")
            .filter { $0.severity == .error }
        #expect(faults.map(\.position) == [SourcePosition(line: 9, column: 5)])
        #expect(faults.allSatisfy { $0.path == "table.csv" && $0.message.hasPrefix("in code a: ") })
    }

    @Test func aNumberSignThatWouldBeginACommentIsChangedAndNoted() {
        var composer = CodebookComposer()
        composer.begin("codebook", "s")
        composer.prose("define", "see #4\nand more")
        #expect(parse(composer.text).codebook.definition == "see \u{FF03}4 and more")
        #expect(composer.changedTexts.map(\.subject) == ["define"])
    }
}
