/// One who speaks in a transcript, under the label that stands there.
public struct Speaker: Hashable, Sendable, Codable {
    /// The label, as first written, without its colon or brackets.
    public var label: String
    /// What the speaker does.
    public var role: SpeakerRole
    /// How sure the role is, from 0 to 1; 1 where the file or a human said so.
    public var confidence: Double
    /// Why the role was given, in words a researcher can check.
    public var reasons: [String]
    /// The respondent this label stands for; `nil` for those who ask, and for a label that cannot be told apart.
    public var respondent: Respondent.ID?
    /// Whether the label stands for several people or for nobody in particular ("Several", "All", "Unknown"), so
    /// that what is said counts for the group only.
    public var isCollective: Bool

    /// A speaker; see the properties of the same names.
    public init(
        label: String, role: SpeakerRole, confidence: Double = 1, reasons: [String] = [],
        respondent: Respondent.ID? = nil, isCollective: Bool = false
    ) {
        self.label = label
        self.role = role
        self.confidence = confidence
        self.reasons = reasons
        self.respondent = respondent
        self.isCollective = isCollective
    }
}
