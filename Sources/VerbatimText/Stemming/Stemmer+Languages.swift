import CStemmer
package import VerbatimModel

extension Stemmer {
    /// The languages that the installed library can stem, in the order of their subtags.
    package static let languages: [Language] = algorithms.keys.sorted { $0.code < $1.code }

    /// Which stems the installed library gives, stamped into studies: two that differ may code a text differently.
    ///
    /// The library cannot tell its version, so that this is a fingerprint (FNV-1a) of the stems of some words of each
    /// language on which its releases are known or likely to differ.
    package static let version: String = {
        var hash: UInt32 = 0x811C_9DC5
        for language in languages {
            guard let stemmer = Stemmer(language: language) else { continue }
            for word in [language.code] + (probes[language] ?? []) {
                for byte in Array(stemmer.stem(of: word).utf8) + [0] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            }
        }
        let digits = String(hash, radix: 16)
        return StemmingForm.version + "-" + String(repeating: "0", count: 8 - digits.count) + digits
    }()

    /// The name of the algorithm for each language that the library has one for.
    static let algorithms: [Language: String] = {
        var available: Set<String> = []
        if var name = sb_stemmer_list() {
            while let text = name.pointee {
                available.insert(String(cString: text))
                name += 1
            }
        }
        return names.compactMapValues { $0.first { available.contains($0) } }
    }()

    /// The names of Snowball's algorithms, by language; where there are several, the first that the library has.
    ///
    /// Release 3.0 gave the name `dutch` to another algorithm and calls the one that all releases have
    /// `dutch_porter`: that one is taken, so that a study does not depend on the release.
    private static let names: [Language: [String]] = [
        "ar": ["arabic"], "ca": ["catalan"], "da": ["danish"], "de": ["german"], "el": ["greek"], "en": ["english"],
        "eo": ["esperanto"], "es": ["spanish"], "et": ["estonian"], "eu": ["basque"], "fi": ["finnish"],
        "fr": ["french"], "ga": ["irish"], "hi": ["hindi"], "hu": ["hungarian"], "hy": ["armenian"],
        "id": ["indonesian"], "it": ["italian"], "lt": ["lithuanian"], "nb": ["norwegian"], "ne": ["nepali"],
        "nl": ["dutch_porter", "dutch"], "no": ["norwegian"], "pt": ["portuguese"], "ro": ["romanian"],
        "ru": ["russian"], "sr": ["serbian"], "sv": ["swedish"], "ta": ["tamil"], "tr": ["turkish"],
        "yi": ["yiddish"],
    ]

    private static let probes: [Language: [String]] = [
        "ar": ["اللاجئين", "والعودة", "مساكن", "يعودون"],
        "de": ["Rückkehrer", "Flüchtlinge", "Häuser", "gegangen", "schönste"],
        "en": ["generously", "early", "evening", "lateral", "organization", "interviewing", "dying", "aided"],
        "es": ["refugiados", "volveríamos", "vuelvo"],
        "fr": ["continuellement", "réfugiés", "logements", "retournaient", "voyageant", "naïfs"],
        "nl": ["lichamelijkheden", "teruggekeerd", "vluchtelingen", "huizen"],
        "tr": ["evlerimizden", "dönüşü", "döndü", "kitapçılar"],
    ]
}
