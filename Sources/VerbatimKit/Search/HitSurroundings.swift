import VerbatimEngine
import VerbatimModel
import VerbatimText

/// What stands around the hits of one transcript, for people to read.
///
/// Only speech is given: labels and timestamps that stand between the paragraphs of a turn are left out before and
/// behind a hit.
struct HitSurroundings {
    private let transcript: Transcript
    private var text: String
    /// The turns that were split into words last, by their index.
    private var split: [Int: SegmentedText] = [:]
    private let segmenter = Segmenter()

    /// The surroundings of hits in a transcript.
    init(_ transcript: Transcript) {
        self.transcript = transcript
        text = transcript.text
    }

    /// The words before, of and behind a hit, with white space as in the text.
    /// - Parameters:
    ///   - hit: a hit in the transcript.
    ///   - words: how many words of the turn on either side; `nil` for the rest of the sentences of the first and the
    ///     last token.
    /// - Returns: the three pieces, which follow each other in the text but for labels and timestamps.
    mutating func of(_ hit: Hit, words: Int?) -> (before: String, match: String, after: String) {
        let first = turnIndex(at: hit.range.lowerBound)
        let last = turnIndex(at: max(hit.range.lowerBound, hit.range.upperBound - 1))
        split = split.filter { $0.key == first || $0.key == last }
        let start = beginning(before: hit.range.lowerBound, turn: first, words: words)
        let end = ending(behind: hit.range.upperBound, turn: last, words: words)
        return (
            speech(in: start..<hit.range.lowerBound, turn: first), slice(hit.range),
            speech(in: hit.range.upperBound..<end, turn: last)
        )
    }

    /// The turn that an offset lies in; turns are in the order of the text.
    private func turnIndex(at offset: Int) -> Int {
        var low = 0
        var high = transcript.turns.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if transcript.turns[middle].range.lowerBound <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private mutating func beginning(before offset: Int, turn: Int, words: Int?) -> Int {
        let segmented = segmented(turn)
        guard let words else {
            let sentence = segmented.sentences.last { $0.range.lowerBound <= offset }
            return min(offset, sentence?.range.lowerBound ?? offset)
        }
        let before = segmented.tokens.prefix { Int($0.start) < offset }.suffix(words)
        return before.first.map { Int($0.start) } ?? offset
    }

    private mutating func ending(behind offset: Int, turn: Int, words: Int?) -> Int {
        let segmented = segmented(turn)
        let sentence = segmented.sentences.first { $0.range.upperBound >= offset }
        guard let words else { return max(offset, sentence?.range.upperBound ?? offset) }
        let behind = segmented.tokens.drop { Int($0.start) < offset }.prefix(words)
        return behind.last.map { Int($0.end) } ?? offset
    }

    private mutating func segmented(_ turn: Int) -> SegmentedText {
        if let known = split[turn] { return known }
        var segmented = SegmentedText()
        guard transcript.turns.indices.contains(turn) else { return segmented }
        let segmenter = segmenter
        let transcript = transcript
        text.withUTF8 { utf8 in
            for paragraph in transcript.turns[turn].paragraphs {
                segmenter.segment(
                    utf8, in: paragraph.range, language: transcript.language(of: paragraph), into: &segmented)
            }
        }
        split[turn] = segmented
        return segmented
    }

    /// The parts of a range that are speech of a turn, with a space between paragraphs.
    private mutating func speech(in range: ByteRange, turn: Int) -> String {
        guard transcript.turns.indices.contains(turn), !range.isEmpty else { return "" }
        let pieces = transcript.turns[turn].paragraphs.map { $0.range.clamped(to: range) }.filter { !$0.isEmpty }
        return pieces.map { slice($0) }.joined(separator: " ")
    }

    private mutating func slice(_ range: ByteRange) -> String {
        text.withUTF8 { utf8 in String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self) }
    }
}
