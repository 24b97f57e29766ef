import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimText

/// Our word and sentence boundaries are those of the system's ICU.
@Suite(ICUOracle.isComparable) struct AgreesWithICUTests {
    /// Pieces of text, by what the rules take them for; each row is drawn from equally often.
    static let pieces: [[String]] = [
        ["a", "b", "é", "ß", "ı", "λ", "ж", "ª"],
        ["A", "B", "É", "İ", "ǅ", "Ж", "Ⅳ"],
        ["ن", "ع", "ى", "ـ", "क", "ʻ"],
        ["ש", "ﬠ"],
        ["ア", "ー", "ｱ", "〳"],
        ["1", "7", "٣", "५", "²", "½"],
        ["\u{301}", "\u{5B0}", "\u{64B}", "\u{93E}", "\u{FE0F}", "\u{20E3}", "\u{1F3FD}", "\u{E0067}"],
        ["\u{AD}", "\u{200C}", "\u{200F}", "\u{61C}", "\u{600}", "\u{2060}", "\u{FEFF}", "\u{200B}"],
        ["\u{200D}"],
        ["🙂", "👩", "❤", "™", "‼"],
        ["🇲", "🇦", "🇹"],
        ["'", "’", "‘", "´", "`"],
        ["\"", "“", "”", "״", "׳"],
        [".", "․"],
        ["!", "?", "؟", "।", "。", "…"],
        [",", "،", "-", "–", "—", "︓"],
        [";", ":", "·", "٫", "٬", "/"],
        ["_", "‿"],
        ["(", ")", "[", "]", "«", "»", "¿"],
        ["#", "+", "%", "\u{0}", "\u{E000}"],
        [" ", "\u{2009}", "\u{3000}"],
        [" ", "\u{A0}", "\u{202F}", "\t"],
        ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"],
        ["Mosul", "İstanbul", "l’", "qu'", "e.g.", "Dr. ", "...", "3.5", "1,200"],
        ["نعم", "صلى\u{200C}", "צה״ל", "👩\u{200D}👧"],
    ]

    @Test(arguments: ICUOracle.allCases) func randomTextsAreCutAlike(_ oracle: ICUOracle) {
        var random = SeededGenerator(seed: 33)
        var differences: [String] = []
        for _ in 0..<20_000 {
            let text = Self.text(&random, upTo: 12)
            if let difference = oracle.difference(in: text) { differences.append(difference) }
        }
        Self.expectNone(differences)
    }

    /// Puts every scalar between others of every kind, so that a wrong property anywhere in the table shows.
    @Test(arguments: ICUOracle.allCases) func everyScalarIsTakenForTheSame(_ oracle: ICUOracle) {
        var differences: [String] = []
        var count = 0
        for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init(_:) as (UInt32) -> Unicode.Scalar?) {
            switch scalar.properties.generalCategory {
            case .unassigned, .privateUse: continue
            default: break
            }
            if oracle == .words, scalar == ICUOracle.contested || ICUOracle.isCutByDictionary(scalar) { continue }
            count += 1
            if let difference = oracle.difference(in: Self.text(around: scalar, for: oracle)) {
                differences.append(difference)
            }
        }
        Self.expectNone(differences)
        #expect(count > 45_000)
    }

    @Test(arguments: ICUOracle.allCases) func transcriptsAreCutAlike(_ oracle: ICUOracle) throws {
        let folder = RepositoryFiles.url("Transcripts")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { name in
            ["txt", "md", "xml", "csv"].contains { name.hasSuffix(".\($0)") }
        }
        #expect(names.count > 15)
        for name in names {
            let contents = try Data(contentsOf: folder.appendingPathComponent(name))
            for piece in contents.split(separator: UInt8(ascii: "@")) {
                let bytes = Array(piece)
                let ours = oracle.ours(bytes)
                let theirs = try #require(oracle.theirs(bytes))
                let firstDifference = Set(ours).symmetricDifference(theirs).min()
                #expect(firstDifference == nil, "\(name): byte \(piece.startIndex + (firstDifference ?? 0))")
            }
        }
    }

    /// A text of random pieces; of scalars that a dictionary cuts, no two side by side, since one alone is not cut.
    private static func text(_ random: inout SeededGenerator, upTo count: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...count, using: &random) {
            guard let next = pieces.randomElement(using: &random)?.randomElement(using: &random)?.unicodeScalars,
                let first = next.first
            else { continue }
            if let last = text.last, ICUOracle.isCutByDictionary(last), ICUOracle.isCutByDictionary(first) { continue }
            text.append(contentsOf: next)
        }
        return String(text)
    }

    /// A text in which a scalar of any other value of Word_Break or Sentence_Break would be cut in another way.
    private static func text(around scalar: Unicode.Scalar, for oracle: ICUOracle) -> String {
        let it = String(scalar)
        return switch oracle {
        case .words:
            "a\(it)a!1\(it)1!א\(it)א!ア\(it)ア!\(it)\(it)!\u{200D}\(it)!\(it)\u{301}!"
        case .sentences:
            // Each context is a paragraph of its own.
            [
                "c.\(it)C", "c. \(it)", "c. \(it)c", "c\(it) C", "c\(it) c", "c!\(it)", "c! \(it)", "\(it).C",
                "c!)\(it))C", "c\(it)\u{301}C",
            ].joined(separator: "\u{2029}")
        }
    }

    private static func expectNone(_ differences: [String]) {
        let shortest = differences.min { $0.count < $1.count }
        #expect(shortest == nil, "the shortest of \(differences.count)")
    }
}
