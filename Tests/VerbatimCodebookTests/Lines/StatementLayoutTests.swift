import Testing
import VerbatimCodebook
import VerbatimModel

/// Statements in column one, indented properties, continuation lines, comments.
@Suite struct StatementLayoutTests {
    private let head = "codebook x \"X\"\n"

    @Test func aPropertyGoesOnOverDeeperLines() throws {
        let text = """
            codebook x "X"
            code a "A"
              define    One
                        two
                          three
              rule en: b or
                c   # and no more
                   or d
            """
        let code = try #require(parse(text).codebook.codes.first)
        #expect(code.definition == "One two three")
        #expect(code.rules.map { Notation.write($0.expression) } == ["or(w:b, w:c, w:d)"])
        #expect(code.rules.first?.text == "b or c or d")
    }

    @Test func blankLinesAndCommentLinesEndNothing() throws {
        let text = """
            # A codebook.

            codebook x "X"
            code a "A"

              define  One
            # a comment in column one

                      two
              # a comment
              rule: b
            """
        let code = try #require(parse(text).codebook.codes.first)
        #expect(code.definition == "One two")
        #expect(code.rules.count == 1)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func allLineEndsAreAccepted(_ newline: String) {
        let lines = ["\u{FEFF}codebook x \"X\"", "code a \"A\"", "  define D", "  rule: b near c", "  + \"b\""]
        let parsed = parse(lines.joined(separator: newline) + newline)
        #expect(Notation.write(parsed.diagnostics) == ["4:11 missing-distance"])
        #expect(parsed.diagnostics.first?.sourceLine == "  rule: b near c")
        #expect(parsed.codebook.codes.first?.definition == "D")
    }

    @Test(arguments: [
        ("  define  Text # comment", "Text"),
        ("  define  Text \"with # inside\" quotes # comment", "Text \"with # inside\" quotes"),
        ("  define  5\" wide # comment", "5\" wide"),
        ("\tdefine\tText", "Text"),
    ])
    func aCommentBeginsOutsideQuotes(_ line: String, _ expected: String) {
        #expect(parse(head + "code a\n" + line).codebook.codes.first?.definition == expected)
    }

    @Test func aColorIsNoComment() {
        let code = parse(head + "code a\n  color #4477aa # blue\n").codebook.codes.first
        #expect(code?.color == "#4477AA")
    }

    @Test func aQuotationGoesOnOverLines() {
        let code = parse(head + "code a\n  + \"We [[slept\n      outside]] # not a comment\"\n").codebook.codes.first
        #expect(code?.examples.first?.text == "We slept outside # not a comment")
    }

    @Test func tabsAndSpacesIndent() {
        let parsed = parse(head + "code a\n\tdefine One\n\t  two\n        rule: b\n\trule: c\n\t+ \"b\"\n")
        #expect(parsed.diagnostics == [])
        #expect(parsed.codebook.codes.first?.definition == "One two")
        #expect(parsed.codebook.codes.first?.rules.count == 2)
    }

    @Test(arguments: [
        ("  code a \"A\"\n    define B\n", "2:3 indented-statement"),
        ("code a\ndefine B\n", "3:1 property-in-column-one"),
        ("code a\n  define B\nrule: c\n  + \"c\"\n", "4:1 property-in-column-one"),
        ("cod a\n  define B\n", "2:1 unknown-statement"),
        ("list @a\nen: b\n", "2:6 ?unused-list, 3:1 property-in-column-one"),
    ])
    func aMisplacedLineIsReportedOnce(_ text: String, _ expected: String) {
        let found = Notation.write(parse(head + text).diagnostics).filter { !$0.contains("?no-") }
        #expect(found.joined(separator: ", ") == expected)
    }

    @Test func aMisplacedPropertyStillBelongsToItsCode() {
        let code = parse(head + "code a\n  define B\nrule: c\n  + \"c\"\n").codebook.codes.first
        #expect(code?.rules.count == 1)
        #expect(code?.examples.count == 1)
    }

    @Test func anIndentedLineNeedsAStatement() {
        #expect(
            Notation.write(parse("  define B\ncodebook x\n").diagnostics) == ["1:3 property-without-statement"])
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "\u{FEFF}"])
    func anEmptyFileIsAnError(_ text: String) {
        #expect(Notation.write(parse(text).diagnostics) == ["1:1 empty-codebook"])
    }
}
