import Foundation

/// How often letters that are not ASCII stand in texts of a language, for telling encodings.
///
/// Rough shares of all letters in 10,000, set by hand and not counted from a corpus: only their order of magnitude matters,
/// since a letter of another language is hundreds of times rarer. The tests of encodings say whether they serve.
enum LetterFrequencies {
    /// One language's letters.
    struct Profile: Sendable {
        /// The language's subtag.
        var code: String
        /// For each letter, its natural logarithm of the share.
        private var logarithms: [UInt16: Double] = [:]
        /// Whether the language is written in Arabic letters.
        var isArabic: Bool { code == "ar" }

        fileprivate init(_ code: String, _ shares: [(letters: String, share: Double)]) {
            self.code = code
            for (letters, share) in shares {
                for scalar in letters.unicodeScalars { logarithms[UInt16(scalar.value)] = log(share / 10_000) }
            }
        }

        /// The logarithm of the share of a letter; `nil` for one that the language does not have.
        func logarithm(_ scalar: UInt16) -> Double? { logarithms[scalar] }
    }

    /// The profiles; some only keep their texts from being taken for another encoding.
    static let profiles: [Profile] = [
        Profile("en", [("é", 2), ("è", 0.3), ("àçêëïñöüæœ", 0.2)]),
        Profile("nl", [("é", 6), ("ë", 8), ("ï", 4), ("èó", 1), ("öü", 1), ("áêàçâîíú", 0.3)]),
        Profile(
            "fr",
            [
                ("é", 150), ("à", 49), ("è", 27), ("ê", 22), ("ç", 9), ("û", 6), ("ùâ", 5), ("î", 5), ("ô", 3),
                ("œ", 2),
                ("ë", 1), ("ï", 1), ("æüÿñ", 0.1),
            ]),
        Profile("de", [("ü", 100), ("ä", 58), ("ö", 44), ("ß", 31), ("éàè", 0.5)]),
        Profile("es", [("ó", 83), ("í", 73), ("á", 50), ("é", 43), ("ñ", 31), ("ú", 17), ("ü", 1)]),
        Profile("it", [("à", 64), ("è", 26), ("ù", 17), ("ò", 20), ("ì", 3), ("é", 6)]),
        Profile(
            "pt",
            [
                ("ã", 73), ("ç", 53), ("é", 34), ("ó", 30), ("ê", 45), ("í", 13), ("á", 12), ("õ", 4), ("ú", 21),
                ("àâô", 7),
            ]),
        Profile("sv", [("ä", 180), ("å", 134), ("ö", 131), ("é", 1), ("ø", 60), ("æ", 60)]),
        Profile(
            "is",
            [
                ("á", 180), ("ð", 439), ("é", 65), ("í", 157), ("ó", 99), ("ú", 61), ("ý", 23), ("þ", 146), ("æ", 87),
                ("ö", 78),
            ]),
        Profile("fi", [("ä", 360), ("ö", 44), ("å", 1), ("šž", 1)]),
        Profile(
            "tr",
            [
                ("ı", 511), ("ü", 185), ("ş", 178), ("ç", 116), ("ğ", 113), ("ö", 78), ("İ", 15), ("âî", 2), ("û", 0.5),
            ]),
        Profile(
            "ar",
            [
                ("ا", 1250), ("ل", 1120), ("ي", 720), ("م", 660), ("ن", 670), ("و", 630), ("ر", 470), ("ت", 430),
                ("ب", 400),
                ("ه", 430), ("ع", 380), ("ك", 290), ("د", 290), ("ف", 280), ("س", 270), ("ق", 250), ("ح", 210),
                ("أ", 240),
                ("ة", 200), ("ج", 130), ("ش", 110), ("خ", 90), ("ص", 110), ("ى", 90), ("ذ", 80), ("ط", 90), ("ض", 60),
                ("ء", 50), ("إ", 70), ("ث", 60), ("ز", 60), ("غ", 50), ("ئ", 40), ("ظ", 30), ("آ", 15), ("ؤ", 20),
                ("ّ", 20),
                ("ًَُِْ", 10), ("ٌٍـ", 2), ("،", 60), ("؟", 40), ("؛", 5), ("پچگڤک", 1), ("ھہےژ", 0.2),
            ]),
    ]
}
