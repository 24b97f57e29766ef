/// What the tables and the report need to know of a transcript once it is coded.
public struct TranscriptSummary: Hashable, Sendable, Codable, Identifiable {
    /// The transcript's id.
    public var id: String
    /// The file it was read from.
    public var source: TranscriptSource
    /// What kind of session it is.
    public var kind: TranscriptKind
    /// Its language.
    public var language: Language
    /// What its header says.
    public var attributes: Attributes
    /// The number of turns.
    public var turns: Int
    /// The number of word tokens in all turns, whoever speaks; transcription marks are not words.
    public var words: Int
    /// The respondents who speak in it, in the order of their first turn.
    public var respondents: [Respondent.ID]
    /// The number of turns by speakers who answer but cannot be told apart, so that they count for the group only.
    public var unattributedTurns: Int
    /// What a researcher should look at.
    public var warnings: [Diagnostic]

    /// A summary; see the properties of the same names.
    public init(
        id: String, source: TranscriptSource, kind: TranscriptKind, language: Language,
        attributes: Attributes = Attributes(), turns: Int, words: Int, respondents: [Respondent.ID],
        unattributedTurns: Int = 0, warnings: [Diagnostic] = []
    ) {
        self.id = id
        self.source = source
        self.kind = kind
        self.language = language
        self.attributes = attributes
        self.turns = turns
        self.words = words
        self.respondents = respondents
        self.unattributedTurns = unattributedTurns
        self.warnings = warnings
    }
}

/// The result of coding: what every table, export and report is made from.
public struct CodedStudy: Hashable, Sendable {
    /// The codebook that was used.
    public var codebook: Codebook
    /// The transcripts, by id.
    public var transcripts: [TranscriptSummary]
    /// The respondents who spoke, by id.
    ///
    /// Listed respondents who speak in no transcript are not among them.
    public var respondents: [Respondent]
    /// The codings, by transcript, position and code.
    public var codings: [Coding]
    /// The interview guide; `nil` where none was given.
    public var guide: Guide?
    /// Which respondents were asked which questions of the guide, by transcript.
    public var asked: [AskedQuestion]

    /// A study; see the properties of the same names.
    public init(
        codebook: Codebook, transcripts: [TranscriptSummary], respondents: [Respondent], codings: [Coding],
        guide: Guide? = nil, asked: [AskedQuestion] = []
    ) {
        self.codebook = codebook
        self.transcripts = transcripts
        self.respondents = respondents
        self.codings = codings
        self.guide = guide
        self.asked = asked
    }
}
