/// One unit of a sample: a segment, or a respondent, with the code to be judged.
public struct SampledUnit: Hashable, Sendable, Codable {
    /// The number of its row in the sample, from 1; rows are numbered in an order that tells nothing.
    public var row: Int
    /// The index of its stratum in ``SampleDraw/strata``.
    public var stratum: Int
    /// What is judged.
    public var subject: ReviewSubject
    /// The code's id.
    public var code: Code.ID
    /// Whether the rules had found the code in it.
    public var isCoded: Bool
    /// The row of the earlier sample that drew it first, where it need not be judged again; else `nil`.
    public var earlier: Decision.Row?
    /// The indices in ``SampleDraw/reviewers`` of those who are to judge it: none, one or two.
    public var reviewers: [Int]
    /// A digest of the words that the reviewers were shown, by which words that were altered are told.
    public var digest: String

    /// A unit; see the properties of the same names.
    public init(
        row: Int, stratum: Int, subject: ReviewSubject, code: Code.ID, isCoded: Bool, earlier: Decision.Row? = nil,
        reviewers: [Int] = [], digest: String = ""
    ) {
        self.row = row
        self.stratum = stratum
        self.subject = subject
        self.code = code
        self.isCoded = isCoded
        self.earlier = earlier
        self.reviewers = reviewers
        self.digest = digest
    }
}
