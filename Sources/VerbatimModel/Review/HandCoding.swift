/// A code that a person gave to a segment or to a respondent, outside a review of what the rules propose.
///
/// Hand codings are what coders and rules are compared with; they count in no frequency of the rules.
public struct HandCoding: Hashable, Sendable, Codable {
    /// What is coded.
    public var subject: ReviewSubject
    /// The code's id; for a code that the codebook does not have, its names from the outermost in, joined by ` > `.
    public var code: String
    /// Whether the code applies; a table of respondents may say that it does not.
    public var applies: Bool
    /// Who coded.
    public var coder: String
    /// What the coder wrote about it; may be empty.
    public var memo: String
    /// Where it came from, as the user named it: a table or a project of another program.
    public var source: String

    /// A hand coding; see the properties of the same names.
    public init(
        subject: ReviewSubject, code: String, applies: Bool = true, coder: String, memo: String = "",
        source: String = ""
    ) {
        self.subject = subject
        self.code = code
        self.applies = applies
        self.coder = coder
        self.memo = memo
        self.source = source
    }
}
