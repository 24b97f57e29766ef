import Testing
import VerbatimTestSupport

@testable import VerbatimExport

@Suite struct TextMetricsTests {
    @Test func widthsGrowWithWordsAndSize() {
        #expect(TextMetrics.width(of: "", size: 13) == 0)
        #expect(TextMetrics.width(of: "mm", size: 10) > TextMetrics.width(of: "ii", size: 10))
        #expect(TextMetrics.width(of: "word", size: 20) == 2 * TextMetrics.width(of: "word", size: 10))
        #expect(TextMetrics.width(of: "word", size: 10, isBold: true) > TextMetrics.width(of: "word", size: 10))
        // A combining accent takes no room, a wide character that of two.
        #expect(TextMetrics.width(of: "e\u{301}", size: 10) == TextMetrics.width(of: "é", size: 10))
        #expect(TextMetrics.width(of: "語", size: 10) > TextMetrics.width(of: "a", size: 10))
    }

    @Test(arguments: [
        ("one two three", 50.0, ["one two", "three"]), ("", 50, [""]), ("one", 50, ["one"]),
        ("abcdefghijk", 30, ["abcd", "efghi", "jk"]), ("a\u{A0}b c", 20, ["a\u{A0}b", "c"]),
    ])
    func linesEndBetweenWordsAndElseWithinThem(text: String, width: Double, lines: [String]) {
        #expect(TextMetrics.lines(of: text, size: 10, within: width) == lines)
    }

    @Test(arguments: 0..<100) func nothingIsCut(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("aimW%é語ع🏠-")
        let words = (0..<Int.random(in: 1..<12, using: &random)).map { _ in
            String(
                (0..<Int.random(in: 1..<20, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
        }
        let width = Double.random(in: 12..<200, using: &random)
        let lines = TextMetrics.lines(of: words.joined(separator: " "), size: 10, within: width)
        #expect(lines.joined().filter { $0 != " " } == words.joined())
        for line in lines where line.count > 1 { #expect(TextMetrics.width(of: line, size: 10) <= width) }
    }

    @Test(arguments: [
        ("العودة", true), ("1. العودة", true), ("עברית", true), ("Return العودة", false), ("12 %", false), ("", false),
        ("語", false),
    ])
    func theFirstLetterTellsTheDirection(text: String, isRightToLeft: Bool) {
        #expect(TextMetrics.isRightToLeft(text) == isRightToLeft)
    }
}
