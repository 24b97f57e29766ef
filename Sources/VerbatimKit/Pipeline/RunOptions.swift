public import VerbatimModel

/// What `verbatim run` is asked to do.
public struct RunOptions: Sendable, Hashable {
    /// The folder, or the one file, that holds the transcripts.
    public var transcripts: String
    /// The codebook's path.
    public var codebook: String
    /// The respondents table; `nil` for `respondents.csv` in the transcripts' folder, if there is one.
    public var respondents: String?
    /// The speakers table; `nil` for `speakers.csv` in the transcripts' folder, if there is one.
    public var speakers: String?
    /// The folder that the results are written into.
    public var output: String
    /// The attributes by which frequencies are also given, each into a table of its own.
    public var groupings: [String]
    /// The language of transcripts that declare none; `nil` to detect it.
    public var language: Language?
    /// Whether a codebook is used although examples of it fail.
    public var allowsFailingExamples: Bool
    /// How many threads work at once, at least 1.
    public var threads: Int

    /// Options; see the properties of the same names.
    public init(
        transcripts: String, codebook: String, respondents: String? = nil, speakers: String? = nil, output: String,
        groupings: [String] = [], language: Language? = nil, allowsFailingExamples: Bool = false, threads: Int = 1
    ) {
        self.transcripts = transcripts
        self.codebook = codebook
        self.respondents = respondents
        self.speakers = speakers
        self.output = output
        self.groupings = groupings
        self.language = language
        self.allowsFailingExamples = allowsFailingExamples
        self.threads = threads
    }
}
