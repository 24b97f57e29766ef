import Testing

@testable import VerbatimAnalysis

@Suite struct PostStrataTests {
    /// So many units of a stratum and a side, the first ones judged as given.
    func units(_ stratum: Int, _ isCoded: Bool, _ members: Int, judged: [Bool]) -> [ReviewedUnit] {
        (0..<members).map {
            ReviewedUnit(
                stratum: stratum, isCoded: isCoded, transcript: $0, judgement: $0 < judged.count ? judged[$0] : nil)
        }
    }

    /// Where the rules did not change, the strata are those of the draw.
    @Test func unchangedRulesKeepTheStrata() {
        let strata = PostStrata(
            units(0, false, 20, judged: [false, false]) + units(1, true, 10, judged: [true, false, true]))
        #expect(
            strata.strata == [
                ReviewedStratum(members: 20, reviewed: 2, positive: 0),
                ReviewedStratum(members: 10, reviewed: 3, positive: 2),
            ])
        #expect(strata.joined == 0)
        #expect(strata.cellOfUnit == Array(repeating: 0, count: 20) + Array(repeating: 1, count: 10))
    }

    /// 40 units were drawn from as uncoded; the rules now find 15 of them.
    @Test func changedRulesDivideTheStrata() {
        let judged = [true, true, false, true, true, true]
        let changed =
            units(0, false, 25, judged: Array(repeating: false, count: 9)) + units(0, true, 15, judged: judged)
        let strata = PostStrata(changed)
        #expect(
            strata.strata == [
                ReviewedStratum(members: 25, reviewed: 9, positive: 0),
                ReviewedStratum(members: 15, reviewed: 6, positive: 5),
            ])
        #expect(strata.cells.map(\.isCoded) == [false, true])
        // 15 · 5/6 of 40.
        #expect(agree(strata.correctedShare.share.value?.value, 12.5 / 40))
    }

    @Test func fewJudgementsJoinTheSidesOfAStratumAgain() {
        let units =
            units(0, false, 25, judged: Array(repeating: false, count: 9)) + units(0, true, 15, judged: [true, true])
            + units(1, true, 5, judged: [true, true])
        let strata = PostStrata(units)
        #expect(strata.joined == 1)
        #expect(strata.cells.map(\.isCoded) == [nil, true])
        #expect(strata.strata[0] == ReviewedStratum(members: 40, reviewed: 11, positive: 2))
        #expect(strata.cellOfUnit.prefix(40).allSatisfy { $0 == 0 })
        #expect(strata.cellOfUnit.suffix(5).allSatisfy { $0 == 1 })
        #expect(PostStrata(units, fewest: 0).joined == 0)
    }

    @Test func aSideReadWholeNeedsNoJoining() {
        let strata = PostStrata(
            units(0, false, 25, judged: Array(repeating: false, count: 9)) + units(0, true, 2, judged: [true, true]))
        #expect(strata.joined == 0)
    }

    @Test func anAuditKeepsTheSidesApart() {
        let audit = CodeAudit(
            units(0, false, 100, judged: [false, true, false, false]) + units(0, true, 10, judged: [true])
                + units(1, true, 50, judged: [true, true, false, true]) + units(1, false, 5, judged: [false]))
        #expect(audit.coded.members == 60)
        #expect(agree(audit.truePositives.value?.value, 10 + 50 * 0.75))
        #expect(agree(audit.missed.value?.value, 25))
    }
}
