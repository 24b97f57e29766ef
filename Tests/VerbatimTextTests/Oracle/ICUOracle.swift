import CTextOracle
import Testing

@testable import VerbatimText

/// Word or sentence boundaries, as the system's ICU finds them and as we do: two implementations of UAX #29.
///
/// ICU differs from UAX #29, on purpose, in two things. Both are left out of the comparison.
/// - It cuts scripts without spaces (Thai, Han, Katakana ...) by dictionaries: see ``isCutByDictionary(_:)``.
/// - The commercial at is a letter to ICU 72 (CLDR-15767), which later versions took back (ICU-22360): ``contested``.
///
/// A third, the colon, which ICU lets join letters in Finnish and Swedish only (CLDR-15910), is compared by asking for
/// the Finnish rules.
enum ICUOracle: CaseIterable {
    case words
    case sentences

    /// The version of Unicode that the system's ICU follows, such as `15.0`; `nil` where there is none.
    static let unicodeVersion = text_oracle_unicode_version().map { String(cString: $0) }

    /// Lets a test run only where ICU is there and follows our version of Unicode.
    ///
    /// Another version has other properties and, now and then, other rules: its differences would tell nothing.
    static let isComparable = ConditionTrait.enabled(
        if: unicodeVersion.map { Segmenter.unicodeVersion == $0 || Segmenter.unicodeVersion == $0 + ".0" } ?? false,
        """
        \(unicodeVersion.map { "the system's ICU is of Unicode \($0)" } ?? "the system's ICU or its headers are missing"); \
        to compare, install ICU of Unicode \(Segmenter.unicodeVersion) (libicu-dev of Debian 12) and build again
        """)

    /// The scalar that versions of ICU disagree about.
    static let contested: Unicode.Scalar = "@"

    /// Whether ICU cuts runs of a scalar into words by a dictionary, or by other means of its own.
    static func isCutByDictionary(_ scalar: Unicode.Scalar) -> Bool {
        text_oracle_has_dictionary(scalar.value)
    }

    /// The UTF-8 offsets of ICU's boundaries, the first and the last included; `nil` where ICU reports an error.
    func theirs(_ text: [UInt8]) -> [Int]? {
        let unit = self == .words ? text_oracle_words : text_oracle_sentences
        return text.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            var found = 0
            let boundaries = [Int](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
                found = text_oracle_boundaries(unit, start, bytes.count, buffer.baseAddress)
                count = max(found, 0)
            }
            return found < 0 ? nil : boundaries
        }
    }

    /// The UTF-8 offsets of our boundaries, the first and the last included.
    func ours(_ text: [UInt8]) -> [Int] {
        text.withUnsafeBufferPointer {
            self == .words ? WordBreaker.boundaries(of: $0) : SentenceBreaker.boundaries(of: $0)
        }
    }

    /// Where the two differ in a short text: its scalars in hexadecimal, with a bar at each boundary; `nil` where they
    /// agree.
    func difference(in text: String) -> String? {
        let bytes = Array(text.utf8)
        let ours = ours(bytes)
        let theirs = theirs(bytes)
        guard ours != theirs else { return nil }
        return "\(self): ours \(Self.spell(text, ours)), ICU's \(theirs.map { Self.spell(text, $0) } ?? "an error")"
    }

    private static func spell(_ text: String, _ boundaries: [Int]) -> String {
        var parts: [String] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            if boundaries.contains(offset) { parts.append("|") }
            parts.append(String(scalar.value, radix: 16, uppercase: true))
            offset += UTF8.width(scalar)
        }
        if boundaries.contains(offset) { parts.append("|") }
        return parts.joined(separator: " ")
    }
}
