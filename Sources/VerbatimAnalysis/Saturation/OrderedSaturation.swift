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
    /// - Complexity: O(orders x transcripts), and in each order O(codes / 64) for each transcript until it is saturated.
    package static func of(
        _ incidence: CodeIncidence, rule: GuestSaturation.Rule = .init(), orders: Int = 1_000, seed: UInt64 = 42,
        threads: Int = 1
    ) -> Estimate<OrderedSaturation> {
        let count = incidence.transcripts.count
        guard count >= rule.base + rule.run, orders > 0 else { return .undefined(.noUnits) }
        guard incidence.observedCodes > 0 else { return .undefined(.noVariation) }
        let search = SaturationSearch(incidence, rule: rule)
        let ends = Replicates.map(orders, threads: threads) { order -> Int? in
            var random = SplitMix64(seed: seed, skipping: order * (count - 1))
            var transcripts = Array(0..<count)
            random.shuffle(&transcripts)
            return search.end(of: transcripts)
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

/// Looks for the end of the first saturated run, with the codes of each transcript as bits.
private struct SaturationSearch: Sendable {
    private let codes: [BitSet]
    private let none: BitSet
    private let rule: GuestSaturation.Rule

    init(_ incidence: CodeIncidence, rule: GuestSaturation.Rule) {
        var numbers: [Int: Int] = [:]
        for code in incidence.transcripts.joined() where numbers[code] == nil { numbers[code] = numbers.count }
        let none = BitSet(capacity: numbers.count)
        codes = incidence.transcripts.map { transcript in
            transcript.reduce(into: none) { set, code in
                if let number = numbers[code] { set.insert(number) }
            }
        }
        self.none = none
        self.rule = rule
    }

    /// How many transcripts of an order end with the first saturated run; `nil` where none is.
    func end(of order: [Int]) -> Int? {
        var seen = none
        var newCodes: [Int] = []
        var (baseCodes, inRun) = (0, 0)
        for (place, transcript) in order.enumerated() {
            let new = seen.formUnion(codes[transcript])
            newCodes.append(new)
            if place < rule.base {
                baseCodes += new
                continue
            }
            guard baseCodes > 0 else { return nil }
            inRun += new
            if place >= rule.base + rule.run { inRun -= newCodes[place - rule.run] }
            let isWhole = place >= rule.base + rule.run - 1
            if isWhole, rule.isSaturated(newCodes: inRun, baseCodes: baseCodes) { return place + 1 }
        }
        return nil
    }
}
