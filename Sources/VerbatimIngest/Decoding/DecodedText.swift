import VerbatimModel

/// The text of a file as UTF-8 with LF line ends and no byte-order mark, and what was found on the way.
struct DecodedText {
    /// The text: valid UTF-8.
    var utf8: [UInt8]
    /// The encoding, by its IANA name in lower case.
    var encoding: String
    /// The line ends: `lf`, `crlf`, `cr` or `mixed`.
    var newlines: String
    /// What a researcher should look at.
    var warnings: [Diagnostic]
}
