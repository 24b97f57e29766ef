/// Quantiles of a sample.
package enum SampleQuantile {
    /// The value below which lies a given part of the sorted values, between two neighbours by straight line.
    ///
    /// Type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", American Statistician 50 (1996):
    /// the default of R and numpy.
    ///
    /// - Parameters:
    ///   - probability: From 0 to 1.
    ///   - sorted: The values, in ascending order.
    /// - Returns: The quantile; `nil` where there are no values.
    package static func type7(_ probability: Double, ofSorted sorted: [Double]) -> Double? {
        guard let last = sorted.indices.last else { return nil }
        let place = min(max(probability, 0), 1) * Double(last)
        let below = Int(place)
        guard below < last else { return sorted[last] }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
