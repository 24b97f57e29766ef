import VerbatimModel

/// The English names of languages.
enum LanguageName {
    /// The English name of a language (ISO 639), or its subtag where this list has none.
    static func english(_ language: Language) -> String {
        names[language.code] ?? language.code
    }

    private static let names = [
        "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
        "ckb": "Central Kurdish", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
        "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish",
        "he": "Hebrew", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "it": "Italian", "ka": "Georgian",
        "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nl": "Dutch", "no": "Norwegian",
        "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
        "sl": "Slovene", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
        "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian", "und": "a language not known", "ur": "Urdu",
        "zgh": "Standard Moroccan Tamazight", "zh": "Chinese",
    ]
}
