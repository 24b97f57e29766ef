import Foundation
import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// The page that a run writes, and the one that is made from the study file afterwards.
@Suite struct RunReportTests {
    private let study: ReviewStudy

    init() throws {
        study = try ReviewStudy()
    }

    /// Draws respondents for a code, and gives every reviewer's answers: whether the respondent speaks of it.
    private func judge(_ code: Code.ID, _ answers: [String: (Respondent.ID) -> Bool]) throws {
        let reviewers = answers.keys.sorted()
        let rows = try study.sample(
            SampleRequest(
                codes: [code], unit: .respondent, size: .units(1000), doubleShare: reviewers.count > 1 ? 1 : 0,
                reviewers: reviewers)
        ).rows
        for (reviewer, rows) in zip(reviewers, rows) {
            let path = try study.write(
                rows.map { row in
                    let applies = answers[reviewer]?(row["respondent"] ?? "") ?? false
                    return row.merging(
                        applies
                            ? ["decision": "accepted"] : ["decision": "rejected", "reason": "nothing of it"]
                    ) { $1 }
                })
            _ = try DecisionImport(of: path, into: study.study, coder: reviewer)
        }
    }

    private func page() throws -> String { try study.files.text("Results/report.html") }

    /// What the run wrote is what the study gives, but for what the run alone knows of files.
    private func expectSamePage(_ result: RunResult) throws {
        let unread = result.diagnostics.filter {
            !["unplaced-decision", "conflicting-decisions"].contains($0.identifier)
        }
        let made = try StudyReport(of: study.study).bytes(diagnostics: unread)
        #expect(try study.files.bytes("Results/report.html") == Data(made))
    }

    @Test func aFreshStudyHasThePageThatItsFileGives() throws {
        try expectSamePage(try study.run())
        #expect(try page().contains("Nobody has judged a coding yet."))
    }

    @Test func aStudyWithAGuideHasThePageThatItsFileGives() throws {
        try study.files.write(
            """
            guide talks "Talks about home"
            question Q1 "Sleeping"
              codes protection.shelter
              en: Where did you sleep?
            """, to: "talks.guide")
        var options = study.files.options()
        options.reading.guide = study.files.path("talks.guide")
        try expectSamePage(try CodingPipeline(options).run())
        #expect(try page().contains("Talks about home: "))
    }

    @Test func aLaterRunTellsWhatPeopleJudged() throws {
        // Rules find shelter in Amina and P1; people say P2 too, and disagree about nobody.
        try judge(
            "protection.shelter", ["anna": { _ in true }, "ben": { _ in true }])
        try expectSamePage(try study.run())
        let page = try page().replacing("\u{A0}", with: " ")
        #expect(page.contains("<section id=\"corrected\">") && page.contains("<section id=\"agreement\">"))
        #expect(page.contains("2 people took 6 decisions: 6 accepted"))
        // All three were read, so the corrected share has no width; the rules' own share stays in the table.
        #expect(page.contains("<td>3</td><td>2</td><td>67 %</td><td>3</td><td>100 %</td><td>100–100</td>"))
        let rows = NaiveCSV.rows(try study.files.text("Results/frequencies.csv"))
        #expect(rows.first { $0["code"] == "protection.shelter" }?["respondents"] == "2")
    }

    /// Segments and respondents are units of different kinds: agreement on one says nothing of the other.
    @Test func agreementIsShownOnSegmentsAndOnRespondents() throws {
        try judge("protection.shelter", ["anna": { _ in true }, "ben": { _ in true }])
        let rows = try study.sample(
            SampleRequest(
                codes: ["protection.shelter"], size: .units(1000), doubleShare: 1, reviewers: ["anna", "ben"])
        ).rows[0]
        for coder in ["anna", "ben"] {
            let filled = rows.map { row in row.merging(["decision": "rejected", "reason": "no"]) { $1 } }
            _ = try DecisionImport(of: try study.write(filled), into: study.study, coder: coder)
        }
        try expectSamePage(try study.run())
        let page = try page()
        #expect(page.contains("<h3>On segments</h3>") && page.contains("<h3>On respondents</h3>"))
        #expect(page.contains("Units: 3 respondents."))
    }

    @Test func decisionsOnCodingsChangeTablesAndPageAlike() throws {
        let rows = try study.sample(
            SampleRequest(codes: ["protection.shelter"], size: .units(1000), reviewers: ["anna"])
        ).rows[0]
        let filled = rows.map { row in
            row["segment"]?.hasPrefix("We slept outside the") == true
                ? row.merging(["decision": "rejected", "reason": "a station is no street"]) { $1 } : row
        }
        _ = try DecisionImport(of: try study.write(filled), into: study.study, coder: nil)
        try expectSamePage(try study.run())
        let counts = NaiveCSV.rows(try study.files.text("Results/frequencies.csv"))
        #expect(counts.first { $0["code"] == "protection.shelter" }?["respondents"] == "1")
        #expect(try page().replacing("\u{A0}", with: " ").contains("1 of the 3 respondents who spoke"))
    }

    @Test func whatPeopleDisagreeOnIsListedInBoth() throws {
        let rows = try study.sample(
            SampleRequest(
                codes: ["protection.shelter"], size: .units(1000), doubleShare: 1, reviewers: ["anna", "ben"])
        ).rows[0]
        let own = try #require(rows.first { $0["segment"]?.hasPrefix("We slept outside the") == true })
        for (coder, cells) in [
            ("anna", ["decision": "accepted"]), ("ben", ["decision": "rejected", "reason": "a station"]),
        ] {
            _ = try DecisionImport(
                of: try study.write([own.merging(cells) { $1 }]), into: study.study, coder: coder)
        }
        let result = try study.run()
        try expectSamePage(result)
        #expect(result.diagnostics.contains { $0.identifier == "conflicting-decisions" && $0.path != nil })
        let fromTheFile = String(decoding: try StudyReport(of: study.study).bytes(), as: UTF8.self)
        for page in [try page(), fromTheFile] {
            #expect(page.contains("[conflicting-decisions]"))
            #expect(page.contains("verbatim: warning: [conflicting-decisions] At one:"))
        }
    }

    @Test func whatPeopleCodedOutsideTheCodebookIsLeftOutAndStopsNoRun() throws {
        try study.files.write(
            "transcript,start,end,code\none,80,90,protection.shelter\none,80,90,return.any\n", to: "hand.csv")
        _ = try HandCodingImport(of: study.files.path("hand.csv"), into: study.study, coder: "ben")
        try study.files.write(
            StudyFolder.codebook.replacing("protection.shelter", with: "protection.housing"), to: "small.codebook")
        try expectSamePage(try study.run())
        let page = try page()
        #expect(page.contains("<section id=\"agreement\">"))
        #expect(page.contains("People's codings of 1 code that the codebook does not have are left out."))
    }

    @Test func correctedSharesOfGroupsAreOfTheirOwnReviews() throws {
        // In Iraq (Amina) the rules are wrong; in Turkey (P1, P2) they miss P2.
        try judge("protection.shelter", ["anna": { $0 != "one/Amina" }])
        let facts = try StudyReport(of: study.study)
        let page = String(decoding: facts.bytes(by: ["country"]), as: UTF8.self).replacing("\u{A0}", with: " ")
        #expect(page.contains("<h3>Corrected shares by country</h3>"))
        // Everybody was read: 0 of 1 and 2 of 2, without an interval's width; the rules had 1 of 1 and 1 of 2.
        #expect(page.contains("<td>0 %<small>0–0</small><small>1 read</small></td>"))
        #expect(page.contains("<td>100 %<small>100–100</small><small>2 read</small></td>"))
    }

    @Test func theSameAttributeCanBeAskedOfAStudyWithoutReviews() throws {
        let report = try StudyReport(of: study.study)
        #expect(!String(decoding: report.bytes(by: ["country"]), as: UTF8.self).contains("Corrected shares by"))
    }
}
