import VerbatimModel

/// Tells the language of a text by its commonest words and its script.
///
/// It names English, Dutch, French, Arabic and Turkish. Other languages, texts too short to tell, mixed texts and Arabic
/// in Latin letters are ``Language/unknown``: a wrong language is worse than none, since rules are written for one.
package enum LanguageDetector {
    /// The most that is read of a text, in UTF-8 bytes.
    static let longestSample = 20_000
    /// Fewer function words than this tell nothing.
    static let fewestHits = 4.0
    /// The best language must be ahead of the next by this share of its own score.
    static let smallestMargin = 0.15
    /// The least share of words that are function words of the language, in running speech.
    static let smallestCoverage = 0.15

    /// The language of `text`, from at most its first 20,000 UTF-8 bytes.
    /// - Complexity: O(length of what is read).
    package static func detect(_ text: String) -> LanguageGuess {
        var text = text
        let sample = text.withUTF8 { Sample($0) }
        guard !sample.words.isEmpty else { return .unknown }
        var scores = [Double](repeating: 0, count: FunctionWords.profiles.count)
        var hits = scores
        for word in sample.words {
            for match in vocabulary[word] ?? [] {
                scores[match.profile] += match.weight
                hits[match.profile] += 1
            }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), best < FunctionWords.namedCount else {
            return .unknown
        }
        let language = Language(tag: FunctionWords.profiles[best].code)
        let isArabic = language == "ar"
        if isArabic, sample.hasLettersArabicLacks { return .unknown }
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        let margin = (scores[best] - second) / max(scores[best], 1e-9)
        let coverage = hits[best] / Double(sample.words.count)
        // Arabic and Turkish write much as part of other words that elsewhere are words of their own, and the Arabic
        // script already says much.
        let neededHits = isArabic ? fewestHits / 2 : fewestHits
        let neededCoverage = isArabic || language == "tr" ? smallestCoverage / 2 : smallestCoverage
        guard hits[best] >= neededHits, margin >= smallestMargin, coverage >= neededCoverage else { return .unknown }
        // Sure is what is far ahead, in a text of some length.
        let evidence = hits[best] / (hits[best] + fewestHits)
        return LanguageGuess(language: language, confidence: min(1, margin * 1.25) * evidence)
    }

    private struct Match: Sendable {
        var profile: Int
        /// A word that many languages share says less for each.
        var weight: Double
    }

    private static let vocabulary: [[UInt8]: [Match]] = {
        var owners: [[UInt8]: Set<Int>] = [:]
        for (index, profile) in FunctionWords.profiles.enumerated() {
            var list = profile.words
            for word in list.withUTF8({ Sample($0).words }) { owners[word, default: []].insert(index) }
        }
        return owners.mapValues { profiles in
            profiles.sorted().map { Match(profile: $0, weight: 1 / Double(profiles.count)) }
        }
    }()

    /// What is read of a text.
    private struct Sample {
        /// The folded words, parted at whatever is no letter or digit.
        var words: [[UInt8]] = []
        /// Whether more than one in fifty letters belongs to Persian, Urdu, Kurdish or Pashto and not to Arabic.
        var hasLettersArabicLacks: Bool { lettersArabicLacks * 50 > letters }
        private var letters = 0
        private var lettersArabicLacks = 0

        /// A sample of the first bytes of a text.
        init(_ utf8: UnsafeBufferPointer<UInt8>) {
            var end = min(utf8.count, LanguageDetector.longestSample)
            while end > 0, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
            self = ScalarReader.withReader(of: utf8, in: 0..<end) { Sample(reader: $0) }
        }

        private init(reader: ScalarReader) {
            var offset = reader.start
            var start: Int?
            while offset < reader.end {
                // What a transcriber wrote may be in another language than the speech.
                if let mark = TranscriptionMark.end(at: offset, in: reader) {
                    addWord(from: start, to: offset, of: reader)
                    start = nil
                    offset = mark
                    continue
                }
                let item = reader.read(at: offset)
                if item.properties.isLetterOrDigit || item.properties.sentence.isIgnored && start != nil {
                    start = start ?? offset
                    letters += 1
                    if Self.isLetterArabicLacks(item.scalar) { lettersArabicLacks += 1 }
                } else {
                    addWord(from: start, to: offset, of: reader)
                    start = nil
                }
                offset = item.next
            }
            addWord(from: start, to: reader.end, of: reader)
        }

        private mutating func addWord(from start: Int?, to end: Int, of reader: ScalarReader) {
            guard let start else { return }
            var folded: [UInt8] = []
            Folding.fold(utf8: UnsafeBufferPointer(rebasing: reader.utf8[start..<end]), into: &folded)
            words.append(folded)
        }

        /// Whether a letter is one of Persian, Urdu, Kurdish or Pashto that Arabic writes only in loan words.
        private static func isLetterArabicLacks(_ scalar: UInt32) -> Bool {
            switch scalar {
            case 0x679, 0x67E, 0x686, 0x688, 0x691, 0x698, 0x6A9, 0x6AF, 0x6BA, 0x6BE, 0x6C1, 0x6C6, 0x6CC, 0x6CE,
                0x6D2, 0x6D5, 0x681, 0x685, 0x693, 0x695, 0x696, 0x69A, 0x6B5, 0x6BC, 0x6CD, 0x6D0:
                true
            default: false
            }
        }
    }
}
