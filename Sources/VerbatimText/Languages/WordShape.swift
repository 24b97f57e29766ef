/// What a word that is no function word tells of its language: by letters, a beginning or an end.
///
/// Turkish and Arabic say with parts of words what other languages say with words of their own, so that function words
/// alone leave most of their sentences untold.
struct WordShape {
    /// The index of the language among ``FunctionWords/profiles``.
    var profile: Int
    /// How much it says, where a function word says 1.
    var weight: Double

    /// What the shape of a word says; `nil` where it says nothing.
    /// - Parameters:
    ///   - utf8: The word as it is written.
    ///   - turkish: The most that a letter of it says for Turkish.
    init?(_ utf8: UnsafeBufferPointer<UInt8>, turkish: Double) {
        guard let first = utf8.first else { return nil }
        if first == 0xD8 || first == 0xD9 {
            // The article is written as part of the word, with `and`, `in`, `with` or `for` before it or not.
            guard Self.hasArticle(utf8), let profile = Self.arabic else { return nil }
            self.init(profile: profile, weight: 0.5)
            return
        }
        var weight = turkish
        if weight < 1, utf8.count >= 6, Self.hasTurkishEnding(utf8) { weight += 0.5 }
        guard weight > 0, let profile = Self.turkish else { return nil }
        self.init(profile: profile, weight: min(1, weight))
    }

    private init(profile: Int, weight: Double) {
        self.profile = profile
        self.weight = weight
    }

    private static let arabic = FunctionWords.profiles.firstIndex { $0.code == "ar" }
    private static let turkish = FunctionWords.profiles.firstIndex { $0.code == "tr" }

    /// How much a letter says for Turkish: `ı`, `ğ`, `İ` stand in no other profile's language, `ş` in two.
    static func turkishWeight(of scalar: UInt32) -> Double {
        switch scalar {
        case 0x131, 0x11F, 0x11E, 0x130: 1
        case 0x15F, 0x15E: 0.5
        default: 0
        }
    }

    /// Whether a word of Arabic letters begins with the article, behind at most two letters, and goes on for three.
    private static func hasArticle(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]
        for start in stride(from: 0, through: 4, by: 2) where utf8.count >= start + article.count + 6 {
            let prefix = utf8[0..<start]
            guard prefix.elementsEqual(prefixes[start / 2]) || start == 2 && onePrefixes.contains(Array(prefix)) else {
                continue
            }
            if utf8[start..<start + article.count].elementsEqual(article) { return true }
        }
        return false
    }

    /// Nothing, `و` and `وب`.
    private static let prefixes: [[UInt8]] = ["", "و", "وب"].map { Array($0.utf8) }
    private static let onePrefixes: [[UInt8]] = ["و", "ب", "ف", "ك"].map { Array($0.utf8) }

    /// Whether a word ends as Turkish nouns and verbs do: plural, case, person, tense.
    private static func hasTurkishEnding(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let (last, beforeLast) = (utf8[utf8.count - 1], utf8[utf8.count - 2])
        // Most words of other languages are told by two letters.
        if last < 0x80, beforeLast < 0x80, !lastLetters[pair(beforeLast, last)] { return false }
        for length in 3...5 {
            let end = UnsafeBufferPointer(rebasing: utf8[(utf8.count - length)...])
            guard end[0] & 0xC0 != 0x80, let packed = PackedWord(end) else {
                continue
            }
            if turkishEndings.contains(packed) { return true }
        }
        return false
    }

    /// Whether two ASCII letters end one of the endings, by ``pair(_:_:)``.
    private static let lastLetters: [Bool] = {
        var table = [Bool](repeating: false, count: 1_024)
        for ending in endings.split(whereSeparator: \.isWhitespace) {
            let letters = Array(ending.utf8.suffix(2))
            table[pair(letters[0], letters[1])] = true
        }
        return table
    }()

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

    private static let turkishEndings = PackedWord.set(endings)

    private static let endings = """
        lar ler lari leri larin lerin dan den tan ten yor iyor uyor mak mek acak ecek miz muz niz nuz dir dur tir tur
        nin nun inda inde unda mis mus misti dik duk tik tuk digi dugu tigi arak erek lik luk ligi lugu masi mesi
        diler dilar yoruz yorum larda lerde
        """

    /// Whether a word of Latin letters has digits where Arabic has letters that Latin lacks: `3andi`, `ya3ni`, `e7na`.
    ///
    /// Not so `5th`, `7pm`, `30km`, `covid19`, `h1n1`, `b2b`: digits at the end, a unit behind digits, two letters in all.
    static func isArabizi(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count >= 3, utf8.count <= 16 else { return false }
        var (letters, digits, lastDigit) = (0, 0, 0)
        for (index, byte) in utf8.enumerated() {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: letters += 1
            case UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "5"), UInt8(ascii: "7"), UInt8(ascii: "9"),
                UInt8(ascii: "6"), UInt8(ascii: "8"):
                digits += 1
                lastDigit = index
            default: return false
            }
        }
        guard digits > 0, letters >= 2, lastDigit < utf8.count - 1 else { return false }
        guard let first = utf8.first, (0x30...0x39).contains(first) else { return letters >= 3 }
        // A number and what is counted: only one digit that is a letter, and no unit behind it.
        guard digits == 1 else { return false }
        guard let rest = PackedWord(UnsafeBufferPointer(rebasing: utf8[1...])) else { return true }
        return !units.contains(rest)
    }

    private static let units = PackedWord.set(
        """
        st nd rd th am pm km kg cm mm mg ml gb mb tb kb hz mw kw min mins sec secs hr hrs eme ieme er ere de ste hours
        years days weeks months euro euros mio mln bn usd eur tl dt dh mad tnd pax x h d g k m s w
        """)
}
