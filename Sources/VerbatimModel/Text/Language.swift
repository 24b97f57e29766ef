/// A language, by its BCP 47 primary subtag in lower case (`en`, `nl`, `fr`, `ar`, `tr`, ...).
public struct Language: Hashable, Sendable, Codable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The primary subtag, such as `en`; `und` when the language is not known.
    public let code: String

    /// The language of a BCP 47 tag: `nl-BE` and `NL` are both `nl`; an empty tag is ``unknown``.
    public init(tag: String) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        code = primary.isEmpty ? "und" : primary
    }

    /// The language of a tag that is written in the program.
    public init(stringLiteral value: String) {
        self.init(tag: value)
    }

    /// No language was declared and none could be told.
    public static let unknown: Language = "und"

    /// The subtag, such as `en`.
    public var description: String { code }
}
