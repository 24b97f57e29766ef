import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimText

/// What holds for any text, and agreement with the slow way.
@Suite struct SegmenterPropertyTests {
    static let pieces = [
        "a", "Z", "the", "I", "Mosul", "l'", "qu’", "é", "e\u{301}", "ß", "1", "25", "3.5", "1,200", "٣", "نعم", "ـ",
        "漢", "カ", "ש", "\"", "'", "’", "«", " »", "(", ")", "[", "]", "[laughs]", "(pause)", "((x))", "(0.5)", ".",
        "..", "...", "…", "!", "?", "؟", "،", ",", ";", ":", "-", "—", "_", "`", "´", "\u{AD}", "\u{200D}",
        "\u{200F}", "🙂", "🇲🇦", "👩\u{200D}👧", " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{A0}",
        "\u{2029}", "xxx", "Dr.", "e.g.", "etc.", "2.", "A.",
    ]
    static let languages: [Language] = ["en", "nl", "fr", "ar", "tr", "it", "und"]

    static func text(_ random: inout SeededGenerator, upTo count: Int, of pieces: [String] = pieces) -> String {
        (0..<Int.random(in: 0...count, using: &random))
            .compactMap { _ in pieces.randomElement(using: &random) }
            .joined()
    }

    @Test func tokensAndSentencesAreInOrderAndInsideTheRange() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<3_000 {
            let before = Self.text(&random, upTo: 3)
            let text = Self.text(&random, upTo: 25)
            let bytes = Array((before + text + Self.text(&random, upTo: 3)).utf8)
            let range = before.utf8.count..<(before.utf8.count + text.utf8.count)
            let language = Self.languages.randomElement(using: &random) ?? "en"
            var output = SegmentedText()
            bytes.withUnsafeBufferPointer { Segmenter().segment($0, in: range, language: language, into: &output) }

            var position = range.lowerBound
            for token in output.tokens {
                #expect(Int(token.start) >= position && token.start < token.end, "\(text)")
                position = Int(token.end)
            }
            #expect(position <= range.upperBound, "\(text)")
            var next = 0
            position = range.lowerBound
            for sentence in output.sentences {
                #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "\(text)")
                next = sentence.tokens.upperBound
                #expect(sentence.range.lowerBound >= position, "\(text)")
                #expect(sentence.range.upperBound <= range.upperBound, "\(text)")
                position = sentence.range.upperBound
                for token in output.tokens[sentence.tokens] {
                    #expect(sentence.range.contains(Int(token.start)), "\(text)")
                    #expect(Int(token.end) <= sentence.range.upperBound, "\(text)")
                }
            }
            #expect(next == output.tokens.count, "\(text)")
        }
    }

    @Test func aParagraphIsReadAsIfItStoodAlone() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<1_000 {
            let before = Self.text(&random, upTo: 4)
            let text = Self.text(&random, upTo: 20)
            let language = Self.languages.randomElement(using: &random) ?? "en"
            let start = before.utf8.count
            let bytes = Array((before + text + Self.text(&random, upTo: 4)).utf8)
            var inside = SegmentedText()
            bytes.withUnsafeBufferPointer {
                Segmenter().segment($0, in: start..<(start + text.utf8.count), language: language, into: &inside)
            }
            var alone = SegmentedText()
            Array(text.utf8).withUnsafeBufferPointer {
                Segmenter().segment($0, in: 0..<$0.count, language: language, into: &alone)
            }
            #expect(inside.tokens.map { Int($0.start) - start } == alone.tokens.map { Int($0.start) }, "\(text)")
            #expect(inside.tokens.map { Int($0.end) - start } == alone.tokens.map { Int($0.end) }, "\(text)")
            #expect(inside.sentences.map(\.tokens) == alone.sentences.map(\.tokens), "\(text)")
        }
    }

    /// The quick way over ASCII finds the words of UAX #29.
    @Test func wordsAreThoseOfTheUnicodeRules() {
        var random = SeededGenerator(seed: 9)
        let pieces = [
            "a", "Bc", "1", "23", "_", "'", ".", ",", ":", ";", "-", " ", "!", "\n", "é", "\u{301}", "ש", "\"",
            "\u{AD}",
            "漢",
        ]
        for _ in 0..<5_000 {
            let text = Self.text(&random, upTo: 12, of: pieces)
            let bytes = Array(text.utf8)
            let boundaries = bytes.withUnsafeBufferPointer(WordBreaker.boundaries)
            let expected = zip(boundaries, boundaries.dropFirst())
                .map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
                .filter { word in
                    word.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
                }
            #expect(Segmenter().words(of: text, language: "und") == expected, "\(text.debugDescription)")
        }
    }

    @Test func brokenBytesDoNoHarm() {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : UInt8(ascii: ".")
            }
            var output = SegmentedText()
            bytes.withUnsafeBufferPointer {
                Segmenter().segment($0, in: 0..<bytes.count + 5, language: "fr", into: &output)
            }
            #expect(output.tokens.allSatisfy { $0.start < $0.end && Int($0.end) <= bytes.count })
        }
    }
}
