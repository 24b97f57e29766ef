/// How saturation would have come out in other orders of the same transcripts.
package struct OrderedSaturation: Hashable, Sendable {
    /// For each number of transcripts from 1 up, the share of orders that were saturated by then, the run included.
    package let saturatedBy: [Double]
    /// How many orders were drawn.
    package let orders: Int

    /// Draws orders of the transcripts and judges each by the rule.
    ///
    /// - Parameters:
    ///   - incidence: The codes of each transcript.
    ///   - rule: How saturation is judged.
    ///   - orders: How many orders are drawn.
    ///   - seed: The seed of the draws.
    ///   - threads: How many threads share the work; the result does not depend on it.
    /// - Returns: The shares; undefined as ``GuestSaturation/of(_:rule:)`` is, but for the base: an order whose base has no
    ///   codes is not saturated.
    /// - Complexity: O(orders x transcripts x codes of a transcript).
    package static func of(
        _ incidence: CodeIncidence, rule: GuestSaturation.Rule = .init(), orders: Int = 1_000, seed: UInt64 = 42,
        threads: Int = 1
    ) -> Estimate<OrderedSaturation> {
        let count = incidence.transcripts.count
        guard count >= rule.base + rule.run, orders > 0 else { return .undefined(.noUnits) }
        guard incidence.observedCodes > 0 else { return .undefined(.noVariation) }
        let ends = Replicates.map(orders, threads: threads) { order -> Int? in
            var random = SplitMix64(seed: seed, skipping: order * (count - 1))
            var transcripts = incidence.transcripts
            random.shuffle(&transcripts)
            let saturation = GuestSaturation.of(newCodes: CodeIncidence(transcripts).newCodes, rule: rule)
            return saturation.value?.saturatingRun?.last
        }
        var reached = Array(repeating: 0, count: count + 1)
        for case let end? in ends { reached[end] += 1 }
        var sum = 0
        let shares = reached.dropFirst().map { number in
            sum += number
            return Double(sum) / Double(orders)
        }
        return .value(OrderedSaturation(saturatedBy: shares, orders: orders))
    }
}
