import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

@Suite struct BaseSampleTests {
    private static let countries = ["Iraq", "Morocco", "Tunisia", "Turkey"]

    /// 100 respondents, 25 of each country; the rules find `a` in the first 40 and `b` in every third.
    private func study() -> DrawnStudy {
        DrawnStudy.interviews(100, countries: { Self.countries[$0 % 4] }) { $1 == "a" ? $0 < 40 : $0 % 3 == 0 }
    }

    private func request(
        _ codes: [Code.ID] = [], by attributes: [String] = [], isBase: Bool = false
    ) -> SampleRequest {
        SampleRequest(codes: codes, unit: .respondent, size: .units(60), by: attributes, isBase: isBase, seed: 9)
    }

    @Test func theSameRespondentsAreDrawnForAllCodes() throws {
        var study = study()
        let sample = try study.draw(.units(30), isBase: true)
        #expect(sample.strata.map(\.code) == ["a", "b"])
        #expect(sample.strata.map(\.name) == ["all", "all"])
        #expect(sample.strata.allSatisfy { $0.members == 100 && $0.drawn == 30 && $0.respondents.count == 100 })
        #expect(sample.units.count == 60)
        #expect(sample.respondents(of: "a") == sample.respondents(of: "b"))
        #expect(sample.respondents(of: "a").count == 30)
        for unit in sample.units {
            let number = Int(unit.subject.respondent?.dropFirst() ?? "") ?? 0
            #expect(unit.isCoded == (unit.code == "a" ? number < 40 : number % 3 == 0))
        }
    }

    @Test(arguments: [true, false])
    func aRespondentsRowsStandTogether(isBlind: Bool) throws {
        let study = study()
        var request = request(isBase: true)
        request.isBlind = isBlind
        request.reviewers = ["anna", "ben"]
        request.doubleShare = 0.2
        let sheets = try study.drawing(request).sheets
        for reviewer in 0..<2 {
            let rows = sheets.sheet(of: reviewer, sample: 1).rows
            #expect(rows.count == 36 * 2)
            for pair in stride(from: 0, to: rows.count, by: 2) {
                #expect(rows[pair].respondent == rows[pair + 1].respondent)
                #expect(rows[pair].code.id == "a" && rows[pair + 1].code.id == "b")
            }
            let respondents = stride(from: 0, to: rows.count, by: 2).compactMap { rows[$0].respondent }
            #expect((respondents == respondents.sorted()) == !isBlind)
            #expect(sheets.work(of: reviewer).rows == 72)
            #expect(sheets.work(of: reviewer).respondents == 36)
        }
    }

    @Test func twoReviewersJudgeAllRowsOfARespondent() throws {
        var study = study()
        let sample = try study.draw(.units(40), isBase: true, reviewers: ["anna", "ben", "cem"], double: 0.25)
        for (_, units) in Dictionary(grouping: sample.units, by: \.subject) {
            #expect(units.count == 2)
            #expect(Set(units.map { Set($0.reviewers) }).count == 1)
        }
        #expect(sample.units.count { $0.reviewers.count == 2 } == 20)
    }

    @Test func groupsAreDrawnApart() throws {
        var study = study()
        let sample = try study.draw(.units(40), ["a"], by: ["country"], isBase: true)
        #expect(sample.strata.map(\.name) == Self.countries.map { "all/\($0)" })
        #expect(sample.strata.map(\.drawn) == [10, 10, 10, 10])
        var each = self.study()
        #expect(try each.draw(.unitsPerGroup(7), by: ["country"], isBase: true).strata.map(\.drawn).max() == 7)
    }

    @Test func aLargerBaseGoesOnWithTheFirstAndTakesMoreCodesIn() throws {
        var study = study()
        let first = try study.draw(.units(20), ["a"], isBase: true)
        let second = try study.draw(.units(30), by: ["country"], isBase: true, seed: 7)
        #expect(second.earlier(of: "a") == first.respondents(of: "a"))
        #expect(second.earlier(of: "b").isEmpty)
        #expect(second.respondents(of: "a") == second.respondents(of: "b"))
        #expect(second.respondents(of: "b").isSuperset(of: first.respondents(of: "a")))
        #expect(second.units.allSatisfy { ($0.reviewers == [0]) == ($0.earlier == nil) })
    }

    @Test func aTopUpGoesOnWithTheBaseOfItsCodeOnly() throws {
        var study = study()
        let base = try study.draw(.units(20), isBase: true)
        study.judge(base) { respondent, _ in respondent.count == 2 }
        let top = try study.draw(.units(50), ["a"])
        #expect(Set(top.strata.map(\.name)) == ["coded", "uncoded"])
        #expect(top.earlier(of: "a") == base.respondents(of: "a"))
        #expect(top.units.count == 50)
        // The judgements of the base count without being taken again.
        let judged = zip(top.units, top.judgements(study.source.decisions)).filter { $1 != nil }
        #expect(Set(judged.compactMap(\.0.subject.respondent)) == base.respondents(of: "a"))
        let other = try study.draw(.units(60), ["b"])
        #expect(other.earlier(of: "b") == base.respondents(of: "b"))
    }

    /// Base | top-up: the table of ``EarlierDraws``.
    @Test(
        arguments: [
            ([], []), ([], ["country"]), (["country"], ["country"]), (["country"], ["country", "sex"]),
            ([], ["country", "sex"]), (["sex"], ["country", "sex"]),
        ] as [([String], [String])])
    func aBaseCountsInWhatLiesWithinItsGroups(base: [String], top: [String]) throws {
        var study = study()
        for number in study.study.respondents.indices {
            study.study.respondents[number].attributes["sex"] = number % 7 < 3 ? "female" : "male"
        }
        let first = try study.draw(.units(30), ["a"], by: base, isBase: true)
        study.judge(first) { _, _ in true }
        // Rules may change: the base did not look at them.
        study.recode("a", in: ["r1", "r2", "r3", "r50", "r51", "r52"])
        #expect(try study.draw(.units(60), ["a"], by: top).earlier(of: "a") == first.respondents(of: "a"))
    }

    @Test(arguments: [[], ["sex"]])
    func aBaseInGroupsNeedsThemLater(top: [String]) throws {
        var study = study()
        for number in study.study.respondents.indices {
            study.study.respondents[number].attributes["sex"] = number % 7 < 3 ? "female" : "male"
        }
        let base = try study.draw(.units(40), by: ["country"], isBase: true)
        // Nothing would be lost yet, so nothing is refused; but nothing counts either.
        var unjudged = study
        #expect(try unjudged.draw(.units(60), ["a"], by: top).earlier(of: "a").isEmpty)
        study.judge(base) { _, _ in true }
        guard top.isEmpty else {
            #expect(try study.drawing(request(["a"], by: top)).warnings.map(\.identifier) == ["uncounted-judgements"])
            return
        }
        let error = #expect(throws: DiagnosticsError.self) { try study.drawing(request()) }
        #expect(error?.diagnostics.map(\.identifier) == ["groups-needed"])
        let message = error?.diagnostics.first?.message ?? ""
        #expect(
            message.contains("Iraq, Morocco, Tunisia, Turkey") && message.contains("on a, b")
                && message.contains("--by"))
    }

    @Test func aSampleByRulesGoesOnInFinerGroupsToo() throws {
        var study = study()
        let first = try study.draw(.units(40), ["a"])
        let second = try study.draw(.units(70), ["a"], by: ["country"])
        #expect(second.earlier(of: "a") == first.respondents(of: "a"))
        study.judge(second) { _, _ in true }
        #expect(study.faults(request(["a"])) == ["groups-needed"])
        #expect(try study.draw(.units(80), ["a"], by: ["country"]).earlier(of: "a") == second.respondents(of: "a"))
    }

    @Test func whenRulesChangeTheBaseStillCounts() throws {
        var study = study()
        let base = try study.draw(.units(30), ["a"], isBase: true)
        study.judge(base) { _, _ in true }
        let top = try study.draw(.units(60), ["a"])
        study.judge(top) { _, _ in true }
        study.recode("a", in: Set((20..<70).map { "r\($0)" }))
        let (sheets, warnings) = try study.drawing(request(["a"]))
        #expect(sheets.draw.earlier(of: "a") == base.respondents(of: "a"))
        #expect(warnings.map(\.identifier) == ["uncounted-judgements"])
        #expect(warnings.first?.message.hasPrefix("30 judgements of earlier samples (a) do not count") == true)
    }

    @Test func aBaseComesFirst() throws {
        var study = study()
        let top = try study.draw(.units(30), ["a"])
        // As long as nobody judged it, another beginning can be made.
        #expect(study.faults(request(isBase: true)).isEmpty)
        study.judge(top) { _, _ in true }
        #expect(study.faults(request(isBase: true)) == ["base-too-late"])
        #expect(study.faults(request(["b"], isBase: true)).isEmpty)
    }

    @Test func whoCameSinceHadNoChance() throws {
        var study = study()
        let base = try study.draw(.units(30), ["a"], isBase: true)
        study.judge(base) { _, _ in true }
        study.study.respondents.append(Respondent(id: "later"))
        let (sheets, warnings) = try study.drawing(request(["a"]))
        #expect(sheets.draw.earlier(of: "a").isEmpty)
        #expect(warnings.map(\.identifier) == ["uncounted-judgements"])
    }

    @Test func aRenamedCodeKeepsItsSamples() throws {
        var study = study()
        let base = try study.draw(.units(30), isBase: true)
        study.study.codebook.codes[0].formerIDs = ["a"]
        study.study.codebook.codes[0].id = "new"
        #expect(try study.draw(.units(50), ["new"]).earlier(of: "new") == base.respondents(of: "a"))
    }

    @Test func whoIsReadAgainAllHisWordsInTheFirstRowOnly() throws {
        let study = try ReviewStudy()
        let (sample, rows) = try study.sample(
            SampleRequest(unit: .respondent, size: .units(100), isBase: true, reviewers: ["anna"]))
        #expect(sample.draw.units.count == 6)
        let amina = rows[0].filter { $0["respondent"] == "one/Amina" }
        #expect(amina.map { $0["code"] } == ["protection", "return"])
        #expect(
            amina.first?["segment"]
                == "[one, turn 2] We slept outside the station. I would never go back.\n"
                + "[one, turn 4] If there was work, maybe I would go back.")
        // Her words on return, which the rules code; of P1 they code nothing.
        #expect(amina.last?["segment"]?.hasPrefix("[one, turn 2] I would never go back.") == true)
        let silent = rows[0].last { $0["respondent"] == "two/P1" }
        #expect(silent?["segment"]?.hasPrefix("[all that this respondent says stands in the first") == true)
        // "We slept outside the station. I would never go back. If there was work, maybe I would go back." are 19
        // words; "I slept outside too. Yes." 5, "As for me, I go back next year. Yes." 9.
        #expect(sample.work == [ReviewWork(reviewer: "anna", rows: 6, respondents: 3, words: 33)])
        for index in rows[0].indices where rows[0][index]["row_id"]?.isEmpty == false {
            var row = rows[0][index]
            row["decision"] = "accepted"
            #expect(try study.faults([row]).isEmpty)
        }
    }
}
