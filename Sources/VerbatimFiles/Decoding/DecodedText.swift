package import VerbatimModel

/// The text of a file as UTF-8 with LF line ends and no byte-order mark, and what was found on the way.
package struct DecodedText: Sendable {
    /// The text: valid UTF-8.
    package var utf8: [UInt8]
    /// The encoding, by its IANA name in lower case.
    package var encoding: String
    /// The line ends: `lf`, `crlf`, `cr` or `mixed`.
    package var newlines: String
    /// What a researcher should look at.
    package var warnings: [Diagnostic]
}
