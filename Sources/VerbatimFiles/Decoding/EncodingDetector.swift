import Foundation

/// Tells single-byte encodings apart by the letters that they make of a file.
///
/// Each encoding's reading is scored as text of each language: by how often its letters stand in that language, and by
/// whether signs and capitals stand where writing has them. The best score of a language is the encoding's. Encodings
/// that give the same text are one reading, so the confidence says how sure the text is, not the name.
enum EncodingDetector {
    /// What was found.
    struct Finding {
        /// The encoding.
        var encoding: SingleByteEncoding
        /// How sure its text is the right one, from 0 to 1.
        var confidence: Double
    }

    /// More bytes beyond ASCII than this say nothing new.
    private static let enough = 5_000
    /// Logarithms of how likely readings are that no language explains.
    private static let unknownLetter = log(0.000_005)
    private static let sign = log(0.000_02)
    private static let undefined = log(0.000_001)
    /// An Arabic letter in a language that is written in Latin ones.
    private static let otherScript = log(0.000_000_01)
    /// Below these means a text is in no language that is known here; in Arabic every letter counts, elsewhere the rare ones.
    private static let (implausible, implausibleArabic) = (log(0.000_1), log(0.008))
    /// What a letter beyond ASCII costs amid four others.
    private static let crowded = log(0.02)
    /// What a sign between letters, or a capital behind a small letter, costs.
    private static let misplaced = log(0.002)

    /// The most likely encoding of bytes that are no UTF-8.
    /// - Complexity: O(number of bytes), and O(encodings x languages) for each of the first bytes beyond ASCII.
    static func detect(_ bytes: ArraySlice<UInt8>) -> Finding {
        let places = bytes.indices.lazy.filter { bytes[$0] >= 0x80 }.prefix(enough)
        let indices = Array(places)
        let scores = SingleByteEncoding.all.map { score($0, bytes, at: indices) }
        let best = scores.map(\.value).max() ?? 0
        // The first of those that read the same is the one that is named.
        let winner = scores.firstIndex { $0.value >= best - 1e-9 } ?? 0
        let encoding = SingleByteEncoding.all[winner]
        let used = Set(indices.map { bytes[$0] })
        var (same, total) = (0.0, 0.0)
        for (other, score) in zip(SingleByteEncoding.all, scores) {
            let likelihood = exp(score.value - best)
            total += likelihood
            if used.allSatisfy({ other.scalar(ofUpper: $0) == encoding.scalar(ofUpper: $0) }) { same += likelihood }
        }
        // A text that even the best reading makes no language of is in an encoding that is not known here.
        let mean = indices.isEmpty ? 0 : best / Double(indices.count)
        let plausible = min(1, exp(mean - (scores[winner].isArabic ? implausibleArabic : implausible)))
        return Finding(encoding: encoding, confidence: min(0.99, same / max(total, 1e-9) * plausible))
    }

    /// The logarithm of how likely the bytes are in the language that explains them best.
    private static func score(
        _ encoding: SingleByteEncoding, _ bytes: ArraySlice<UInt8>, at indices: [Int]
    ) -> (value: Double, isArabic: Bool) {
        // A damaged byte or two are possible; more of them are another encoding.
        let undefinedCount = indices.count { encoding.scalar(ofUpper: bytes[$0]) == 0 }
        guard undefinedCount <= max(1, indices.count / 50) else { return (-.infinity, false) }
        var scores = [Double](repeating: 0, count: LetterFrequencies.profiles.count)
        for index in indices {
            let kind = Kind(encoding.scalar(ofUpper: bytes[index]))
            let before = neighbour(index - 1, of: bytes, encoding)
            let after = neighbour(index + 1, of: bytes, encoding)
            var penalty = penalty(of: kind, before: before, after: after)
            if case .arabic = kind {} else if isCrowded(index, of: bytes) { penalty += crowded }
            for (language, profile) in LetterFrequencies.profiles.enumerated() {
                scores[language] += likelihood(of: kind, in: profile) + penalty
            }
        }
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        return (scores[best], LetterFrequencies.profiles[best].isArabic)
    }

    /// Whether the two bytes on either side are beyond ASCII too, as in a script of its own.
    private static func isCrowded(_ index: Int, of bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.indices.contains(index - 2), bytes.indices.contains(index + 2) else { return false }
        return bytes[(index - 2)...(index + 2)].allSatisfy { $0 >= 0xA0 }
    }

    private static func likelihood(of kind: Kind, in profile: LetterFrequencies.Profile) -> Double {
        switch kind {
        case .undefined: return undefined
        case .mark: return log(0.003)
        case .sign: return sign
        case .arabic(let scalar): return profile.logarithm(scalar) ?? (profile.isArabic ? unknownLetter : otherScript)
        case .small(let scalar): return profile.logarithm(scalar) ?? unknownLetter
        case .capital(let scalar, let small):
            return profile.logarithm(scalar) ?? profile.logarithm(small).map { $0 + log(0.05) } ?? unknownLetter
        }
    }

    private static func penalty(of kind: Kind, before: Kind?, after: Kind?) -> Double {
        switch kind {
        case .undefined, .mark: return 0
        case .sign: return isLetter(before) && isLetter(after) ? misplaced : 0
        case .arabic: return isLatin(before) || isLatin(after) ? misplaced : 0
        case .small: return isArabic(before) || isArabic(after) ? misplaced : 0
        case .capital:
            if case .small = before { return misplaced }
            return isArabic(before) || isArabic(after) ? misplaced : 0
        }
    }

    private static func neighbour(_ index: Int, of bytes: ArraySlice<UInt8>, _ encoding: SingleByteEncoding) -> Kind? {
        guard bytes.indices.contains(index) else { return nil }
        let byte = bytes[index]
        if byte >= 0x80 { return Kind(encoding.scalar(ofUpper: byte)) }
        switch byte {
        case 0x41...0x5A: return .capital(UInt16(byte), small: UInt16(byte) | 0x20)
        case 0x61...0x7A: return .small(UInt16(byte))
        default: return nil
        }
    }

    private static func isLatin(_ kind: Kind?) -> Bool {
        switch kind {
        case .small, .capital: true
        default: false
        }
    }

    private static func isArabic(_ kind: Kind?) -> Bool {
        if case .arabic = kind { true } else { false }
    }

    private static func isLetter(_ kind: Kind?) -> Bool { isLatin(kind) || isArabic(kind) }
}

/// What a character is, as far as encodings can be told by it.
private enum Kind {
    /// The encoding defines none.
    case undefined
    /// A quotation mark, dash, ellipsis, hard space: in every language.
    case mark
    /// Any other sign.
    case sign
    /// A letter or mark of the Arabic script.
    case arabic(UInt16)
    /// A small letter.
    case small(UInt16)
    /// A capital, and its small letter.
    case capital(UInt16, small: UInt16)

    init(_ scalar: UInt16) {
        switch scalar {
        case 0: self = .undefined
        case 0xA0, 0xAB, 0xBB, 0xB0, 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2022, 0x2026, 0x20AC:
            self = .mark
        case 0x600...0x6FF: self = .arabic(scalar)
        case 0x130: self = .capital(scalar, small: UInt16(UInt8(ascii: "i")))
        case 0x178: self = .capital(scalar, small: 0xFF)
        case 0x11E, 0x152, 0x15E, 0x160, 0x17D: self = .capital(scalar, small: scalar + 1)
        case 0x11F, 0x131, 0x153, 0x15F, 0x161, 0x17E: self = .small(scalar)
        case 0xC0...0xD6, 0xD8...0xDE: self = .capital(scalar, small: scalar + 0x20)
        case 0xDF...0xF6, 0xF8...0xFF: self = .small(scalar)
        default: self = .sign
        }
    }
}
