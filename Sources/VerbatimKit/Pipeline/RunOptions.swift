/// What `verbatim run` is asked to do.
public struct RunOptions: Sendable, Hashable {
    /// The folder, or the one file, that holds the transcripts.
    public var transcripts: String
    /// The codebook's path.
    public var codebook: String
    /// Tables, guide, and what else is known of the transcripts.
    public var reading: ReadingOptions
    /// The folder that the results are written into.
    public var output: String
    /// The attributes by which frequencies are also given, each into a table of its own.
    public var groupings: [String]
    /// Whether a codebook is used although examples of it fail.
    public var allowsFailingExamples: Bool
    /// How many threads work at once, at least 1.
    public var threads: Int

    /// Options; see the properties of the same names.
    public init(
        transcripts: String, codebook: String, reading: ReadingOptions = ReadingOptions(), output: String,
        groupings: [String] = [], allowsFailingExamples: Bool = false, threads: Int = 1
    ) {
        self.transcripts = transcripts
        self.codebook = codebook
        self.reading = reading
        self.output = output
        self.groupings = groupings
        self.allowsFailingExamples = allowsFailingExamples
        self.threads = threads
    }
}
