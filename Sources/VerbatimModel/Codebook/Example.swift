/// A text that a code must, or must not, be given to: a test of its rules (section 6 of the codebook language).
public struct Example: Hashable, Sendable, Codable {
    /// Whether the text must be coded (`+`) or must not (`-`).
    public var isCoded: Bool
    /// The text, without the brackets that mark evidence.
    public var text: String
    /// The words that must be part of the evidence, in Unicode scalars of ``text``.
    public var evidence: [TextSpan]
    /// The language of the text; `nil` for the codebook's first.
    public var language: Language?
    /// Who says it.
    public var role: SpeakerRole
    /// The question that was asked just before.
    public var question: String?
    /// The attributes of the respondent.
    public var attributes: Attributes
    /// How the coding must be asserted; empty where nothing is said.
    public var assertions: [AssertionKind]
    /// Where it stands.
    public var source: SourceRange

    /// An example; see the properties of the same names.
    public init(
        isCoded: Bool, text: String, evidence: [TextSpan] = [], language: Language? = nil,
        role: SpeakerRole = .respondent, question: String? = nil, attributes: Attributes = Attributes(),
        assertions: [AssertionKind] = [], source: SourceRange
    ) {
        self.isCoded = isCoded
        self.text = text
        self.evidence = evidence
        self.language = language
        self.role = role
        self.question = question
        self.attributes = attributes
        self.assertions = assertions
        self.source = source
    }
}
