import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

/// Whether intervals hold the truth as often as they claim, over seeded studies with rules that err.
///
/// A small part of the simulation in `Benchmarks/coverage`.
@Suite struct CoverageTests {
    struct Setting: Sendable {
        var prevalence: Double
        var recall: Double
        var falsePositives: Double
        var reviews: Int
    }

    static let settings = [
        Setting(prevalence: 0.05, recall: 0.95, falsePositives: 0.1, reviews: 100),
        Setting(prevalence: 0.1, recall: 0.6, falsePositives: 0.05, reviews: 60),
        Setting(prevalence: 0.4, recall: 0.6, falsePositives: 0.02, reviews: 100),
        Setting(prevalence: 0.6, recall: 0.8, falsePositives: 0.1, reviews: 150),
    ]

    /// 400 studies of 420 respondents.
    @Test(arguments: settings)
    func correctedSharesHoldTheTruth(setting: Setting) {
        var random = SeededGenerator(seed: UInt64(setting.reviews) + UInt64(setting.prevalence * 100))
        var (held, naive, error) = (0, 0, 0.0)
        let studies = 400
        for _ in 0..<studies {
            var members = [0, 0]
            var positive = [0, 0]
            for _ in 0..<420 {
                let isTrue = Double.random(in: 0..<1, using: &random) < setting.prevalence
                let chance = isTrue ? setting.recall : setting.falsePositives
                let side = Double.random(in: 0..<1, using: &random) < chance ? 1 : 0
                members[side] += 1
                if isTrue { positive[side] += 1 }
            }
            let truth = Double(positive[0] + positive[1]) / 420
            // Neyman's sizes, with guesses of 0.05 and 0.8.
            let sizes = OptimalAllocation.sizes(
                total: setting.reviews, spreads: [0.218 * Double(members[0]), 0.4 * Double(members[1])],
                atLeast: [10, 10], atMost: members)
            let strata = [0, 1].map { side in
                ReviewedStratum(
                    members: members[side], reviewed: sizes[side],
                    positive: drawn(sizes[side], from: members[side], positive: positive[side], &random))
            }
            let share = CorrectedShare(strata).share.value
            if share?.interval.contains(truth) == true { held += 1 }
            error += (share?.value ?? 0) - truth
            if ConfidenceInterval.wilson(members[1], of: 420).value?.contains(truth) == true { naive += 1 }
        }
        #expect(Double(held) / Double(studies) >= 0.93, "\(setting)")
        #expect((error / Double(studies)).magnitude < 0.006, "\(setting)")
        // Without errors of the rules to correct, the test would show nothing.
        if setting.prevalence != 0.1 { #expect(Double(naive) / Double(studies) < 0.5, "\(setting)") }
    }

    /// 150 studies in which the members of a focus group often agree; whoever takes them for independent holds less.
    @Test func clusteredSharesHoldTheTruthOfThePopulation() {
        var random = SeededGenerator(seed: 5)
        var held = 0
        for _ in 0..<150 {
            var units: [ReviewedUnit] = []
            for transcript in 0..<60 {
                let members = transcript < 40 ? 1 : 8
                let isTrueForAll = Double.random(in: 0..<1, using: &random) < 0.3
                for _ in 0..<members {
                    let agrees = Double.random(in: 0..<1, using: &random) < 0.5
                    let isTrue = agrees ? isTrueForAll : Double.random(in: 0..<1, using: &random) < 0.3
                    let isCoded = Double.random(in: 0..<1, using: &random) < (isTrue ? 0.8 : 0.05)
                    let isRead = Double.random(in: 0..<1, using: &random) < 0.5
                    units.append(
                        ReviewedUnit(
                            stratum: isCoded ? 1 : 0, isCoded: isCoded, transcript: transcript,
                            judgement: isRead ? isTrue : nil))
                }
            }
            if ClusteredCorrection(units).share.value?.interval.contains(0.3) == true { held += 1 }
        }
        #expect(held >= 138)
    }
}
