/// What became of a coding.
public enum CodingStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// Proposed by the rules; nobody has judged it.
    case proposed
    /// Proposed, but another code of its exclusive group has a higher priority on the segment. Counts nowhere.
    case suppressed
    /// Accepted by a person.
    case accepted
    /// Rejected by a person. Counts nowhere.
    case rejected

    /// Whether codings of this status are counted.
    public var counts: Bool { self == .proposed || self == .accepted }
}

/// A code on a segment of a transcript, by a coder.
public struct Coding: Hashable, Sendable, Codable, Identifiable {
    /// Names the coding: the same code on the same segment of the same transcript has the same id in every run.
    public var id: String
    /// The transcript's id.
    public var transcript: Transcript.ID
    /// The number of the turn in which the first evidence stands, from 1.
    public var turn: Int
    /// The label of the speaker; `nil` in a text without speakers.
    public var speaker: String?
    /// Whose words they are; `nil` where they are the group's or nobody's.
    public var respondent: Respondent.ID?
    /// The code's id.
    public var code: Code.ID
    /// The ids of the rules that hit, in the order of the codebook.
    public var rules: [String]
    /// How it is asserted.
    public var assertion: Assertion
    /// How its hits are asserted: each kind that at least one hit is of, in the order of ``AssertionKind``.
    ///
    /// Where ``assertion`` says mixed, this says what of.
    public var assertionKinds: [AssertionKind]
    /// The segment, in Unicode scalars of the canonical text.
    public var span: TextSpan
    /// The words of the segment.
    public var quote: String
    /// The evidence tokens, in order, in Unicode scalars of the canonical text.
    public var evidence: [TextSpan]
    /// The words of the evidence tokens, in order.
    public var evidenceWords: [String]
    /// What became of it.
    public var status: CodingStatus
    /// Who coded: a person, or a codebook and its version.
    public var coder: String

    /// A coding; see the properties of the same names.
    ///
    /// The id follows from the transcript, the code and the segment.
    public init(
        transcript: Transcript.ID, turn: Int, speaker: String?, respondent: Respondent.ID?,
        code: Code.ID, rules: [String], assertion: Assertion, assertionKinds: [AssertionKind],
        span: TextSpan, quote: String, evidence: [TextSpan], evidenceWords: [String],
        status: CodingStatus = .proposed, coder: String
    ) {
        self.id = Self.id(transcript: transcript, code: code, span: span)
        self.transcript = transcript
        self.turn = turn
        self.speaker = speaker
        self.respondent = respondent
        self.code = code
        self.rules = rules
        self.assertion = assertion
        self.assertionKinds = assertionKinds
        self.span = span
        self.quote = quote
        self.evidence = evidence
        self.evidenceWords = evidenceWords
        self.status = status
        self.coder = coder
    }
}

extension Coding {
    /// The id of a code on a segment of a transcript: 16 hexadecimal digits of the FNV-1a hash of the three.
    ///
    /// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft-eastlake-fnv), 64 bits.
    public static func id(transcript: Transcript.ID, code: Code.ID, span: TextSpan) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "\(transcript)\u{1F}\(code)\u{1F}\(span.start)\u{1F}\(span.end)".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
