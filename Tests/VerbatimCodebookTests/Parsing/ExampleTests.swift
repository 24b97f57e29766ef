import Testing
import VerbatimCodebook
import VerbatimModel

/// Section 6 of the language.
@Suite struct ExampleTests {
    private func parseExample(_ text: String) -> (example: Example?, faults: [String]) {
        let parsed = parse("codebook x\ncode a\n  \(text)\n")
        return (
            parsed.codebook.codes.first?.examples.first,
            Notation.write(parsed.diagnostics).filter { !$0.contains("?no-") }
        )
    }

    @Test func anExampleIsATextThatMustBeCoded() throws {
        let (found, faults) = parseExample("+   \"We [[slept outside]] the 🏠 [[été]].\"")
        let example = try #require(found)
        #expect(faults == [])
        #expect(example.isCoded)
        #expect(example.text == "We slept outside the 🏠 été.")
        #expect(example.evidence == [TextSpan(start: 3, end: 16), TextSpan(start: 23, end: 26)])
        #expect(example.language == nil)
        #expect(example.role == .respondent)
        #expect(example.source.start == SourcePosition(line: 3, column: 3))
    }

    @Test func anExampleIsNarrowedInAnyOrder() throws {
        let (found, faults) = parseExample(
            "-fr with country = Iraq and \"place of birth\" = \"El Jadida\" negated as interviewer reported "
                + "asked \"Tu \\\"dors\\\" où ?\" \"Non.\"")
        let example = try #require(found)
        #expect(faults == [])
        #expect(!example.isCoded)
        #expect(example.language == "fr")
        #expect(example.attributes == ["country": "Iraq", "place of birth": "El Jadida"])
        #expect(example.assertions == [.negated, .reported])
        #expect(example.role == .interviewer)
        #expect(example.question == "Tu \"dors\" où ?")
        #expect(example.text == "Non.")
    }

    @Test func escapesMoveNoEvidence() throws {
        let example = try #require(parseExample("+ \"He said \\\"[[go]]\\\" \\\\ [[now]]\"").example)
        #expect(example.text == "He said \"go\" \\ now")
        #expect(example.evidence == [TextSpan(start: 9, end: 11), TextSpan(start: 15, end: 18)])
    }

    @Test(arguments: [
        ("+ \"a [[b\"", "3:8 unbalanced-marks"),
        ("+ \"a b]]\"", "3:9 unbalanced-marks"),
        ("+ \"[[a [[b]]\"", "3:10 unbalanced-marks"),
        ("+ \"[[]]a\"", "3:6 unbalanced-marks"),
        ("+ \"\"", "3:5 example-without-text"),
        ("+", "3:3 example-without-text"),
        ("+ negated", "3:3 example-without-text"),
        ("+ \"a", "3:5 unclosed-quote"),
        ("+ \"a\" b", "3:9 unexpected-text"),
        ("+ fr \"a\"", "3:5 separate-language"),
        ("+FR \"a\"", "3:4 bad-language"),
        ("+ as interviwer \"a\"", "3:5 unknown-role"),
        ("+ asked \"a\"", "3:3 example-without-text"),
        ("+ asked b \"a\"", "3:5 missing-value"),
        ("+ with country Iraq \"a\"", "3:5 missing-value"),
        ("+ negatd \"a\"", "3:5 unknown-qualifier"),
        ("- \"a [[b]]\"", "3:5 ?marks-in-counter-example"),
    ])
    func aFaultyExampleIsReportedAtItsPlace(_ text: String, _ expected: String) {
        #expect(parseExample(text).faults == [expected])
    }
}
