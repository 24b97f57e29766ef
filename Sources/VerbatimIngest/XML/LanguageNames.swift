import VerbatimModel

/// Languages as XML dialects name them: by tags, by codes of three letters, or in words.
enum LanguageNames {
    /// The language of a tag, a code of three letters (ISO 639-2 and 639-3), or an English or own name; `nil` for others.
    static func language(of text: String?) -> Language? {
        guard let name = text?.trimmingSpaces.lowercased(), !name.isEmpty else { return nil }
        if let code = codes[name] { return Language(tag: code) }
        let primary = name.prefix { $0 != "-" && $0 != "_" }
        if let code = codes[String(primary)] { return Language(tag: code) }
        guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            !["und", "mul", "zxx", "mis"].contains(primary)
        else { return nil }
        return Language(tag: String(primary))
    }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for word in words.dropFirst() { codes[word] = words[0] }
        }
        return codes
    }()

    private static let table = """
        en eng english
        nl nld dut dutch nederlands flemish vlaams
        fr fra fre french français
        ar ara arb arabic العربية
        tr tur turkish türkçe
        de deu ger german deutsch
        es spa spanish español castilian
        it ita italian italiano
        pt por portuguese português
        ku kur kurdish
        fa fas per persian farsi
        ru rus russian
        pl pol polish polski
        ca cat catalan català
        sl slv slovenian slovene
        """
}
