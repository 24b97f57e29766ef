import Testing
import VerbatimAnalysis
import VerbatimModel
import VerbatimTestSupport

/// Ten interviews with ten codes; values of qdaPy, scikit-bio, R, and of trying all subsets.
@Suite struct SaturationTests {
    static let incidence = CodeIncidence(
        ["abcd", "abe", "acfg", "bcd", "ahb", "abc", "cdi", "ab", "ace", "bja"].map { Set($0.utf8.map(Int.init)) })
    let incidence = Self.incidence

    @Test func newCodesAreCountedInOrder() {
        #expect(incidence.newCodes == [4, 1, 2, 0, 1, 0, 1, 0, 0, 1])
        #expect(incidence.accumulated == [4, 5, 7, 7, 8, 8, 9, 9, 9, 10])
        #expect(incidence.observedCodes == 10)
        #expect(incidence.codes(inExactly: 1) == 5)
        #expect(incidence.codes(inExactly: 2) == 1)
    }

    @Test func runsOverlap() throws {
        let guest = try #require(GuestSaturation.of(incidence).value)
        #expect(guest.baseCodes == 7)
        #expect(guest.runs.map(\.first) == [5, 6, 7, 8, 9])
        #expect(guest.runs.map(\.last) == [6, 7, 8, 9, 10])
        #expect(guest.runs.map(\.newCodes) == [1, 1, 1, 0, 1])
        #expect(guest.notation == "7+2")
    }

    @Test(arguments: [(4, 3, nil), (5, 2, "7+2"), (6, 2, "7+2")] as [(Int, Int, String?)])
    func otherBasesAndRunsAgree(base: Int, run: Int, notation: String?) {
        #expect(GuestSaturation.of(incidence, rule: .init(base: base, run: run)).value?.notation == notation)
    }

    @Test func tooFewTranscriptsCannotBeJudged() {
        #expect(GuestSaturation.of(CodeIncidence(Array(repeating: [1], count: 5))) == .undefined(.noUnits))
        #expect(GuestSaturation.of(CodeIncidence(Array(repeating: [], count: 9))) == .undefined(.noVariation))
    }

    @Test func rarefactionAgreesWithAllSubsets() {
        let expected = [
            3.1, 4.688888888888889, 5.7, 6.495238095238095, 7.194444444444445, 7.833333333333334, 8.425,
            8.977777777777778, 9.5, 10,
        ]
        #expect(incidence.rarefaction.count == 10)
        #expect(zip(incidence.rarefaction, expected).allSatisfy { agree($0, $1) })
        #expect(CodeIncidence([]).rarefaction.isEmpty)
    }

    @Test func chao2Agrees() throws {
        let classic = try #require(RichnessEstimate.chao2(incidence, form: .classic).value)
        #expect(agree(classic.estimate, 21.25))
        #expect(agree(classic.variance.value, 239.0625))
        #expect(agree(classic.interval, 11.494261197534495, 94.69904740136859))
        let corrected = try #require(RichnessEstimate.chao2(incidence).value)
        #expect(corrected.form == .biasCorrected)
        #expect(agree(corrected.estimate, 14.5))
        // 0.9·20/4 + 0.81·5·81/16 + 0.81·25·16/64.
        #expect(agree(corrected.variance.value, 4.5 + 20.503125 + 5.0625))
        #expect(corrected.interval.value?.contains(14.5) == true)
    }

    @Test func chao1Agrees() {
        let abundances = [7, 7, 6, 3, 2, 1, 1, 1, 1, 1]
        #expect(agree(RichnessEstimate.chao1(abundances, form: .classic).value?.estimate, 22.5))
        #expect(agree(RichnessEstimate.chao1(abundances, form: .biasCorrected).value?.estimate, 15))
        #expect(agree(CodeIncidence.goodCoverage(abundances).value, 0.8333333333333334))
    }

    @Test func coverageAndExtrapolationAgree() {
        #expect(agree(incidence.coverage.value, 0.8455730954015099))
        #expect(agree(incidence.turingCoverage.value, 0.8387096774193549))
        #expect(agree(incidence.extrapolated(by: 5, form: .classic).value, 12.198390665204233))
        #expect(agree(incidence.extrapolated(by: 10, form: .classic).value, 13.967188306687834))
        #expect(agree(incidence.extrapolated(by: 0, form: .classic).value, 10))
    }

    @Test func whatWasAlwaysSaidIsCovered() {
        let same = CodeIncidence(Array(repeating: [1, 2], count: 6))
        #expect(same.coverage == .value(1))
        #expect(same.extrapolated(by: 10) == .value(2))
        let richness = RichnessEstimate.chao2(same).value
        #expect(richness?.estimate == 2)
        #expect(richness?.interval == .undefined(.noVariation))
        #expect(RichnessEstimate.chao2(same, form: .classic) == .undefined(.emptyCell))
        #expect(RichnessEstimate.chao2(CodeIncidence([])) == .undefined(.noUnits))
        #expect(CodeIncidence([]).coverage == .undefined(.noUnits))
        #expect(CodeIncidence([[1]]).coverage == .undefined(.singleCluster))
    }

    @Test func ordersAreTheSameForAnyNumberOfThreads() throws {
        let one = try #require(OrderedSaturation.of(incidence).value)
        for threads in [2, 7] { #expect(OrderedSaturation.of(incidence, threads: threads).value == one) }
        #expect(one.saturatedBy.count == 10)
        #expect(zip(one.saturatedBy, one.saturatedBy.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(one.saturatedBy.prefix(5).allSatisfy { $0 == 0 })
        #expect(OrderedSaturation.of(CodeIncidence([[1]])) == .undefined(.noUnits))
    }

    /// All 720 orders of six transcripts, judged one by one.
    @Test func theShareOfOrdersComesNearThatOfAllOrders() throws {
        let six = CodeIncidence(Array(Self.incidence.transcripts.prefix(6)))
        let rule = GuestSaturation.Rule(base: 3, run: 2)
        var saturated = 0
        var orders = 0
        func visit(_ chosen: [Set<Int>], _ left: [Set<Int>]) {
            if left.isEmpty {
                orders += 1
                if GuestSaturation.of(CodeIncidence(chosen), rule: rule).value?.notation != nil { saturated += 1 }
            }
            for index in left.indices {
                var rest = left
                visit(chosen + [rest.remove(at: index)], rest)
            }
        }
        visit([], six.transcripts)
        #expect(orders == 720)
        let drawn = try #require(OrderedSaturation.of(six, rule: rule, orders: 4_000).value)
        // Four standard errors.
        let exact = Double(saturated) / 720
        #expect((drawn.saturatedBy[5] - exact).magnitude < 4 * (exact * (1 - exact) / 4_000).squareRoot() + 1e-9)
    }

    /// Random transcripts, rules and seeds, against the runs of each order as they are judged one by one.
    @Test func eachOrderIsJudgedAsByItself() {
        var random = SeededGenerator(seed: 3)
        for seed in 0..<40 as Range<UInt64> {
            let transcripts = (0..<Int.random(in: 6...14, using: &random)).map { _ in
                Set((0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: 0..<90, using: &random) })
            }
            let rule = GuestSaturation.Rule(
                base: Int.random(in: 1...4, using: &random), run: Int.random(in: 1...2, using: &random),
                threshold: [0, 0.05, 0.5].randomElement(using: &random) ?? 0)
            let incidence = CodeIncidence(transcripts)
            let ends = (0..<20).compactMap { order -> Int? in
                var stream = SplitMix64(seed: seed, skipping: order * (transcripts.count - 1))
                var shuffled = transcripts
                stream.shuffle(&shuffled)
                return GuestSaturation.of(CodeIncidence(shuffled), rule: rule).value?.saturatingRun?.last
            }
            let found = OrderedSaturation.of(incidence, rule: rule, orders: 20, seed: seed)
            guard incidence.observedCodes > 0 else {
                #expect(found == .undefined(.noVariation))
                continue
            }
            #expect(
                found.value?.saturatedBy
                    == (1...transcripts.count).map { end in Double(ends.count { $0 <= end }) / 20 })
        }
    }
}

@Suite struct StudyIncidenceTests {
    private let study = CodedStudy(
        codebook: Codebook(id: "c", title: "C", codes: ["a", "b", "c"].map { StudyMaker.code($0) }),
        transcripts: [
            StudyMaker.transcript("t1", respondents: ["p1"]), StudyMaker.transcript("t2", respondents: ["p2", "p3"]),
            StudyMaker.transcript("t3", respondents: ["p4"]),
        ],
        respondents: ["p1", "p2", "p3", "p4"].map { Respondent(id: $0, attributes: Attributes()) },
        codings: [
            StudyMaker.coding("a", "p1", in: "t1"), StudyMaker.coding("b", "p2", in: "t2"),
            StudyMaker.coding("c", "p3", in: "t2", at: 9), StudyMaker.coding("a", nil, in: "t2", at: 20),
            StudyMaker.coding("c", "p4", in: "t3", status: .rejected),
        ])

    @Test func transcriptsStandInTheOrderGiven() {
        #expect(CodeIncidence(study).transcripts == [[0], [0, 1, 2], []])
        #expect(CodeIncidence(study, order: ["t2", "t1"]).transcripts == [[0, 1, 2], [0]])
    }

    @Test func someRespondentsHaveTheirOwnTranscripts() {
        #expect(CodeIncidence(study, among: ["p3", "p4"]).transcripts == [[2], []])
    }
}
