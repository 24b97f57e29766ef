/// References of HTML to characters, as captions and tables from the web hold them.
enum CharacterReferences {
    /// The longest reference that is looked for, in bytes.
    private static let longest = 12

    /// The text with `&amp;`, `&#8212;`, `&#x2014;` and their like resolved; what is no known reference stays.
    ///
    /// A space that must not break becomes a plain one, and marks of direction are left out.
    static func resolve(_ utf8: [UInt8]) -> [UInt8] {
        guard utf8.contains(UInt8(ascii: "&")) else { return utf8 }
        var resolved: [UInt8] = []
        resolved.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            if utf8[index] == UInt8(ascii: "&"),
                let end = utf8[index..<min(utf8.count, index + longest)].firstIndex(of: UInt8(ascii: ";")),
                let text = text(of: String(decoding: utf8[(index + 1)..<end], as: UTF8.self))
            {
                resolved.append(contentsOf: text.utf8)
                index = end + 1
            } else {
                resolved.append(utf8[index])
                index += 1
            }
        }
        return resolved
    }

    /// The text with its references resolved.
    static func resolve(_ text: String) -> String {
        String(decoding: resolve(Array(text.utf8)), as: UTF8.self)
    }

    private static func text(of name: String) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number, number == 0x09 || number == 0x0A || number >= 0x20, let scalar = Unicode.Scalar(number) else {
            return nil
        }
        return number == 0xA0 ? " " : String(Character(scalar))
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "lrm": "", "rlm": "", "shy": "",
        "mdash": "—", "ndash": "–", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "laquo": "«", "raquo": "»", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à",
        "acirc": "â", "ccedil": "ç", "icirc": "î", "iuml": "ï", "ocirc": "ô", "ouml": "ö", "ugrave": "ù", "ucirc": "û",
        "uuml": "ü", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "auml": "ä",
        "szlig": "ß", "oelig": "œ", "euro": "€",
    ]
}
