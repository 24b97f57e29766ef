/// Between which shares the truth lies, whatever those who were not asked would have said.
///
/// Not a confidence interval: nothing here is chance. Source: C. F. Manski, "Nonparametric bounds on treatment effects",
/// American Economic Review 80 (1990).
package struct WorstCaseBounds: Hashable, Sendable {
    /// If none of those who were not asked had spoken of it.
    package let low: Double
    /// If all of them had.
    package let high: Double

    /// The bounds for `positive` respondents who spoke of it and `notAsked` who neither did nor were asked, of `total`.
    ///
    /// - Returns: The bounds; undefined (`noUnits`) where the total is not above zero.
    package static func of(positive: Int, notAsked: Int, total: Int) -> Estimate<WorstCaseBounds> {
        guard total > 0 else { return .undefined(.noUnits) }
        let positive = min(max(positive, 0), total)
        let most = min(positive + max(notAsked, 0), total)
        return .value(Self(low: Double(positive) / Double(total), high: Double(most) / Double(total)))
    }

    private init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}
