import Testing
import VerbatimAnalysis

/// Krippendorff's example of 2011: four coders, twelve units, gaps.
///
/// The values are those of the Python packages krippendorff 0.9.0 and irrCAC 0.4.4; bootstrap and jackknife were
/// computed a second time with the former.
@Suite struct CanonicalReliabilityTests {
    static let values: [[Int?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    let units = UnitCounts(values: values.map { $0.map { $0.map { $0 - 1 } } }, categories: 5)
    let scale: [Double] = [1, 2, 3, 4, 5]

    @Test(arguments: [
        (MeasurementLevel.nominal, 0.743421052631579), (.ordinal, 0.8153875037548814),
        (.interval, 0.8491071428571428), (.ratio, 0.7974027747116121),
    ])
    func alphaAgreesAtEveryLevel(level: MeasurementLevel, expected: Double) {
        let matrix = CoincidenceMatrix(units, scale: scale)
        #expect(agree(matrix.alpha(level).value, expected))
        #expect(zip(matrix.margins, [9, 13, 10, 5, 3]).allSatisfy { agree($0, $1, within: 1e-12) })
    }

    @Test func theThreePercentagesDiffer() {
        #expect(agree(units.percentAgreement(.unitMean).value, 0.8181818181818182))
        #expect(agree(units.percentAgreement(.pooledPairs).value, 0.7818181818181819))
        #expect(agree(units.percentAgreement(.krippendorff).value, 0.8))
    }

    @Test func coefficientsCorrectedForChanceAgree() throws {
        #expect(agree(units.fleissKappa().value, 0.761169275422))
        #expect(agree(units.brennanPrediger().value, 0.772727272727))
        let ac1 = try #require(units.gwetAC1().value)
        #expect(agree(ac1.value, 0.775444068126995))
        #expect(agree(ac1.standardError.value, 0.1429499506407653))
    }

    @Test(arguments: [(1_000, 0.4388406315203304), (2_000, 0.4224790773627272)])
    func theBootstrapAgreesForAnyNumberOfThreads(replicates: Int, low: Double) throws {
        let alpha = ClusteredAlpha(units, clusters: Array(0..<12), scale: scale)
        #expect(alpha.clusters == 11)
        let expected = try #require(alpha.bootstrap(.init(replicates: replicates)).value)
        #expect(agree(expected.interval.low, low))
        #expect(agree(expected.interval.high, 1))
        for threads in [2, 3, 16] {
            #expect(alpha.bootstrap(.init(replicates: replicates, threads: threads)).value == expected)
        }
    }

    @Test func theJackknifeAgrees() {
        let alpha = ClusteredAlpha(units, clusters: Array(0..<12))
        #expect(agree(alpha.jackknifeStandardError().value, 0.14632665220070631))
    }

    @Test func transcriptsAreDrawnWithinTheirStratum() throws {
        // Of each stratum only units of one value can be drawn, so there is variation in every draw.
        let rows = [[2, 0], [2, 0], [0, 2], [0, 2]]
        let inStrata = ClusteredAlpha(
            UnitCounts(counts: rows), clusters: [0, 1, 2, 3], strata: [0, 0, 1, 1])
        let bootstrap = try #require(inStrata.bootstrap(.init(replicates: 200)).value)
        #expect(bootstrap.skipped == 0)
        let free = ClusteredAlpha(UnitCounts(counts: rows), clusters: [0, 1, 2, 3])
        #expect(try #require(free.bootstrap(.init(replicates: 200)).value).skipped > 0)
        let two = ClusteredAlpha(units, clusters: Array(0..<12), strata: (0..<12).map { $0 / 6 })
        #expect(two.bootstrap() != ClusteredAlpha(units, clusters: Array(0..<12)).bootstrap())
    }

    /// Alone, each could only be drawn as it is, and the interval would have no width.
    @Test func strataOfOneTranscriptAreTakenTogether() {
        let free = ClusteredAlpha(units, clusters: Array(0..<12))
        #expect(ClusteredAlpha(units, clusters: Array(0..<12), strata: Array(0..<12)).bootstrap() == free.bootstrap())
        // The last joins the smaller of the other two.
        let joined = ClusteredAlpha(
            units, clusters: Array(0..<12), strata: (0..<12).map { $0 == 10 ? 2 : $0 < 4 ? 0 : 1 })
        let given = ClusteredAlpha(
            units, clusters: Array(0..<12), strata: (0..<12).map { $0 == 10 || $0 < 4 ? 0 : 1 })
        #expect(joined.bootstrap() == given.bootstrap())
    }

    @Test func replicatesWithoutVariationAreSkippedAndCounted() throws {
        let few = UnitCounts(counts: [[2, 0], [2, 0], [0, 2]])
        let bootstrap = try #require(ClusteredAlpha(few, clusters: [0, 1, 2]).bootstrap().value)
        // Only the first two, or only the third: (8 + 1)/27 of all draws; four standard errors.
        #expect((Double(bootstrap.skipped) / 2_000 - 9.0 / 27).magnitude < 0.042)
        #expect(bootstrap.interval == ConfidenceInterval(low: 1, high: 1))
    }

    @Test func oneTranscriptHasAnAlphaButNoInterval() {
        let alpha = ClusteredAlpha(units, clusters: Array(repeating: 0, count: 12))
        #expect(agree(alpha.alpha.value, 0.743421052631579))
        #expect(alpha.bootstrap() == .undefined(.singleCluster))
        #expect(alpha.jackknifeStandardError() == .undefined(.singleCluster))
    }
}

/// Fleiss's data of 1971 as statsmodels ships it, and its values of `fleiss_kappa` and irrCAC.
@Suite struct FleissKappaTests {
    let units = UnitCounts(counts: [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ])

    @Test func agreesWithStatsmodels() {
        #expect(agree(units.percentAgreement().value, 0.378021978021978))
        #expect(agree(units.fleissKappa().value, 0.20993070442195522))
        #expect(agree(units.brennanPrediger().value, 0.2225274725274725))
        #expect(agree(units.fleissNullStandardError().value, 0.016965069224393132))
    }

    @Test func eachValueHasItsOwnKappa() {
        let expected = [0.20128205, 0.07967033, 0.17159763, 0.03038138, 0.5076567]
        #expect(zip(units.fleissKappas(), expected).allSatisfy { agree($0.value, $1, within: 1e-7) })
    }
}

@Suite struct SetAgreementTests {
    /// nltk's `AnnotationTask` and simpledorff give the same.
    @Test func agreesWithNltk() {
        let first = sets(["work": "1101001000", "family": "0011010010", "police": "0000000001"])
        let second = sets(["work": "1100001000", "family": "0011010110", "police": "0000000000"])
        #expect(agree(SetAgreement.alpha([first, second], distance: .jaccard).value, 0.6455223880597014))
        #expect(agree(SetAgreement.alpha([first, second], distance: .masi).value, 0.6285305553517717))
    }

    @Test func distancesAreOfNoneToAll() {
        for distance in SetDistance.allCases {
            #expect(distance(Set<Int>(), []) == 0)
            #expect(distance([1, 2], [2, 1]) == 0)
            #expect(distance([1], [2]) == 1)
            #expect(distance([1], []) == 1)
        }
        #expect(agree(SetDistance.jaccard([1, 2], [2, 3]), 2.0 / 3))
        #expect(agree(SetDistance.masi([1, 2], [2, 3]), 1 - 0.33 / 3))
        #expect(agree(SetDistance.masi([1, 2], [2]), 1 - 0.67 / 2))
    }

    @Test func withoutTwoCodersThereIsNone() {
        #expect(SetAgreement.alpha([[[1], [2]]], distance: .masi) == .undefined(.oneRater))
        #expect(SetAgreement.alpha([[[1], nil], [nil, [2]]], distance: .masi) == .undefined(.noPairableUnits))
        #expect(SetAgreement.alpha([[Set<Int>?]](), distance: .masi) == .undefined(.noUnits))
    }

    private func sets(_ marks: [String: String]) -> [Set<String>?] {
        (0..<10).map { unit in
            Set(marks.filter { Array($0.value.utf8)[unit] == UInt8(ascii: "1") }.keys)
        }
    }
}
