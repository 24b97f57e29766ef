import Foundation
import Testing

@testable import VerbatimText

/// The Unicode consortium's own test files, where the database is installed (Debian's `unicode-data`) in the version
/// that our tables are made from: another version has other answers.
@Suite struct UnicodeConformanceTests {
    static let folder = URL(fileURLWithPath: "/usr/share/unicode/auxiliary")
    static let isInstalled = {
        let file = folder.appendingPathComponent("WordBreakTest.txt")
        guard let contents = try? String(contentsOf: file, encoding: .utf8) else { return false }
        return contents.hasPrefix("# WordBreakTest-\(Segmenter.unicodeVersion).txt")
    }()

    @Test(.enabled(if: isInstalled, "the Unicode database is not here in our version"))
    func wordBoundariesPassTheUnicodeTests() throws {
        let cases = try Self.cases(in: "WordBreakTest.txt")
        #expect(cases.count > 1800)
        for each in cases {
            let found = Array(each.text.utf8).withUnsafeBufferPointer(WordBreaker.boundaries)
            #expect(found == each.boundaries, "\(each.line)")
        }
    }

    @Test(.enabled(if: isInstalled, "the Unicode database is not here in our version"))
    func sentenceBoundariesPassTheUnicodeTests() throws {
        let cases = try Self.cases(in: "SentenceBreakTest.txt")
        #expect(cases.count > 500)
        for each in cases {
            let found = Array(each.text.utf8).withUnsafeBufferPointer(SentenceBreaker.boundaries)
            #expect(found == each.boundaries, "\(each.line)")
        }
    }

    @Test func anEmptyTextHasNoBoundaries() {
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(WordBreaker.boundaries(of: none).isEmpty)
        #expect(SentenceBreaker.boundaries(of: none).isEmpty)
    }

    struct Case {
        var line: String
        var text: String
        var boundaries: [Int]
    }

    static func cases(in name: String) throws -> [Case] {
        let contents = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return contents.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("÷") else { return nil }
            var result = Case(line: String(line), text: "", boundaries: [])
            for part in (line.split(separator: "#").first ?? line).split(whereSeparator: { $0 == " " || $0 == "\t" }) {
                if part == "÷" {
                    result.boundaries.append(result.text.utf8.count)
                } else if part != "×", let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.text.unicodeScalars.append(scalar)
                }
            }
            return result
        }
    }
}
