package import VerbatimModel

/// A code on a segment, as somebody coded it in another program.
package struct ForeignCoding: Sendable, Hashable {
    /// The transcript's id.
    package var transcript: Transcript.ID
    /// The segment, in Unicode scalars of the canonical text; empty where the other program has an empty one.
    package var span: TextSpan
    /// The names of the code and of the codes above it, outermost first.
    package var codePath: [String]
    /// The code's GUID in the other program, in lower case without braces.
    package var codeGUID: String
    /// Who coded, by the name in the other program; `nil` where it does not say.
    package var coder: String?
    /// What the coder wrote about the segment; `nil` for nothing.
    package var memo: String?

    /// A coding; see the properties of the same names.
    package init(
        transcript: Transcript.ID, span: TextSpan, codePath: [String], codeGUID: String, coder: String? = nil,
        memo: String? = nil
    ) {
        self.transcript = transcript
        self.span = span
        self.codePath = codePath
        self.codeGUID = codeGUID
        self.coder = coder
        self.memo = memo
    }
}
