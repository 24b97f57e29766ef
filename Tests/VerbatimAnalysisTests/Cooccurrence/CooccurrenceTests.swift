import Testing
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimAnalysis

@Suite struct CooccurrenceCountsTests {
    let counts = CooccurrenceCounts(both: 30, first: 60, second: 90, total: 420)

    /// nltk's `BigramAssocMeasures`, scikit-learn and scipy agree.
    @Test func measuresAgreeWithOtherPrograms() {
        #expect(agree(counts.jaccard.value, 0.25))
        #expect(agree(counts.dice.value, 0.4))
        #expect(agree(counts.phi.value, 0.28426762180748055))
        #expect(agree(counts.lift.value, 2.3333333333333335))
        #expect(agree(counts.mutualInformation.value, 1.222392421336448))
        #expect(agree(counts.normalisedMutualInformation.value, 0.3210608010970073))
        #expect(agree(counts.table.likelihoodRatioTest().value?.statistic, 28.865332818700203))
        #expect(agree(counts.table.pearsonTest().value?.statistic, 33.939393939393945))
        #expect(counts.oddsRatio == .value(5))
        #expect(agreeRelatively(counts.fisherPValue.value, 8.114448041642166e-08))
        #expect(agree(counts.expected.value, 60.0 * 90 / 420))
        #expect(counts.overlap == .value(0.5))
        #expect(agree(counts.firstGivenSecond.value, 1.0 / 3))
        #expect(counts.secondGivenFirst == .value(0.5))
        // The example of ATLAS.ti's manual.
        let manual = CooccurrenceCounts(both: 5, first: 100, second: 10, total: 1_000)
        #expect(agree(manual.jaccard.value, 5.0 / 105))
    }

    @Test func codesThatNeverMeetAreAtTheFarEnd() {
        let strangers = CooccurrenceCounts(both: 0, first: 5, second: 6, total: 20)
        #expect(strangers.jaccard == .value(0))
        #expect(strangers.mutualInformation == .undefined(.emptyCell))
        #expect(strangers.normalisedMutualInformation == .value(-1))
        #expect((strangers.phi.value ?? 0) < 0)
    }

    @Test func aCodeThatIsNowhereHasNoMeasures() {
        let absent = CooccurrenceCounts(both: 0, first: 0, second: 6, total: 20)
        for measure in [absent.jaccard, absent.dice, absent.phi, absent.lift, absent.overlap, absent.fisherPValue] {
            #expect(measure == .undefined(.emptyCell))
        }
        #expect(absent.normalisedMutualInformation == .undefined(.emptyCell))
        #expect(CooccurrenceCounts(both: 0, first: 0, second: 0, total: 0).phi == .undefined(.noUnits))
        let everywhere = CooccurrenceCounts(both: 20, first: 20, second: 20, total: 20)
        #expect(everywhere.phi == .undefined(.noVariation))
        #expect(everywhere.normalisedMutualInformation == .undefined(.noVariation))
    }
}

@Suite struct CooccurrenceMatrixTests {
    @Test(arguments: 0..<20)
    func agreesWithCountingSets(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let codes = Int.random(in: 1...8, using: &random)
        let units = Int.random(in: 1...200, using: &random)
        let marks = (0..<Int.random(in: 0...300, using: &random)).map { _ in
            (code: Int.random(in: 0..<codes, using: &random), unit: Int.random(in: 0..<units, using: &random))
        }
        let matrix = CooccurrenceMatrix(codes: codes, units: units, marks: marks)
        let sets = (0..<codes).map { code in Set(marks.filter { $0.code == code }.map(\.unit)) }
        for first in 0..<codes {
            for second in 0..<codes {
                let expected = CooccurrenceCounts(
                    both: sets[first].intersection(sets[second]).count, first: sets[first].count,
                    second: sets[second].count, total: units)
                #expect(matrix[first, second] == expected)
            }
        }
        #expect(matrix.pairs.count == codes * (codes - 1) / 2)
        #expect(matrix.pairs.allSatisfy { $0.counts == matrix[$0.first, $0.second] && $0.first < $0.second })
    }

    @Test func marksOutsideCountNowhere() {
        let marks: [(code: Int, unit: Int)] = [(0, 3), (2, 0), (-1, 0), (1, 2)]
        let matrix = CooccurrenceMatrix(codes: 2, units: 3, marks: marks)
        #expect(matrix.occurrences == [0, 1])
        #expect(CooccurrenceMatrix(codes: 0, units: 0, marks: [] as [(code: Int, unit: Int)]).pairs.isEmpty)
    }
}

@Suite struct StudyCooccurrenceTests {
    @Test(arguments: 0..<20)
    func agreesWithCountingTheStudysCodings(seed: UInt64) {
        let study = StudyMaker.random(seed: seed)
        let speakers = Set(study.respondents.map(\.id))
        func units(_ code: Code.ID, _ unit: StudyCooccurrence.Unit) -> Set<String> {
            Set(
                study.codings.filter { $0.status.counts && ($0.code == code || $0.code.hasPrefix(code + ".")) }
                    .compactMap { coding in
                        switch unit {
                        case .respondent: coding.respondent.flatMap { speakers.contains($0) ? $0 : nil }
                        case .transcript: coding.transcript
                        case .turn: "\(coding.transcript) \(coding.turn)"
                        }
                    })
        }
        for unit in StudyCooccurrence.Unit.allCases {
            let found = StudyCooccurrence(study, unit: unit)
            for (first, left) in found.codes.enumerated() {
                for (second, right) in found.codes.enumerated() {
                    let both = units(left, unit).intersection(units(right, unit)).count
                    #expect(found.matrix[first, second].both == both)
                }
            }
            let totals = [StudyCooccurrence.Unit.respondent: speakers.count, .transcript: 5, .turn: 45]
            #expect(found.matrix.units == totals[unit])
        }
    }
}
