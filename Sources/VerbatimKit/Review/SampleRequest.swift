package import VerbatimModel

/// What `verbatim sample` is asked to draw.
package struct SampleRequest: Sendable, Hashable {
    /// How many units are drawn for each code.
    package enum Size: Sendable, Hashable {
        /// So many, more where judgements are expected to differ more.
        case units(Int)
        /// So many in each group, divided in the same way.
        case unitsPerGroup(Int)
        /// As many as the interval needs that is to be expected: of the corrected share for respondents, of the recall
        /// for segments; half of its width.
        case halfWidth(Double)
    }

    /// The codes, or for respondents also themes; empty for all codes, or for respondents all that stand at the top.
    package var codes: [Code.ID]
    /// What one unit is.
    package var unit: SampleDraw.Unit
    /// How many units are drawn for each code.
    package var size: Size
    /// The attributes of respondents whose values make the groups that are drawn from apart; empty for one group.
    package var attributes: [String]
    /// Whether a base sample of respondents is drawn: the same ones for all codes, whatever the rules find in them.
    package var isBase: Bool
    /// The part of the units that two reviewers judge, from 0 to 1.
    package var doubleShare: Double
    /// The names of the reviewers, which become parts of file names.
    package var reviewers: [String]
    /// Whether the reviewers are not to know what the rules propose.
    package var isBlind: Bool
    /// The seed of the draw.
    package var seed: UInt64
    /// How many threads work at once.
    package var threads: Int

    /// A request; see the properties of the same names.
    package init(
        codes: [Code.ID] = [], unit: SampleDraw.Unit = .segment, size: Size, by attributes: [String] = [],
        isBase: Bool = false, doubleShare: Double = 0.1, reviewers: [String] = ["reviewer"], isBlind: Bool = false,
        seed: UInt64 = 1, threads: Int = 1
    ) {
        self.codes = codes
        self.unit = unit
        self.size = size
        self.attributes = attributes
        self.isBase = isBase
        self.doubleShare = doubleShare
        self.reviewers = reviewers
        self.isBlind = isBlind
        self.seed = seed
        self.threads = threads
    }
}
