/// p-values adjusted for the number of tests in a family that was declared beforehand: one table of a report.
package enum MultipleTesting {
    /// Benjamini and Hochberg's adjusted p-values, in the order given: they hold the share of false findings.
    ///
    /// From the largest down, the least of p₍ᵢ₎ m / i so far; at most 1. Source: Y. Benjamini and Y. Hochberg, Journal of
    /// the Royal Statistical Society B 57 (1995).
    package static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            least = min(least, pValues[index] * Double(pValues.count) / Double(rank + 1))
            adjusted[index] = least
        }
        return adjusted
    }

    /// The same for tests of which some could not be made (`nil`): these are not in the family.
    package static func benjaminiHochberg(_ pValues: [Double?]) -> [Double?] {
        var adjusted = benjaminiHochberg(pValues.compactMap(\.self)).makeIterator()
        return pValues.map { $0 == nil ? nil : adjusted.next() }
    }

    /// Holm's adjusted p-values, in the order given: they hold the probability of any false finding.
    ///
    /// From the smallest up, the greatest of (m − i + 1) p₍ᵢ₎ so far; at most 1. Source: S. Holm, Scandinavian Journal of
    /// Statistics 6 (1979).
    package static func holm(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var adjusted = pValues
        var greatest = 0.0
        for (rank, index) in order.enumerated() {
            greatest = min(1, max(greatest, pValues[index] * Double(pValues.count - rank)))
            adjusted[index] = greatest
        }
        return adjusted
    }
}
