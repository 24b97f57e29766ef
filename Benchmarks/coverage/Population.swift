import VerbatimAnalysis

/// The respondents of one simulated study, with the truth, and what a review of a sample of them found.
struct Population {
    /// For each respondent whether the theme is there.
    private(set) var truth: [Bool] = []
    /// What correction sees of the respondents: the truth of those who were read only.
    private(set) var units: [ReviewedUnit] = []

    /// A study drawn for a setting, reviewed by a sample with guessed Neyman sizes of at least 10 a stratum.
    init(_ setting: Setting, _ random: inout SplitMix64) {
        for transcript in 0..<Setting.interviews + Setting.focusGroups {
            let members = transcript < Setting.interviews ? 1 : Setting.members
            addTranscript(transcript, members: members, setting, &random)
        }
        var members: [[Int]] = [[], []]
        for (place, unit) in units.enumerated() { members[unit.stratum].append(place) }
        let guesses = [SharePlan.guessedMissRate, SharePlan.guessedPrecision]
        let strata = zip(members, guesses).map { ExpectedStratum(members: $0.count, share: $1) }
        let sizes = OptimalAllocation.sizes(
            total: setting.reviews,
            spreads: strata.map { Double($0.members) * ($0.share * (1 - $0.share)).squareRoot() },
            atLeast: strata.map { min(10, $0.members) }, atMost: strata.map(\.members))
        for (stratum, size) in zip(members, sizes) {
            var stratum = stratum
            random.shuffle(&stratum)
            for place in stratum.prefix(size) { units[place].judgement = truth[place] }
        }
    }

    /// The share with the theme among these respondents.
    var share: Double { Double(truth.count { $0 }) / Double(truth.count) }

    /// How many respondents the rules find the theme in.
    var coded: Int { units.count { $0.isCoded } }

    /// Adds the respondents of one transcript, whose truth is beta-binomial, by Pólya's urn.
    private mutating func addTranscript(
        _ transcript: Int, members: Int, _ setting: Setting, _ random: inout SplitMix64
    ) {
        let balls = (1 - setting.correlation) / setting.correlation
        var found = 0.0
        for drawn in 0..<members {
            let chance = (setting.prevalence * balls + found) / (balls + Double(drawn))
            let isTrue = random.fraction() < chance
            if isTrue { found += 1 }
            let isCoded = random.fraction() < (isTrue ? setting.recall : setting.falsePositives)
            truth.append(isTrue)
            units.append(
                ReviewedUnit(stratum: isCoded ? 1 : 0, isCoded: isCoded, transcript: transcript, judgement: nil))
        }
    }
}

extension SplitMix64 {
    /// A number from 0 up to and without 1.
    fileprivate mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
