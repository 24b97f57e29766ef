/// A sample that was drawn for review: what from, what for whom, and how likely each unit was.
public struct SampleDraw: Hashable, Sendable, Codable {
    /// What one unit of the sample is.
    public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        /// The segment of a coding, or a sentence that no coding of the code touches.
        case segment
        /// All that a respondent says.
        case respondent
    }

    /// One stratum of the sample for one code.
    public struct Stratum: Hashable, Sendable, Codable {
        /// The code's id.
        public var code: Code.ID
        /// What its units have in common, such as `coded`, `near-miss` or `uncoded`.
        public var name: String
        /// How many units there were to draw from: N.
        public var members: Int
        /// How many of them were drawn, by earlier samples and this one: n.
        public var drawn: Int
        /// For respondents all units of the stratum, so that a sample keeps its worth when rules change; for segments
        /// empty.
        public var respondents: [Respondent.ID]

        /// A stratum; see the properties of the same names.
        public init(code: Code.ID, name: String, members: Int, drawn: Int, respondents: [Respondent.ID] = []) {
            self.code = code
            self.name = name
            self.members = members
            self.drawn = drawn
            self.respondents = respondents
        }
    }

    /// The number of the sample in the study, from 1; 0 until the study gives it.
    public var number: Int
    /// The number of the run whose codings it was drawn from.
    public var run: Int
    /// What one unit is.
    public var unit: Unit
    /// The seed of the draw.
    public var seed: UInt64
    /// Whether the reviewers were not shown what the rules propose.
    public var isBlind: Bool
    /// The names of the reviewers.
    public var reviewers: [String]
    /// The strata, code by code.
    public var strata: [Stratum]
    /// The units, by their row.
    public var units: [SampledUnit]

    /// A sample; see the properties of the same names.
    public init(
        number: Int = 0, run: Int, unit: Unit, seed: UInt64, isBlind: Bool, reviewers: [String], strata: [Stratum],
        units: [SampledUnit]
    ) {
        self.number = number
        self.run = run
        self.unit = unit
        self.seed = seed
        self.isBlind = isBlind
        self.reviewers = reviewers
        self.strata = strata
        self.units = units
    }
}
