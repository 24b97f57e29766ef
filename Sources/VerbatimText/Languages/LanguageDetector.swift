import VerbatimModel

/// Tells the language of a text by its commonest words, its letters and the shapes of its words.
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

    /// Words written with digits for letters that make a text Arabic in Latin letters: at least two, and this share.
    static let smallestArabiziShare = 0.08

    /// The language of `text`, from at most its first 20,000 UTF-8 bytes.
    /// - Complexity: O(length of what is read).
    package static func detect(_ text: String) -> LanguageGuess {
        var text = text
        return text.withUTF8 { detect(utf8: $0) }
    }

    /// The language of a UTF-8 text, from at most its first 20,000 bytes.
    /// - Complexity: O(length of what is read).
    package static func detect(utf8: UnsafeBufferPointer<UInt8>) -> LanguageGuess {
        let sample = LanguageSample(utf8)
        guard !sample.words.isEmpty else { return .unknown }
        if sample.isArabizi { return LanguageGuess(language: .unknown, confidence: 0.9) }
        var scores = [Double](repeating: 0, count: FunctionWords.profiles.count)
        var hits = scores
        for word in sample.words {
            let matches = word.packed.flatMap { vocabulary[$0] } ?? []
            for match in matches {
                scores[match.profile] += match.weight
                hits[match.profile] += 1
            }
            if let shape = word.shape, !matches.contains(where: { $0.profile == shape.profile }) {
                scores[shape.profile] += shape.weight
                hits[shape.profile] += shape.weight
            }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return .unknown }
        let isNamed = best < FunctionWords.namedCount
        let language = isNamed ? Language(tag: FunctionWords.profiles[best].code) : .unknown
        let isArabic = language == "ar"
        if isArabic, sample.hasLettersArabicLacks { return .unknown }
        if language == "tr", sample.hasLettersTurkishLacks { return .unknown }
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        let margin = (scores[best] - second) / max(scores[best], 1e-9)
        let coverage = hits[best] / Double(sample.words.count)
        // Arabic and Turkish write much as part of other words that elsewhere are words of their own, and the Arabic
        // script already says much.
        let neededHits = isArabic ? fewestHits / 2 : language == "tr" ? fewestHits * 0.75 : fewestHits
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

    private static let vocabulary: [PackedWord: [Match]] = {
        var owners: [PackedWord: Set<Int>] = [:]
        for (index, profile) in FunctionWords.profiles.enumerated() {
            var list = profile.words
            for word in list.withUTF8({ LanguageSample($0).words }) {
                if let packed = word.packed { owners[packed, default: []].insert(index) }
            }
        }
        return owners.mapValues { profiles in
            profiles.sorted().map { Match(profile: $0, weight: 1 / Double(profiles.count)) }
        }
    }()
}
