package import VerbatimModel

/// The text of a file as UTF-8 with LF line ends and no byte-order mark, and what was found on the way.
package struct DecodedText: Sendable {
    /// The text: valid UTF-8.
    package var utf8: [UInt8]
    /// The encoding, by its IANA name in lower case.
    package var encoding: String
    /// How sure the encoding is, from 0 to 1; 1 where the bytes prove it, a mark says it, or a person did.
    package var confidence: Double
    /// The line ends: `lf`, `crlf`, `cr` or `mixed`.
    package var newlines: String
    /// What a researcher should look at.
    package var warnings: [Diagnostic]

    init(_ utf8: [UInt8], _ encoding: String, confidence: Double = 1) {
        self.utf8 = utf8
        self.encoding = encoding
        self.confidence = confidence
        newlines = "lf"
        warnings = []
    }
}
