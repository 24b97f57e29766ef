import Testing
import VerbatimModel

@Suite struct DiagnosticTests {
    @Test func theFirstLineSaysWhereWhatAndWhichNameIsNear() {
        let diagnostic = Diagnostic(
            .error, "unknown-list", "There is no list @homelnd.", path: "a.codebook",
            position: SourcePosition(line: 12, column: 7), suggestion: "@homeland")
        #expect(
            diagnostic.description
                == "a.codebook:12:7: error: [unknown-list] There is no list @homelnd. Did you mean '@homeland'?")
        #expect(diagnostic.rendered == diagnostic.description)
    }

    @Test func aFaultThatIsInNoFileIsTheProgramsOwn() {
        #expect(Diagnostic(.warning, "no-rules", "Text.").description == "verbatim: warning: [no-rules] Text.")
    }

    @Test func theCaretStandsUnderTheFault() {
        let diagnostic = Diagnostic(
            .error, "x", "M.", path: "p", position: SourcePosition(line: 1, column: 6), length: 3,
            sourceLine: "rule abc def")
        #expect(diagnostic.rendered == "p:1:6: error: [x] M.\n    rule abc def\n         ^~~")
    }

    @Test func tabsBeforeTheFaultAreKeptSoThatTheCaretMovesWithThem() {
        let diagnostic = Diagnostic(
            .error, "x", "M.", path: "p", position: SourcePosition(line: 1, column: 4), length: 1,
            sourceLine: "\ta\tb")
        #expect(diagnostic.rendered == "p:1:4: error: [x] M.\n    \ta\tb\n    \t \t^")
    }

    @Test func columnsAreScalarsSoThatAnEmojiIsOne() {
        let diagnostic = Diagnostic(
            .error, "x", "M.", path: "p", position: SourcePosition(line: 1, column: 3), sourceLine: "é🚉!")
        #expect(diagnostic.rendered.hasSuffix("\n    é🚉!\n      ^"))
    }

    @Test(arguments: [(4, 9, "    abc\n       ^"), (2, 9, "    abc\n     ^~"), (9, 1, "    abc\n       ^")])
    func theMarkNeverGoesBeyondTheLine(column: Int, length: Int, end: String) {
        let diagnostic = Diagnostic(
            .error, "x", "M.", path: "p", position: SourcePosition(line: 1, column: column), length: length,
            sourceLine: "abc")
        #expect(diagnostic.rendered.hasSuffix(end))
    }

    @Test func placesAreOrderedByLineThenColumn() {
        let places = [(2, 1), (1, 9), (1, 2)].map { SourcePosition(line: $0.0, column: $0.1) }
        #expect(places.sorted().map(\.column) == [2, 9, 1])
    }
}
