import VerbatimModel

/// The form of a word that Snowball's algorithms are given: lower case, composed, with its marks.
///
/// - Lower case follows the language: Turkish `I` is `ı` and `İ` is `i`.
/// - A letter with marks is one scalar where Unicode has one. Marks that are left over, Arabic harakat and tatweel,
///   and invisible format characters are dropped; compatibility letters (`ﬁ`, Arabic presentation forms, full-width
///   forms) are resolved.
/// - Every apostrophe is `'`. Turkish writes one between a name and its suffixes, which therefore go: `Irak'tan` is
///   `ırak`. In Dutch, German and the Scandinavian languages an `'s` or `'` at the end goes: `foto's` is `foto`.
///   English needs none of this, since its algorithm knows its own; in French and Italian an apostrophe ends an
///   elided word and stays.
enum StemmingForm {
    /// The version of these rules, a part of ``Stemmer/version``.
    static let version = "1"

    private static let apostrophe = UInt8(ascii: "'")

    /// Puts the form of a word, in UTF-8, into `output`; what that held before is removed.
    /// - Complexity: O(length of the word).
    static func write(_ word: UnsafeBufferPointer<UInt8>, language: Language, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        let isTurkish = language == "tr"
        if word.allSatisfy({ $0 < 0x80 }) && !(isTurkish && word.contains(UInt8(ascii: "I"))) {
            for byte in word { output.append(Folding.foldASCII(byte)) }
        } else {
            for character in String(decoding: word, as: UTF8.self) {
                append(character, isTurkish: isTurkish, to: &output)
            }
        }
        cutAtApostrophe(&output, language: language)
    }

    private static func append(_ character: Character, isTurkish: Bool, to output: inout [UInt8]) {
        let scalars = character.unicodeScalars
        if scalars.count > 1, let composed = compositions[character] {
            append(composed, isTurkish: isTurkish, to: &output)
        } else {
            for scalar in scalars where !isDropped(scalar) { append(scalar, isTurkish: isTurkish, to: &output) }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, isTurkish: Bool, to output: inout [UInt8]) {
        switch scalar.value {
        case 0x49: output.append(contentsOf: isTurkish ? Array("ı".utf8) : [UInt8(ascii: "i")])
        case 0x130: output.append(UInt8(ascii: "i"))
        case 0xFB00...0xFDFF, 0xFE70...0xFFEF:
            output.append(contentsOf: Folding.fold(String(scalar)).utf8)
        default:
            let isApostrophe = Elision.isApostrophe(scalar.value)
            output.append(contentsOf: isApostrophe ? [apostrophe] : Array(scalar.properties.lowercaseMapping.utf8))
        }
    }

    /// Left-over marks of the Latin, Greek, Cyrillic and Arabic scripts, tatweel, and format characters.
    ///
    /// Marks of other scripts are vowels, and stay.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: true
        case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    /// The composed scalars of the Latin, Greek, Cyrillic and Arabic scripts, found by any canonically equivalent
    /// spelling: that is how Swift compares characters.
    private static let compositions: [Character: Unicode.Scalar] = {
        var found: [Character: Unicode.Scalar] = [:]
        for block: ClosedRange<UInt32> in [0xC0...0x24F, 0x386...0x481, 0x4C1...0x4F9, 0x622...0x6D3, 0x1E00...0x1FFC] {
            for scalar in block.lazy.compactMap(Unicode.Scalar.init) where scalar.properties.isAlphabetic {
                found[Character(scalar)] = scalar
            }
        }
        return found
    }()

    private static func cutAtApostrophe(_ word: inout [UInt8], language: Language) {
        guard let last = word.lastIndex(of: apostrophe), last >= 2 else { return }
        switch language.code {
        case "tr":
            // The apostrophe of Kur'an belongs to the word.
            if !word[(last + 1)...].starts(with: "an".utf8) { word.removeSubrange(last...) }
        case "nl", "de", "da", "no", "nb", "sv":
            let rest = word[(last + 1)...]
            if rest.isEmpty || rest.elementsEqual("s".utf8) { word.removeSubrange(last...) }
        default:
            break
        }
    }
}
