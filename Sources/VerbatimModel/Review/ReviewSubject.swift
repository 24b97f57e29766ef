/// What a person judges, or codes: words of a transcript, or all that a respondent says.
public enum ReviewSubject: Hashable, Sendable, Codable {
    /// A segment.
    case segment(QuotedPlace)
    /// Everything that a respondent says, in all transcripts.
    case respondent(Respondent.ID)

    /// The segment; `nil` for a respondent.
    public var place: QuotedPlace? {
        if case .segment(let place) = self { place } else { nil }
    }

    /// The respondent; `nil` for a segment.
    public var respondent: Respondent.ID? {
        if case .respondent(let id) = self { id } else { nil }
    }
}
