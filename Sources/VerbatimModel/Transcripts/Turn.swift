/// A run of speech within a turn that the source keeps apart: a paragraph, a TEI `seg`.
///
/// Labels, timestamps and line ids stand between paragraphs and are not speech.
public struct Paragraph: Hashable, Sendable, Codable {
    /// Where it stands in the canonical text, in UTF-8 offsets.
    ///
    /// A single newline inside is a wrapped line.
    public var range: ByteRange
    /// Its language, where it is not the transcript's.
    public var language: Language?

    /// A paragraph at `range` (UTF-8 offsets); `language` is `nil` for the transcript's own.
    public init(range: ByteRange, language: Language? = nil) {
        self.range = range
        self.language = language
    }
}

/// What one speaker says until another begins.
public struct Turn: Hashable, Sendable, Codable {
    /// The number in the transcript, from 1.
    public var number: Int
    /// The index in ``Transcript/speakers``; `nil` in a text without speakers.
    public var speaker: Int?
    /// Whose words they are: the speaker's own respondent, or the one an interpreter speaks for; `nil` for those who
    /// ask, and for speech that no respondent can be given.
    public var respondent: Respondent.ID?
    /// The paragraphs, in order; never empty.
    public var paragraphs: [Paragraph]
    /// When the turn begins, in seconds, where the source says so.
    public var time: Double?
    /// The heading the turn stands under, where there is one.
    public var section: String?
    /// The id of the guide question that the turn belongs to, where one is known.
    public var question: String?

    /// A turn; see the properties of the same names.
    public init(
        number: Int, speaker: Int?, respondent: Respondent.ID? = nil, paragraphs: [Paragraph], time: Double? = nil,
        section: String? = nil, question: String? = nil
    ) {
        self.number = number
        self.speaker = speaker
        self.respondent = respondent
        self.paragraphs = paragraphs
        self.time = time
        self.section = section
        self.question = question
    }

    /// From the first to the last word, in UTF-8 offsets; labels between paragraphs lie inside.
    public var range: ByteRange {
        guard let first = paragraphs.first, let last = paragraphs.last else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }
}
