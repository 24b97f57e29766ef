import Testing
import VerbatimAnalysis
import VerbatimTestSupport

@Suite struct PairAgreementTests {
    struct Golden: Sendable, CustomTestStringConvertible {
        var table: [[Int]]
        var percent, kappa, error, low, high, alpha, pi, ac1, ac1Error, pabak: Double
        var testDescription: String { "\(table)" }
    }

    /// Values of statsmodels `cohens_kappa`, krippendorff and irrCAC.
    static let goldens = [
        Golden(
            table: [[20, 5], [10, 15]], percent: 0.7, kappa: 0.4, error: 0.12699606293110033, low: 0.151092290476661,
            high: 0.6489077095233389, alpha: 0.4, pi: 0.393939393939, ac1: 0.405940594059, ac1Error: 0.13147308876,
            pabak: 0.4),
        Golden(
            table: [[118, 5], [2, 0]], percent: 0.944, kappa: -0.02339181286549608, error: 0.012286756672845256,
            low: -0.04747341343107997, high: 0.0006897877000878114, alpha: -0.024691358024691468, pi: -0.028806584362,
            ac1: 0.940776337609, ac1Error: 0.023056964302, pabak: 0.888),
        Golden(
            table: [[5, 3], [2, 190]], percent: 0.975, kappa: 0.6537396121883661, error: 0.14458965951416794,
            low: 0.3703490870036877, high: 0.9371301373730445, alpha: 0.6545454545454545, pi: 0.65367965368,
            ac1: 0.97305490064, ac1Error: 0.012225013979, pabak: 0.95),
        Golden(
            table: [[0, 1], [2, 97]], percent: 0.97, kappa: -0.013513513513511993, error: 0.009587289992639792,
            low: -0.03230425660842727, high: 0.005277229581403283, alpha: -0.010152284263959421, pi: -0.015228426396,
            ac1: 0.96908650626, ac1Error: 0.018196467745, pabak: 0.94),
    ]

    /// The values of both coders, unit by unit.
    private func values(_ table: [[Int]]) -> (first: [Bool?], second: [Bool?]) {
        var first: [Bool?] = []
        var second: [Bool?] = []
        for (row, counts) in table.enumerated() {
            for (column, count) in counts.enumerated() {
                first += Array(repeating: row == 0, count: count)
                second += Array(repeating: column == 0, count: count)
            }
        }
        return (first, second)
    }

    @Test(arguments: goldens)
    func agreesWithOtherPrograms(golden: Golden) throws {
        let (first, second) = values(golden.table)
        let agreement = CodeAgreement(
            first: first, second: second, clusters: first.indices.map { $0 % 7 }, bootstrap: .init(replicates: 50))
        #expect(agree(agreement.percent.value, golden.percent))
        let kappa = try #require(agreement.kappa.value)
        #expect(agree(kappa.value, golden.kappa))
        #expect(agree(kappa.standardError.value, golden.error))
        #expect(agree(kappa.interval, golden.low, golden.high))
        #expect(agree(agreement.alpha.value, golden.alpha))
        #expect(agree(agreement.ac1.value?.value, golden.ac1))
        #expect(agree(agreement.ac1.value?.standardError.value, golden.ac1Error))
        #expect(agree(agreement.pabak.value, golden.pabak))
        #expect(agreement.reason == nil)
        let units = UnitCounts(values: [first, second].map { $0.map { $0.map { $0 ? 1 : 0 } } }, categories: 2)
        #expect(agree(units.fleissKappa().value, golden.pi))
    }

    @Test func agreementWithoutVariationIsCompleteButNotCorrectable() {
        let none: [Bool?] = Array(repeating: false, count: 100)
        let agreement = CodeAgreement(first: none, second: none, clusters: none.indices.map { $0 % 5 })
        #expect(agreement.percent == .value(1))
        #expect(agreement.kappa == .undefined(.noVariation))
        #expect(agreement.alpha == .undefined(.noVariation))
        #expect(agreement.alphaInterval == .undefined(.noVariation))
        #expect(agreement.ac1.value?.value == 1)
        #expect(agreement.pabak == .value(1))
        #expect(agreement.positive == .undefined(.noVariation))
        #expect(agreement.negative == .value(1))
        #expect(agreement.reason == .noVariation)
    }

    @Test func everyObstacleHasItsReason() {
        func reason(_ first: [Bool?], _ second: [Bool?]) -> UndefinedReason? {
            let agreement = CodeAgreement(first: first, second: second, clusters: first.indices.map(\.self))
            #expect(agreement.percent.reason == agreement.pabak.reason)
            return agreement.reason
        }
        #expect(reason([], []) == .noUnits)
        #expect(reason([nil, nil], [nil, nil]) == .noUnits)
        #expect(reason([true, false], [nil, nil]) == .oneRater)
        #expect(reason([true, nil], [nil, true]) == .noPairableUnits)
        #expect(reason([true, false], [true, false]) == nil)
    }

    /// statsmodels `cohens_kappa(table, wt=)`.
    @Test func weightedKappaAgreesWithStatsmodels() throws {
        let table = PairTable(counts: [[22, 5, 1], [4, 18, 6], [1, 3, 20]])
        let plain = try #require(table.kappa().value)
        #expect(agree(plain.value, 0.6251171508903468))
        #expect(agree(plain.standardError.value, 0.0725197038566092))
        let linear = try #require(table.weightedKappa(.linear).value)
        #expect(agree(linear.value, 0.689703808180536))
        #expect(agree(linear.standardError.value, 0.06483447457340526))
        #expect(agree(linear.interval, 0.5626305730600838, 0.8167770433009882))
        let quadratic = try #require(table.weightedKappa(.quadratic).value)
        #expect(agree(quadratic.value, 0.7547169811320755))
        #expect(agree(quadratic.standardError.value, 0.06321658183013619))
    }

    @Test func codesArePooledByTheirMeans() {
        let marks: [(first: String, second: String, kappa: Double, alpha: Double, ac1: Double, positive: Double)] = [
            ("1101001000", "1100001000", 0.782608695652174, 0.7912087912087913, 0.81651376146789, 0.8571428571428571),
            ("0011010010", "0011010110", 0.8, 0.8080808080808081, 0.801980198019802, 0.8888888888888888),
            ("0000000001", "0000000000", 0, 0, 0.8895027624309393, 0),
        ]
        var tables: [PairTable] = []
        for code in marks {
            func found(_ marks: String) -> [Bool?] { marks.utf8.map { $0 == UInt8(ascii: "1") } }
            let agreement = CodeAgreement(
                first: found(code.first), second: found(code.second), clusters: Array(0..<10),
                bootstrap: .init(replicates: 20))
            #expect(agree(agreement.kappa.value?.value, code.kappa))
            #expect(agree(agreement.alpha.value, code.alpha))
            #expect(agree(agreement.ac1.value?.value, code.ac1))
            #expect(agree(agreement.positive.value, code.positive))
            tables.append(agreement.counts.table)
        }
        #expect(agree(PairTable.pooledKappa(tables).value, 0.7169811320754718))
        #expect(PairTable.pooledKappa([]) == .undefined(.noUnits))
    }

    /// Alpha by its definition: the share of differing pairs within units, over that of all pairs of values.
    @Test(arguments: 0..<40)
    func alphaIsOneMinusObservedOverExpectedDisagreement(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let values = (0..<3).map { _ in
            (0..<Int.random(in: 1...25, using: &random)).map { _ in [nil, 0, 1, 2].randomElement(using: &random) ?? nil
            }
        }
        let units = UnitCounts(values: values, categories: 3)
        let rows = (0..<25).map { unit in values.compactMap { unit < $0.count ? $0[unit] : nil } }
            .filter { $0.count > 1 }
        let all = rows.flatMap(\.self)
        func differing(_ row: [Int]) -> Double {
            Double(row.indices.reduce(0) { sum, i in sum + row.indices.count { row[$0] != row[i] } })
        }
        let observed = rows.reduce(0) { $0 + differing($1) / Double($1.count - 1) } / Double(max(1, all.count))
        let expected = differing(all) / Double(max(1, all.count * (all.count - 1)))
        let alpha = CoincidenceMatrix(units).alpha()
        if expected > 0 {
            #expect(agree(alpha.value, 1 - observed / expected, within: 1e-12))
        } else {
            #expect(alpha.value == nil)
        }
    }

    @Test func readingsFollowTheThresholds() {
        #expect(
            [0.8, 0.79, 0.667, 0.66, -1].map(AlphaReading.init) == [
                .reliable, .tentative, .tentative, .insufficient, .insufficient,
            ])
    }
}

@Suite struct SplitMix64Tests {
    @Test func givesThePublishedNumbersAndJumps() {
        var stream = SplitMix64(seed: 42)
        let first = (0..<5).map { _ in stream.next() }
        #expect(first.prefix(3) == [0xbdd7_3226_2feb_6e95, 0x28ef_e333_b266_f103, 0x4752_6757_130f_9f52])
        var later = SplitMix64(seed: 42, skipping: 3)
        #expect(later.next() == first[3])
    }

    @Test func quantilesLieBetweenNeighbours() {
        #expect(SampleQuantile.type7(0.5, ofSorted: [1, 2, 4, 8]) == 3)
        #expect(agree(SampleQuantile.type7(0.1, ofSorted: [0, 10, 20]), 2, within: 1e-12))
        #expect(SampleQuantile.type7(1, ofSorted: [1, 2]) == 2)
        #expect(SampleQuantile.type7(0.5, ofSorted: []) == nil)
    }
}
