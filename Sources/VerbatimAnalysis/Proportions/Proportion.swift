/// So many of so many, with the share and its 95 % interval where they are defined.
package struct Proportion: Hashable, Sendable {
    /// Why a share has no value.
    package enum UndefinedReason: String, Hashable, Sendable {
        /// There is nobody to take a share of.
        case nobodyAsked = "nobody was asked"
    }

    /// Those who count; at most ``total``.
    package let count: Int
    /// All of whom they are a share.
    package let total: Int

    /// `count` of `total`; a count outside 0 to the total is brought to the nearer end.
    package init(_ count: Int, of total: Int) {
        self.total = max(0, total)
        self.count = min(max(0, count), self.total)
    }

    /// The share, from 0 to 1; `nil` where the total is 0.
    package var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

    /// The 95 % score interval of the share; `nil` where the total is 0.
    ///
    /// Recommended for small samples by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion",
    /// Statistical Science 16 (2001).
    package var interval: ConfidenceInterval? { ConfidenceInterval.wilson(count, of: total).value }

    /// Why ``share`` and ``interval`` are `nil`; `nil` where they are not.
    package var undefinedReason: UndefinedReason? { total == 0 ? .nobodyAsked : nil }
}
