/// Why a regular expression of a codebook cannot be used, and where in it.
package struct RegexFault: Error, Hashable, Sendable {
    /// The stable name of the diagnostic: `regex-syntax` or `regex-too-large`.
    package var identifier: String
    /// What is wrong and what to do about it.
    package var message: String
    /// The place in the pattern, in Unicode scalars from 0.
    package var offset: Int
    /// How many scalars of the pattern are at fault, at least 1.
    package var length: Int

    static func syntax(_ message: String, at offset: Int, length: Int = 1) -> RegexFault {
        RegexFault(identifier: "regex-syntax", message: message, offset: offset, length: max(1, length))
    }

    static func tooLarge(_ message: String, at offset: Int, length: Int = 1) -> RegexFault {
        RegexFault(identifier: "regex-too-large", message: message, offset: offset, length: max(1, length))
    }
}
