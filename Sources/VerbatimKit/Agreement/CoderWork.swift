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
    /// The transcripts that the coder saw, whole or in ``parts``.
    var transcripts: Set<Int> = []
    /// Of each transcript that the coder saw in parts, these parts.
    var parts: [Int: [TextSpan]] = [:]
    /// The respondents whom the coder read whole.
    var respondents: Set<Int> = []

    /// Whether the coder saw all of a span of a transcript.
    func hasSeen(_ span: TextSpan?, of transcript: Int) -> Bool {
        guard transcripts.contains(transcript) else { return false }
        guard let parts = parts[transcript], let span else { return true }
        return parts.contains { $0.start <= span.start && span.end <= $0.end }
    }
}
