/// How many of a drawn group have a property: drawing without putting back.
package struct HypergeometricDistribution: Hashable, Sendable {
    /// All there are.
    package let population: Int
    /// How many of all have the property.
    package let successes: Int
    /// How many are drawn.
    package let drawn: Int

    /// The distribution for `drawn` of a `population` in which `successes` have the property.
    package init(population: Int, successes: Int, drawn: Int) {
        self.population = max(0, population)
        self.successes = min(max(0, successes), self.population)
        self.drawn = min(max(0, drawn), self.population)
    }

    /// The counts that can occur.
    package var support: ClosedRange<Int> { max(0, drawn + successes - population)...min(drawn, successes) }

    /// The logarithm of the probability of exactly `count`; −∞ where it cannot occur.
    package func logProbability(_ count: Int) -> Double {
        guard support.contains(count) else { return -.infinity }
        return LogGamma.binomial(successes, count) + LogGamma.binomial(population - successes, drawn - count)
            - LogGamma.binomial(population, drawn)
    }
}
