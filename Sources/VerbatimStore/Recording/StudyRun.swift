package import VerbatimModel

/// A transcript as a run read it, with the bytes it was read from.
package struct RunTranscript: Hashable, Sendable {
    /// The transcript.
    package var transcript: Transcript
    /// The number of word tokens in all turns.
    package var words: Int
    /// The respondents who speak in it, in the order of their first turn.
    package var respondents: [Respondent.ID]
    /// The number of turns by speakers who answer but cannot be told apart.
    package var unattributedTurns: Int
    /// The original bytes of the source.
    package var bytes: [UInt8]

    /// The transcript that `summary` tells of, read from `bytes`.
    package init(_ transcript: Transcript, summary: TranscriptSummary, bytes: [UInt8]) {
        self.transcript = transcript
        words = summary.words
        respondents = summary.respondents
        unattributedTurns = summary.unattributedTurns
        self.bytes = bytes
    }
}

/// All that one run puts into a study file.
package struct StudyRun: Hashable, Sendable {
    /// The codebook that was used.
    package var codebook: CodebookVersion
    /// The version of the program that coded.
    package var engineVersion: String
    /// The options that decide what comes out, by name.
    package var options: Attributes
    /// When the run began, in ISO 8601; the only clock time in a study, and never compared.
    package var started: String?
    /// The transcripts, in the order in which they are to be read back.
    package var transcripts: [RunTranscript]
    /// The respondents who spoke, in the order in which they are to be read back.
    package var respondents: [Respondent]
    /// The codings, in the order in which they are to be read back.
    package var codings: [Coding]
    /// What the rules alone made of each coding, in the order of ``codings``; `nil` for a coding that is a person's.
    ///
    /// Empty where nobody has decided anything: then it is the status of each.
    package var ruleStatuses: [CodingStatus?]
    /// What people coded by hand, in tables or other programs; those that the study has already are not added again.
    package var handCodings: [HandCoding]
    /// The interview guide, without its wordings; `nil` where none was given.
    package var guide: Guide?
    /// Which respondents were asked which questions of the guide.
    package var asked: [AskedQuestion]

    /// A run; see the properties of the same names.
    package init(
        codebook: CodebookVersion, engineVersion: String, options: Attributes = Attributes(), started: String? = nil,
        transcripts: [RunTranscript], respondents: [Respondent], codings: [Coding], ruleStatuses: [CodingStatus?] = [],
        handCodings: [HandCoding] = [], guide: Guide? = nil, asked: [AskedQuestion] = []
    ) {
        self.codebook = codebook
        self.engineVersion = engineVersion
        self.options = options
        self.started = started
        self.transcripts = transcripts
        self.respondents = respondents
        self.codings = codings
        self.ruleStatuses = ruleStatuses
        self.handCodings = handCodings
        self.guide = guide
        self.asked = asked
    }
}
