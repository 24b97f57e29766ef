/// When new transcripts stopped to bring new codes, by the share of new codes in a run of transcripts.
///
/// Source: G. Guest, E. Namey and M. Chen, "A simple method to assess and report thematic saturation in qualitative
/// research", PLoS ONE 15 (2020). Runs overlap: transcripts 5 and 6, 6 and 7, and so on.
package struct GuestSaturation: Hashable, Sendable {
    /// How saturation is judged.
    package struct Rule: Hashable, Sendable {
        /// How many transcripts the new codes are compared with; the first ones.
        package var base: Int
        /// How many transcripts a run has.
        package var run: Int
        /// The largest share of new codes, of the codes of the base, at which it is saturated: 0.05, or 0.
        package var threshold: Double

        /// A base of 4, runs of 2 and 5 % unless said otherwise, as the authors recommend.
        package init(base: Int = 4, run: Int = 2, threshold: Double = 0.05) {
            self.base = max(1, base)
            self.run = max(1, run)
            self.threshold = threshold
        }

        /// Whether a run with so many new codes ends the search, where the base has so many.
        func isSaturated(newCodes: Int, baseCodes: Int) -> Bool {
            GuestSaturation.share(newCodes, of: baseCodes) <= threshold
        }
    }

    /// A run of transcripts behind the base.
    package struct Run: Hashable, Sendable {
        /// Its first transcript, counted from 1.
        package let first: Int
        /// Its last transcript, counted from 1.
        package let last: Int
        /// How many codes it has that no transcript before it had.
        package let newCodes: Int
    }

    /// The rule it was judged by.
    package let rule: Rule
    /// How many codes the base has.
    package let baseCodes: Int
    /// All runs, in order.
    package let runs: [Run]

    /// The runs of transcripts in their order.
    ///
    /// - Returns: Undefined where there are fewer transcripts than a base and a run (`noUnits`), or the base has no codes
    ///   (`noVariation`).
    package static func of(_ incidence: CodeIncidence, rule: Rule = Rule()) -> Estimate<GuestSaturation> {
        of(newCodes: incidence.newCodes, rule: rule)
    }

    private static func of(newCodes: [Int], rule: Rule) -> Estimate<GuestSaturation> {
        guard newCodes.count >= rule.base + rule.run else { return .undefined(.noUnits) }
        let baseCodes = newCodes[..<rule.base].reduce(0, +)
        guard baseCodes > 0 else { return .undefined(.noVariation) }
        let runs = (rule.base...(newCodes.count - rule.run)).map { start in
            Run(first: start + 1, last: start + rule.run, newCodes: newCodes[start..<(start + rule.run)].reduce(0, +))
        }
        return .value(GuestSaturation(rule: rule, baseCodes: baseCodes, runs: runs))
    }

    /// The share of new codes in a run, of the codes of the base.
    package func newInformation(in run: Run) -> Double { Self.share(run.newCodes, of: baseCodes) }

    /// The first run at or below the threshold; `nil` where none is: not saturated yet.
    package var saturatingRun: Run? {
        runs.first { rule.isSaturated(newCodes: $0.newCodes, baseCodes: baseCodes) }
    }

    /// Where saturation was reached in the authors' notation, such as `7+2`: the transcripts before the run, and the run.
    package var notation: String? { saturatingRun.map { "\($0.first - 1)+\(rule.run)" } }

    private static func share(_ newCodes: Int, of baseCodes: Int) -> Double { Double(newCodes) / Double(baseCodes) }
}
