import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimIngest

/// How other programs count, each with the same two segments: `wörk` and `My 🌍 family`.
@Suite struct ForeignOffsetsTests {
    private let lines = ["Ruth: Why?", "", "Anna: No wörk.", "", "Anna: My 🌍 family."]

    /// The codings of a project whose text has the given line ends, and whose positions count them otherwise.
    private func quotes(
        lineEnd: String, counted: Int, mark: Bool = false, markCounts: Bool = false, utf16: Bool = false,
        names: [String?]
    ) throws -> [String] {
        let text = (mark ? "\u{FEFF}" : "") + lines.joined(separator: lineEnd)
        // Positions in code points with line ends of no width: 10 + 0 + 9 and 10 + 14 + 6.
        let before = markCounts ? 1 : 0
        let first = 19 + 2 * counted + before
        let second = 30 + 4 * counted + before
        let spans = [(first, first + 4), (second, second + 11 + (utf16 ? 1 : 0))]
        let content = QDASample.codebook + "<Sources>\(QDASample.source(spans, names: names))</Sources>"
        return try QDASample.read(try QDASample.project(content, files: [("50.txt", text)])).quotes
    }

    @Test(arguments: [[nil, nil], ["wörk", "My 🌍 family"], ["Work", "Anna 1, 12-14"]] as [[String?]])
    func everyWayOfCountingIsToldFromNamesOrBordersOfWords(names: [String?]) throws {
        let expected = ["wörk", "My 🌍 family"]
        #expect(try quotes(lineEnd: "\n", counted: 1, names: names) == expected)
        #expect(try quotes(lineEnd: "\r\n", counted: 2, names: names) == expected)
        #expect(try quotes(lineEnd: "\r\n", counted: 1, names: names) == expected)
        #expect(try quotes(lineEnd: "\n", counted: 2, names: names) == expected)
        #expect(try quotes(lineEnd: "\r", counted: 1, names: names) == expected)
        #expect(try quotes(lineEnd: "\n", counted: 1, mark: true, names: names) == expected)
        #expect(try quotes(lineEnd: "\n", counted: 1, mark: true, markCounts: true, names: names) == expected)
        #expect(try quotes(lineEnd: "\r\n", counted: 2, mark: true, markCounts: true, names: names) == expected)
    }

    @Test func unitsOfUTF16AreToldFromNames() throws {
        let found = try quotes(lineEnd: "\n", counted: 1, utf16: true, names: ["wörk", "My 🌍 family"])
        #expect(found == ["wörk", "My 🌍 family"])
    }

    @Test func namesThatFitOnlyPartlyAreReported() throws {
        let spans = [(0, 4), (12, 16), (33, 37)]
        let source = QDASample.source(spans, names: ["Ruth", "Anna", "nothing like it"])
        let bytes = try QDASample.project(
            QDASample.codebook + "<Sources>\(source)</Sources>", files: [("50.txt", lines.joined(separator: "\n"))])
        #expect(try QDASample.read(bytes).transcripts[0].warnings.map(\.identifier).contains("uncertain-segments"))
    }

    @Test func longNameMayBeTheBeginningOfItsSegment() {
        let text = "one two three four five six"
        let selection = ForeignOffsets.Selection(start: 0, end: 27, name: "one two three fo...")
        let offsets = ForeignOffsets(text: text, widths: [], hasMark: false, selections: [selection])
        #expect(offsets.fitting == 1)
        #expect(offsets.span(of: .init(start: 27, end: 27)) == TextSpan(start: 27, end: 27))
        #expect(offsets.span(of: .init(start: 27, end: 28)) == nil)
    }

    @Test func positionsAgreeWithCountingOneByOne() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<300 {
            let words = ["a", "é", "🌍", " ", "\n", "ل", "word"]
            let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                words[Int.random(in: 0..<7, using: &random)]
            }.joined()
            let scalars = Array(text.unicodeScalars)
            let widths = scalars.filter { $0 == "\n" }.map { _ in Int.random(in: 1...2, using: &random) }
            let start = Int.random(in: 0...scalars.count, using: &random)
            let end = Int.random(in: start...scalars.count, using: &random)
            /// The position in the file as it is written.
            func raw(_ offset: Int) -> Int {
                let lines = scalars[..<offset].count { $0 == "\n" }
                return offset + widths.prefix(lines).count { $0 == 2 }
            }
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars[start..<end])
            let selection = ForeignOffsets.Selection(start: raw(start), end: raw(end), name: String(quote))
            let offsets = ForeignOffsets(text: text, widths: widths, hasMark: false, selections: [selection])
            guard offsets.unit == ForeignOffsets.Unit() else { continue }
            #expect(offsets.span(of: selection) == TextSpan(start: start, end: end))
        }
    }
}
