/// The test that fits a table of respondents of whom all was read, none of them in groups.
///
/// Pearson's where every expected count is at least 5, else the exact one. Corrected shares and focus groups need
/// ``HeterogeneityTest`` instead.
package struct IndependenceTest: Hashable, Sendable {
    /// Which test was used.
    package enum Method: Hashable, Sendable {
        /// Pearson's X².
        case pearson(statistic: Double, degrees: Int)
        /// Fisher's for two by two, Freeman and Halton's for more.
        case exact(ExactTest.Method)
    }

    /// The p-value, not adjusted for the number of tests.
    package let pValue: Double
    /// Which test gave it.
    package let method: Method

    /// The test of a table; undefined for an empty one (`noUnits`) and for one row or column (`noVariation`).
    package static func of(_ table: ContingencyTable) -> Estimate<IndependenceTest> {
        table.pearsonTest().flatMap { pearson in
            if pearson.smallestExpected >= 5 {
                let method = Method.pearson(statistic: pearson.statistic, degrees: pearson.degrees)
                return .value(Self(pValue: pearson.pValue, method: method))
            }
            return table.exactTest().map { Self(pValue: $0.pValue, method: .exact($0.method)) }
        }
    }

    private init(pValue: Double, method: Method) {
        self.pValue = pValue
        self.method = method
    }
}
