/// How many units to draw from each stratum, so that the total is known best.
package enum OptimalAllocation {
    /// Neyman's allocation in whole numbers: the sizes for which Σ s²/n is smallest.
    ///
    /// One unit after the other goes to the stratum where s/√(n(n + 1)) is largest. That is exact, also with bounds,
    /// where rounding Neyman's fractions is not. Sources: J. Neyman, Journal of the Royal Statistical Society 97
    /// (1934); T. Wright, "The equivalence of Neyman optimum allocation for sampling and equal proportions for
    /// apportioning the U.S. House of Representatives", American Statistician 66 (2012).
    ///
    /// - Parameters:
    ///   - total: How many units to draw in all; raised to the sum of the least sizes, lowered to that of the greatest.
    ///   - spreads: For each stratum what it adds to the error: its size by its standard deviation.
    ///   - atLeast: The least size of each stratum, such as what has been reviewed already.
    ///   - atMost: The greatest size of each: all its units.
    /// - Returns: The sizes, in the order of the strata; strata of equal standing are served in that order.
    /// - Complexity: O(total x strata).
    package static func sizes(total: Int, spreads: [Double], atLeast: [Int], atMost: [Int]) -> [Int] {
        var sizes = zip(atLeast, atMost).map { max(0, min($0, $1)) }
        var left = total - sizes.reduce(0, +)
        while left > 0 {
            var best: (place: Int, gain: Double)?
            for place in sizes.indices where sizes[place] < atMost[place] {
                let size = Double(sizes[place])
                let gain = spreads[place] * spreads[place] / (size * (size + 1))
                // A stratum without a spread comes last, and one of which nothing is drawn first.
                if (gain.isNaN ? 0 : gain) > (best?.gain ?? -1) { best = (place, gain.isNaN ? 0 : gain) }
            }
            guard let best else { break }
            sizes[best.place] += 1
            left -= 1
        }
        return sizes
    }

    /// Sizes in proportion to the strata, in whole numbers, by largest remainders.
    ///
    /// - Parameters:
    ///   - total: How many units to draw in all; at most those there are.
    ///   - members: How many units each stratum has.
    ///   - atLeast: The least size of each stratum.
    /// - Returns: The sizes, in the order of the strata.
    package static func proportionalSizes(total: Int, members: [Int], atLeast: [Int]) -> [Int] {
        let all = members.reduce(0, +)
        guard all > 0 else { return members.map { _ in 0 } }
        let wanted = min(max(0, total), all)
        var sizes = members.map { wanted * $0 / all }
        let remainders = members.map { wanted * $0 % all }
        let order = members.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
        for place in order.prefix(wanted - sizes.reduce(0, +)) { sizes[place] += 1 }
        return zip(sizes, zip(atLeast, members)).map { min(max($0, $1.0), $1.1) }
    }
}
