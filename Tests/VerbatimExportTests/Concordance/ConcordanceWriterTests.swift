import Testing
import VerbatimExport
import VerbatimModel

@Suite struct ConcordanceWriterTests {
    private func line(
        _ before: String, _ match: String, _ after: String, transcript: String = "a", turn: Int = 1,
        speaker: String? = "Amina", respondent: String? = "R1"
    ) -> ConcordanceLine {
        ConcordanceLine(
            transcript: transcript, turn: turn, speaker: speaker, respondent: respondent, before: before, match: match,
            after: after)
    }

    private func lines(_ lines: [ConcordanceLine], width: Int? = 80, isStyled: Bool = false) -> [String] {
        let text = String(decoding: ConcordanceWriter(width: width, isStyled: isStyled).bytes(of: lines), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The column at which a word begins.
    private func column(of word: String, in line: String) -> Int? {
        line.firstRange(of: word).map { DisplayWidth.of(String(line[..<$0.lowerBound])) }
    }

    @Test func hitsStandBelowEachOther() {
        #expect(
            lines([
                line("We ", "slept outside", " the station."),
                line("nobody ", "slept", ".", transcript: "interviews/b", turn: 14, speaker: "Omar", respondent: "R2"),
                line("", "Slept", "?", transcript: "c", speaker: nil, respondent: nil),
            ]) == [
                "a:1 Amina/R1                 We slept outside the station.",
                "interviews/b:14 Omar/R2  nobody slept.",
                "c:1                             Slept?",
            ])
    }

    @Test func aRespondentWhoIsNamedForTheLabelIsNotNamedTwice() {
        #expect(
            lines([line("", "yes", "", respondent: "a/Amina"), line("", "no", "", respondent: "b/Amina")]) == [
                "a:1 Amina          yes", "a:1 Amina/b/Amina  no",
            ])
    }

    @Test(arguments: [30, 60, 100, 200]) func linesFitTheTerminalAndHitsAreAligned(width: Int) {
        let long = String(repeating: "word ", count: 60)
        let found = lines(
            [
                line(long, "HIT", " " + long, transcript: "a/very/long/path/of/a/transcript"),
                line("日本語の文章 ", "HIT", " 日本語の文章です", speaker: "田中さん"),
                line("café 🙂 ", "HIT", "."), line("", "HIT " + long + "end", "."),
            ], width: width)
        let columns = found.map { column(of: "HIT", in: $0) }
        #expect(Set(columns).count == 1)
        #expect(columns.first != .some(nil))
        for line in found { #expect(DisplayWidth.of(line) <= max(width, 42), "\(line)") }
    }

    @Test func aLongHitKeepsItsEnds() {
        let found = lines([line("", "begin " + String(repeating: "x ", count: 200) + "end", ".")], width: 60)
        #expect(found.first?.contains("begin x") == true)
        #expect(found.first?.contains(" … ") == true)
        #expect(found.first?.contains("x end") == true)
    }

    @Test func contextIsCutAwayFromTheHit() throws {
        let words = (1...50).map { "w\($0)" }.joined(separator: " ")
        let found = try #require(lines([line(words + " ", "HIT", " " + words)], width: 60).first)
        #expect(found.contains("w50 HIT w1 "))
        #expect(found.hasSuffix("…"))
        #expect(found.contains("  …"))
    }

    @Test func withoutAWidthNothingIsCut() throws {
        let words = (1...50).map { "w\($0)" }.joined(separator: " ")
        let found = lines([line(words + " ", "HIT", " " + words), line("x ", "HIT", "")], width: nil)
        #expect(found.first?.contains("w1 w2") == true)
        #expect(found.first?.hasSuffix("w50") == true)
        #expect(Set(found.map { column(of: "HIT", in: $0) }).count == 1)
    }

    @Test func aHitIsBoldOnlyWhereAskedFor() {
        #expect(lines([line("a ", "hit", " b")], isStyled: true) == ["a:1 Amina/R1  a \u{1B}[1mhit\u{1B}[0m b"])
        #expect(lines([line("a ", "hit", " b")]) == ["a:1 Amina/R1  a hit b"])
    }

    @Test func lineEndsAreSpacesAndNothingSteersTheTerminal() {
        #expect(
            lines([line("a\n\t b\u{1B}[2J\n", "hit\nhit", "\r\nc\u{202E}d")])
                == ["a:1 Amina/R1  a b\u{FFFD}[2J hit hit cd"])
    }

    @Test func linesFromRightToLeftAreEquallyWideAndKeepTheOrderOfTheirText() throws {
        let found = lines(
            [
                line("كنا ", "ننام", " في الشارع", speaker: "أحمد"), line("", "ننام", "", speaker: "أحمد"),
                line("we ", "sleep", ""),
            ], width: 60)
        #expect(found[0].hasPrefix("a:1 \u{2068}أحمد/R1\u{2069}  "))
        #expect(found[0].contains("\u{2067}كنا ننام في الشارع"))
        #expect(found[0].hasSuffix("\u{2069}\u{200E}"))
        #expect(DisplayWidth.of(found[0]) == 60)
        #expect(DisplayWidth.of(found[1]) == 60)
        #expect(column(of: "ننام", in: found[0]) == column(of: "ننام", in: found[1]))
        #expect(!found[2].contains("\u{2067}"))
    }

    @Test func noHitsAreNoLines() {
        #expect(lines([]).isEmpty)
        #expect(ConcordanceWriter(width: 80).bytes(of: []).isEmpty)
    }
}
