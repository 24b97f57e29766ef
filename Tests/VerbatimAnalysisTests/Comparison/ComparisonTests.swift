import Testing
import VerbatimTestSupport

@testable import VerbatimAnalysis

/// Values of statsmodels and of R's `fisher.test`, `chisq.test` and `p.adjust`.
@Suite struct DifferenceTests {
    @Test(arguments: [
        ([37, 105, 21, 105], 0.1523809523809524, 0.03134256092959066, 0.26774844732255637),
        ([5, 20, 0, 18], 0.25, 0.026358119198268304, 0.4687008776187441),
        ([56, 70, 48, 80], 0.2, 0.05243147240236498, 0.33387265403690614),
    ])
    func newcombesIntervalAgrees(counts: [Int], value: Double, low: Double, high: Double) throws {
        let first = try #require(IntervalEstimate.share(counts[0], of: counts[1]).value)
        let second = try #require(IntervalEstimate.share(counts[2], of: counts[3]).value)
        let difference = first.difference(from: second)
        #expect(agree(difference.value, value))
        #expect(agree(.value(difference.interval), low, high))
        let turned = second.difference(from: first)
        #expect(agree(.value(turned.interval), -high, -low))
    }

    @Test func correctedIntervalsAreTakenAsTheyAre() {
        let first = IntervalEstimate(0.35, ConfidenceInterval(low: 0.26, high: 0.45))
        let second = IntervalEstimate(0.20, ConfidenceInterval(low: 0.13, high: 0.30))
        let difference = first.difference(from: second)
        #expect(agree(difference.value, 0.15))
        #expect(agree(.value(difference.interval), 0.015463759529262905, 0.272065556157337))
    }
}

@Suite struct ContingencyTableTests {
    let fourCountries = ContingencyTable([[37, 68], [21, 84], [30, 75], [44, 61]])

    @Test func pearsonAndLikelihoodRatioAgree() throws {
        let pearson = try #require(fourCountries.pearsonTest().value)
        #expect(agree(pearson.statistic, 12.815656565656564))
        #expect(pearson.degrees == 3)
        #expect(agreeRelatively(pearson.pValue, 0.0050527018906995355))
        #expect(agree(fourCountries.likelihoodRatioTest().value?.statistic, 13.100816393411769))
        #expect(agree(fourCountries.cramersV.value, 0.17468104652041677))
    }

    @Test(
        arguments: [
            ([[37, 68], [21, 84], [30, 75], [44, 61]], 0.00474885069298353),
            ([[5, 15], [0, 18], [3, 9], [1, 11]], 0.0726089617716235),
            ([[3, 1, 0], [2, 4, 1], [0, 2, 5]], 0.0355030318265612), ([[37, 68], [21, 84]], 0.020167097601809836),
            ([[5, 15], [0, 18]], 0.04795773216825848), ([[0, 10], [0, 12]], 1),
        ] as [([[Int]], Double)])
    func exactTestsAgreeWithR(counts: [[Int]], expected: Double) throws {
        let test = try #require(ContingencyTable(counts).exactTest().value)
        #expect(agreeRelatively(test.pValue, expected, within: 1e-10))
        #expect(test.method == .enumeration)
    }

    @Test func theOddsRatioAgrees() {
        #expect(agree(ContingencyTable(37, of: 105, 21, of: 105).oddsRatio.value, 2.176470588235294))
        #expect(ContingencyTable(5, of: 20, 0, of: 18).oddsRatio == .undefined(.emptyCell))
    }

    /// By going through all tables, with no bounds.
    @Test(arguments: 0..<40)
    func exactTestsAgreeWithGoingThroughAllTables(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let width = Int.random(in: 2...3, using: &random)
        let counts = (0..<Int.random(in: 2...4, using: &random)).map { _ in
            (0..<width).map { _ in Int.random(in: 0...3, using: &random) }
        }
        let table = ContingencyTable(counts)
        guard table.total > 0 else { return }
        let expected = naiveProbability(table)
        #expect(agree(table.exactTest().value?.pValue, expected, within: 1e-10), "\(counts)")
        let turned = ContingencyTable((0..<width).map { column in counts.map { $0[column] } })
        #expect(agree(turned.exactTest().value?.pValue, expected, within: 1e-10))
    }

    private func naiveProbability(_ table: ContingencyTable) -> Double {
        func ways(_ n: Int) -> Double { (1...max(1, n)).reduce(1.0) { $0 * Double($1) } }
        var weights: [Double] = []
        func fill(_ row: Int, _ column: Int, _ left: [Int], _ rowLeft: Int, _ weight: Double) {
            if row == table.counts.count {
                if left.allSatisfy({ $0 == 0 }) { weights.append(weight) }
                return
            }
            if column == left.count {
                guard rowLeft == 0 else { return }
                let next = row + 1 < table.counts.count ? table.rowTotals[row + 1] : 0
                return fill(row + 1, 0, left, next, weight)
            }
            for cell in 0...min(left[column], rowLeft) {
                var rest = left
                rest[column] -= cell
                fill(row, column + 1, rest, rowLeft - cell, weight / ways(cell))
            }
        }
        fill(0, 0, table.columnTotals, table.rowTotals[0], 1)
        let own = table.counts.joined().reduce(1.0) { $0 / ways($1) }
        return weights.filter { $0 <= own * (1 + 1e-7) }.reduce(0, +) / weights.reduce(0, +)
    }

    @Test func tooManyTablesAreDrawnFromASeed() throws {
        let drawn = try #require(fourCountries.exactTest(budget: 10).value)
        #expect(drawn.method == .drawn(tables: 10_000))
        // Four standard errors of a share of .00475 in 10,000.
        #expect((drawn.pValue - 0.00474885069298353).magnitude < 4 * 0.00069)
        #expect(fourCountries.exactTest(budget: 10).value == drawn)
    }

    @Test func theTestFollowsTheExpectedCounts() throws {
        let wide = try #require(IndependenceTest.of(fourCountries).value)
        #expect(agreeRelatively(wide.pValue, 0.0050527018906995355))
        let narrow = try #require(IndependenceTest.of(ContingencyTable([[3, 1, 0], [2, 4, 1], [0, 2, 5]])).value)
        #expect(narrow.method == .exact(.enumeration))
        #expect(agreeRelatively(narrow.pValue, 0.0355030318265612))
        #expect(IndependenceTest.of(ContingencyTable([[0, 10], [0, 12]])) == .undefined(.noVariation))
        #expect(IndependenceTest.of(ContingencyTable([])) == .undefined(.noUnits))
    }
}

@Suite struct HeterogeneityTestTests {
    @Test func agreesWithR() throws {
        let shares = [(0.35, 0.06), (0.20, 0.05), (0.29, 0.055), (0.42, 0.065)]
        let test = try #require(
            HeterogeneityTest.of(shares.map { .init(share: $0, variance: $1 * $1, clusters: 70) }).value)
        #expect(agree(test.pooledShare, 0.29918514490555737))
        #expect(agree(test.statistic, 8.134959624926188))
        #expect(agreeRelatively(test.chiSquaredPValue, 0.04330330701640682))
        #expect(test.denominatorDegrees == 276)
        #expect(agreeRelatively(test.pValue, 0.04535813442206734))
    }

    @Test func whatCannotBeTestedHasAReason() {
        let group = HeterogeneityTest.Group(share: 0.2, variance: 0.01, clusters: 1)
        #expect(HeterogeneityTest.of([group]) == .undefined(.noUnits))
        #expect(HeterogeneityTest.of([group, group]) == .undefined(.singleCluster))
        let certain = HeterogeneityTest.Group(share: 0.2, variance: 0, clusters: 9)
        #expect(HeterogeneityTest.of([certain, certain]) == .undefined(.noVariation))
    }
}

@Suite struct MultipleTestingTests {
    static let pValues = [0.0003, 0.004, 0.011, 0.02, 0.04, 0.041, 0.20, 0.74]

    @Test func agreesWithRAndStatsmodels() {
        let adjusted = [
            0.0024, 0.016, 0.029333333333333333, 0.04, 0.05466666666666667, 0.05466666666666667, 0.2285714285714286,
            0.74,
        ]
        let holm = [0.0024, 0.028, 0.066, 0.1, 0.16, 0.16, 0.4, 0.74]
        #expect(zip(MultipleTesting.benjaminiHochberg(Self.pValues), adjusted).allSatisfy { agree($0, $1) })
        #expect(zip(MultipleTesting.holm(Self.pValues), holm).allSatisfy { agree($0, $1) })
    }

    @Test func answersStandInTheOrderGiven() {
        let turned = Array(Self.pValues.reversed())
        #expect(
            MultipleTesting.benjaminiHochberg(turned)
                == MultipleTesting.benjaminiHochberg(Self.pValues).reversed())
        #expect(MultipleTesting.holm(turned) == MultipleTesting.holm(Self.pValues).reversed())
        #expect(MultipleTesting.holm([]) == [])
        #expect(MultipleTesting.benjaminiHochberg([0.5, 0.9, 1]).allSatisfy { $0 <= 1 })
    }
}

@Suite struct ClusteredShareTests {
    /// R's `anova(lm)` and `qbeta`, and statsmodels with cluster-robust errors.
    @Test func agreesWithRAndStatsmodels() {
        let share = ClusteredShare([(8, 6), (8, 2), (7, 1), (9, 7), (6, 0)])
        #expect(agree(share.share.value, 0.42105263157894735))
        #expect(agree(share.intraclassCorrelation.value, 0.39155516111414523))
        #expect(agree(share.averageSize, 7.565789473684211))
        #expect(agree(share.weightedSize, 7.7368421052631575))
        #expect(agree(share.designEffect.value, 3.6378452959268732))
        #expect(agree(share.standardError.value, 0.15920448660072922))
        #expect(agree(share.effectiveSize.value, 9.61755912961211))
        #expect(agree(share.wilsonInterval, 0.12498417952622104, 0.7873704398594803))
        #expect(agree(share.kornGraubardInterval, 0.06291100655663771, 0.8614017308847177))
        #expect(!share.assumesCorrelation)
    }

    @Test func alikeTranscriptsAreGivenACorrelation() {
        let nobody = ClusteredShare([(8, 0), (8, 0), (8, 0)])
        #expect(nobody.assumesCorrelation)
        #expect(agree(nobody.effectiveSize.value, 24 / 1.7))
        #expect(nobody.wilsonInterval.value?.low == 0)
        #expect((nobody.wilsonInterval.value?.high ?? 0) > 0.2)
    }

    @Test func oneTranscriptTellsNothingOfOthers() {
        let share = ClusteredShare([(8, 3)])
        #expect(share.share == .value(0.375))
        #expect(share.wilsonInterval == .undefined(.singleCluster))
        #expect(ClusteredShare([]).wilsonInterval == .undefined(.noUnits))
        #expect(ClusteredShare([(1, 1), (1, 0)]).intraclassCorrelation == .undefined(.noVariation))
    }

    @Test func equalWeightsCountInFull() {
        #expect(ClusteredShare.kishEffectiveSize(weights: [2, 2, 2]) == .value(3))
        #expect(agree(ClusteredShare.kishEffectiveSize(weights: [1, 3]).value, 1.6))
        #expect(ClusteredShare.kishEffectiveSize(weights: []) == .undefined(.noUnits))
    }
}
