public import VerbatimModel

/// What is known of transcripts, and of those who speak in them, beside the files themselves.
public struct ReadingOptions: Sendable, Hashable {
    /// The respondents table; `nil` for `respondents.csv` or `.xlsx` in the transcripts' folder, if there is one.
    public var respondents: String?
    /// The speakers table; `nil` for `speakers.csv` or `.xlsx` in the transcripts' folder, if there is one.
    public var speakers: String?
    /// The interview guide; `nil` for the only `*.guide` in the transcripts' folder, if there is one.
    public var guide: String?
    /// Mapping files for XML dialects that are not known, tried in order; those in the folder are used besides.
    public var mappings: [String]
    /// The format that files are read as, by its name; `nil` to tell it from their content.
    public var format: String?
    /// The encoding of text files, by its IANA name; `nil` to detect it.
    public var encoding: String?
    /// The language of transcripts that declare none; `nil` to detect it.
    public var language: Language?

    /// Options; see the properties of the same names.
    public init(
        respondents: String? = nil, speakers: String? = nil, guide: String? = nil, mappings: [String] = [],
        format: String? = nil, encoding: String? = nil, language: Language? = nil
    ) {
        self.respondents = respondents
        self.speakers = speakers
        self.guide = guide
        self.mappings = mappings
        self.format = format
        self.encoding = encoding
        self.language = language
    }
}
