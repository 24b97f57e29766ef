import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

/// Values of statsmodels' cluster-robust errors, of scipy and R, and of samplics for totals of whole transcripts.
@Suite struct ClusteredCorrectionTests {
    static func units(
        _ transcripts: [Int], _ flags: [Int], _ human: [Int?], strata: [Int]? = nil
    ) -> [ReviewedUnit] {
        transcripts.indices.map { place in
            ReviewedUnit(
                stratum: strata?[place] ?? flags[place], isCoded: flags[place] == 1,
                transcript: transcripts[place], judgement: human[place].map { $0 == 1 })
        }
    }

    let twelveInterviewsAndTwoGroups = Self.units(
        Array(1...12) + [13, 13, 13, 13, 14, 14, 14, 14],
        [1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0],
        [1, 1, nil, 0, 1, nil, 0, nil, 0, 0, nil, nil, 1, nil, 1, 1, nil, 0, 1, nil])

    @Test func focusGroupsAreClusters() {
        let correction = ClusteredCorrection(twelveInterviewsAndTwoGroups)
        let strata = correction.postStrata.correctedShare
        #expect(
            correction.postStrata.strata == [
                ReviewedStratum(members: 12, reviewed: 6, positive: 2),
                ReviewedStratum(members: 8, reviewed: 6, positive: 5),
            ])
        #expect(agree(correction.estimate.value, 0.5333333333333333))
        #expect(agree(strata.strata.variance.value, 0.009111111111111111))
        #expect(agree(strata.strata.smoothedVariance.value, 0.00828125))
        #expect(correction.clusters == 14)
        #expect(agree(correction.clusterVariance.value, 0.03145878442545109))
        #expect(agree(correction.clusterVariance.value?.squareRoot(), 0.17736624375977264))
        #expect(agree(correction.variance.value, 0.03145878442545109))
        #expect(agree(correction.effectiveSize.value, 7.911586332227459))
        #expect(agree(correction.share.map(\.interval), 0.21682737632992882, 0.8251034888303252))
        #expect(strata.betaBinomialCounts() == .value(8...14))
    }

    /// By numpy.
    @Test func anotherReadingChangesTheVariance() {
        var units = twelveInterviewsAndTwoGroups
        units[11].judgement = false
        let correction = ClusteredCorrection(units)
        #expect(agree(correction.estimate.value, 0.5047619047619049))
        #expect(agree(correction.clusterVariance.value, 0.029021224102176477))
        units[17].judgement = nil
        #expect(agree(ClusteredCorrection(units).clusterVariance.value, 0.03189753086419753))
    }

    @Test func oneTranscriptTellsNothingOfThePopulation() {
        let units = Self.units([7, 7, 7], [1, 0, 0], [1, 0, nil])
        let correction = ClusteredCorrection(units)
        #expect(correction.estimate.value != nil)
        #expect(correction.share == .undefined(.singleCluster))
        #expect(ClusteredCorrection([]).share == .undefined(.noUnits))
        #expect(
            ClusteredCorrection(Self.units([1, 2], [0, 0], [nil, nil])).share == .undefined(.notReviewed))
    }

    @Test func thePopulationIsLessCertainThanTheRespondents() throws {
        let correction = ClusteredCorrection(twelveInterviewsAndTwoGroups)
        let population = try #require(correction.share.value?.interval)
        let respondents = try #require(correction.postStrata.correctedShare.share.value?.interval)
        #expect(population.width > respondents.width)
    }

    static let wholeTranscripts = units(
        [1, 2, 3, 4, 5, 6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9], [1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0],
        [1, nil, 0, 0, nil, nil, 1, 1, 1, 0, 0, 1, 0, nil, nil, nil],
        strata: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])

    @Test func wholeTranscriptsAgree() throws {
        let correction = TranscriptCorrection(Self.wholeTranscripts)
        #expect(agree(correction.estimate.value, 0.41264619883040937))
        #expect(agree(correction.standardError.value, 0.12001557180123988))
        #expect(correction.clusters == 9)
        #expect(agree(correction.variance(for: .population).value?.squareRoot(), 0.20013094648669028))
        let respondents = try #require(correction.share().value)
        let population = try #require(correction.share(of: .population).value)
        #expect(respondents.interval.contains(respondents.value))
        #expect(population.interval.width > respondents.interval.width)
    }

    @Test func transcriptsAllReadLeaveNothingOpen() {
        let units = Self.wholeTranscripts.map { unit in
            var unit = unit
            unit.judgement = unit.judgement ?? unit.isCoded
            return unit
        }
        let share = Double(units.count { $0.judgement == true }) / 16
        let correction = TranscriptCorrection(units)
        #expect(agree(correction.share().map(\.interval), share, share))
        #expect(correction.share(of: .population).value != nil)
    }

    @Test func tooFewTranscriptsHaveAReason() {
        let one = Self.units([1, 2, 3], [1, 0, 0], [1, nil, nil], strata: [0, 0, 0])
        #expect(TranscriptCorrection(one).share() == .undefined(.singleCluster))
        #expect(TranscriptCorrection(Self.units([1], [0], [nil])).share() == .undefined(.notReviewed))
        let unread = Self.units([1, 2, 3], [1, 0, 0], [1, 0, nil], strata: [0, 0, 1])
        #expect(TranscriptCorrection(unread).estimate == .undefined(.emptyStratum))
        #expect(TranscriptCorrection([]).share() == .undefined(.noUnits))
    }

    @Test func aGroupOfWhomOneMemberIsOpenIsNotRead() {
        func estimate(_ open: Int?) -> Double? {
            let units = Self.units([1, 1, 2, 3], [1, 0, 0, 0], [1, open, 0, 0], strata: [0, 0, 0, 0])
            return TranscriptCorrection(units).estimate.value
        }
        // Two of three transcripts read, nobody of them with the theme: guesses of 1/2 and (1/2)/4 remain.
        #expect(agree(estimate(nil), (0.5 + 3 * 0.125 + 1.5 * -0.25) / 4))
        #expect(agree(estimate(1), 0.5))
    }
}

@Suite struct CorrectionByGroupTests {
    /// Two countries of 40, in which the rules work well and badly; the group's number is the tens digit's half.
    let units: [ReviewedUnit] = (0..<80).map { place in
        let isCoded = place % 4 == 0
        let isRead = place % 3 != 0
        let isTrue = place < 40 ? isCoded : isCoded || place % 5 == 1
        return ReviewedUnit(
            stratum: isCoded ? 1 : 0, isCoded: isCoded, transcript: place / 2, judgement: isRead ? isTrue : nil)
    }
    var groups: [Int?] { (0..<80).map { $0 == 79 ? nil : $0 < 40 ? 0 : 1 } }

    @Test func everyGroupHasItsOwnReviewsOnly() throws {
        let correction = CorrectionByGroup(units, groups: groups)
        #expect(correction.groups.map(\.group) == [0, 1])
        let alone = CorrectionByGroup(Array(units[..<40]), groups: Array(repeating: 0, count: 40))
        #expect(alone.groups == [correction.groups[0]])
        #expect(correction.groups[0].share() == PostStrata(Array(units[..<40])).correctedShare.share)
        #expect(correction.groups[0].reviews == units[..<40].count { $0.judgement != nil })
    }

    @Test func differencesAreThoseOfTheIntervals() throws {
        let correction = CorrectionByGroup(units, groups: groups)
        for target in InferenceTarget.allCases {
            let first = try #require(correction.groups[0].share(of: target).value)
            let second = try #require(correction.groups[1].share(of: target).value)
            #expect(correction.difference(0, 1, of: target) == .value(first.difference(from: second)))
        }
        #expect(correction.difference(0, 9) == .undefined(.noUnits))
    }

    @Test func theTestTakesTheVarianceOfTheCorrection() throws {
        let correction = CorrectionByGroup(units, groups: groups)
        let test = try #require(correction.heterogeneity.value)
        #expect(test.numeratorDegrees == 1)
        #expect(test.denominatorDegrees == correction.groups.reduce(-2) { $0 + $1.population.clusters })
        let unread = units.enumerated().map { place, unit in
            var unit = unit
            if place < 40 { unit.judgement = nil }
            return unit
        }
        #expect(CorrectionByGroup(unread, groups: groups).heterogeneity == .undefined(.notReviewed))
    }

    @Test func aGroupWithFewReviewsSaysSo() {
        func group(_ members: Int, _ read: Int) -> CorrectionByGroup {
            let units = (0..<members).map {
                ReviewedUnit(stratum: 0, isCoded: false, transcript: $0, judgement: $0 < read ? false : nil)
            }
            return CorrectionByGroup(units, groups: Array(repeating: 0, count: members))
        }
        #expect(group(100, 24).groups[0].needsMoreReviews)
        #expect(!group(100, 25).groups[0].needsMoreReviews)
        #expect(!group(12, 12).groups[0].needsMoreReviews)
    }
}
