/// An encoding that a person names for a file.
enum TextEncoding {
    case utf8
    /// With the order of bytes that a mark says, else with the given one.
    case utf16(bigEndian: Bool?)
    case singleByte(SingleByteEncoding)

    /// The encoding of a name, as the IANA registry and people write it; `nil` for one that is not read.
    init?(named name: String) {
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch key {
        case "utf8": self = .utf8
        case "utf16": self = .utf16(bigEndian: nil)
        case "utf16le": self = .utf16(bigEndian: false)
        case "utf16be": self = .utf16(bigEndian: true)
        default:
            let canonical = Self.aliases[key] ?? key
            let encoding = SingleByteEncoding.all.first { $0.name.filter { $0 != "-" } == canonical }
            guard let encoding else { return nil }
            self = .singleByte(encoding)
        }
    }

    /// The names of all encodings that are read.
    static let names = ["utf-8", "utf-16", "utf-16le", "utf-16be"] + SingleByteEncoding.all.map(\.name)

    private static let aliases = [
        "latin1": "iso88591", "latin5": "iso88599", "latin9": "iso885915", "cp1252": "windows1252",
        "ansi": "windows1252",
        "cp1254": "windows1254", "cp1256": "windows1256", "arabic": "iso88596", "asmo708": "iso88596",
    ]
}
