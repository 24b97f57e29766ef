import VerbatimModel

/// What one coder did: which codes on which segments and respondents, and what the coder saw.
///
/// Seen and left blank is a finding; not assigned is none. A coder has seen a transcript if any coding of it is the
/// coder's, and of a sampled segment only the code that was asked about.
struct CoderWork: Sendable {
    /// A code on a segment.
    struct Segment: Sendable {
        /// The number of the transcript.
        var transcript: Int
        /// Where it is, in Unicode scalars.
        var span: TextSpan
        /// The place of the code.
        var node: Int
        /// Whether the code was found there; else it was asked about, and not found.
        var isFound = true
    }

    /// A code and a respondent.
    struct Mark: Sendable {
        /// The number of the respondent.
        var respondent: Int
        /// The place of the code.
        var node: Int
        /// Whether it applies.
        var applies: Bool
    }

    /// The name, or the codebook and its version.
    var name: String
    /// The segments that the coder coded while reading the transcript.
    var segments: [Segment] = []
    /// The segments about which the coder was asked for one code.
    var answers: [Segment] = []
    /// The respondents that the coder coded while reading all they say.
    var marks: [Mark] = []
    /// The respondents about whom the coder was asked for one code.
    var markAnswers: [Mark] = []
    /// The transcripts that the coder saw whole.
    var transcripts: Set<Int> = []
    /// The respondents whom the coder read whole.
    var respondents: Set<Int> = []
}
