/// A person who was interviewed, alone or in a focus group (REFI-QDA: case).
public struct Respondent: Hashable, Sendable, Codable, Identifiable {
    /// The id in the respondents table; for a person the table does not name, `TRANSCRIPT/LABEL`.
    public var id: String
    /// Population, country and whatever else the table and the transcripts' headers say.
    public var attributes: Attributes
    /// Whether a respondents table names this person.
    public var isListed: Bool

    /// A respondent; see the properties of the same names.
    public init(id: String, attributes: Attributes = Attributes(), isListed: Bool = false) {
        self.id = id
        self.attributes = attributes
        self.isListed = isListed
    }
}
