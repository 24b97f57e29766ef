/// What a person decided about a code on a segment, or about a code and a respondent.
///
/// Decisions are only ever added: who thinks better of one takes another, and the latest of a coder on the same place
/// and code holds. A decision about a segment bears on the codings of every later run (see `DecisionBearing`); one about a
/// respondent judges all that the person says, so it corrects shares and bears on no coding.
public struct Decision: Hashable, Sendable, Codable {
    /// What was decided.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// The code applies, whether a rule proposed it or not.
        case accepted
        /// The code does not apply.
        case rejected
        /// Another code applies in its place.
        case changed
        /// It cannot be told; this bears on nothing, and takes an earlier decision back.
        case unsure
    }

    /// The row of a sample that a decision answers.
    public struct Row: Hashable, Sendable, Codable {
        /// The number of the sample in the study, from 1.
        public var sample: Int
        /// The number of the row in the sample, from 1.
        public var number: Int

        /// The row with a number of the sample with a number, both from 1.
        public init(sample: Int, number: Int) {
            self.sample = sample
            self.number = number
        }
    }

    /// The place in the order of all decisions of a study, from 1; 0 until the study gives it.
    public var number: Int
    /// What was judged.
    public var subject: ReviewSubject
    /// The code's id, as it was then.
    public var code: Code.ID
    /// What was decided.
    public var outcome: Outcome
    /// The code that applies instead; given where, and only where, the outcome is ``Outcome/changed``.
    public var changedCode: Code.ID?
    /// How the finding is asserted there, as the rules saw it; `nil` where they had no coding.
    public var assertion: Assertion?
    /// The kinds of assertion of that coding, in the order of ``AssertionKind``.
    public var assertionKinds: [AssertionKind]
    /// Why; may be empty.
    public var reason: String
    /// What else the coder wrote; may be empty.
    public var note: String
    /// Who decided.
    public var coder: String
    /// The row of the sample that was answered; `nil` for a decision outside a sample.
    public var row: Row?

    /// A decision; see the properties of the same names.
    public init(
        number: Int = 0, subject: ReviewSubject, code: Code.ID, outcome: Outcome, changedCode: Code.ID? = nil,
        assertion: Assertion? = nil, assertionKinds: [AssertionKind] = [], reason: String = "", note: String = "",
        coder: String, row: Row? = nil
    ) {
        self.number = number
        self.subject = subject
        self.code = code
        self.outcome = outcome
        self.changedCode = changedCode
        self.assertion = assertion
        self.assertionKinds = assertionKinds
        self.reason = reason
        self.note = note
        self.coder = coder
        self.row = row
    }

    /// Whether another decision says the same, whenever it was taken and whatever the rules saw.
    public func saysTheSame(as other: Decision) -> Bool {
        subject == other.subject && code == other.code && outcome == other.outcome && changedCode == other.changedCode
            && reason == other.reason && note == other.note && coder == other.coder && row == other.row
    }
}
