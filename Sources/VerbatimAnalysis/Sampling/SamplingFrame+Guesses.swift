extension SamplingFrame {
    /// From how many judgements on a share is taken from them and not guessed.
    package static let fewestForGuess = 10

    /// The shares that are to be expected, from units that were judged: a pilot, such as a base sample.
    ///
    /// (y + 1)/(n + 2), which is never 0 or 1, for each stratum in which enough was judged, and for each kind in all its
    /// groups together, which stands in for a group with less.
    ///
    /// - Parameter judgements: The stratum of each unit that was judged, and whether the code is true in it.
    /// - Returns: The shares; nothing for strata and kinds with fewer than ``fewestForGuess`` judgements.
    package static func guesses(
        from judgements: some Sequence<(stratum: ReviewStratum, isTrue: Bool)>
    ) -> [ReviewStratum: Double] {
        var counts: [ReviewStratum: (judged: Int, positive: Int)] = [:]
        for (stratum, isTrue) in judgements {
            for key in Set([stratum, ReviewStratum(stratum.kind)]) {
                counts[key, default: (0, 0)].judged += 1
                if isTrue { counts[key, default: (0, 0)].positive += 1 }
            }
        }
        return counts.filter { $0.value.judged >= fewestForGuess }
            .mapValues { Double($0.positive + 1) / Double($0.judged + 2) }
    }
}
