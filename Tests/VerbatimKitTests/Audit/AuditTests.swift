import Testing
import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// `verbatim audit`, on studies that are run, sampled and judged.
///
/// Figures are worked out with scipy from the formulas.
@Suite struct AuditTests {
    private func audit(_ study: ReviewStudy, _ codes: [Code.ID] = []) throws -> AuditRequest.Answer {
        var request = AuditRequest(study: study.study)
        request.codes = codes
        request.threads = 2
        return try request.run()
    }

    /// Precision 10/12 with Wilson's interval for 12 of 40; recall of 33 1/3 right and 7 missed.
    @Test func figuresAreThoseOfTheFormulas() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything())
        let answer = try audit(study)
        #expect(
            answer.table.read == [
                [
                    "code": "shelter", "name": "Shelter", "sample": "1", "rules": "current", "coded": "40",
                    "coded_read": "12", "coded_true": "10", "uncoded": "80", "uncoded_read": "35", "uncoded_true": "4",
                    "precision": "0.8333", "precision_low": "0.5983", "precision_high": "0.9438", "recall": "0.8264",
                    "recall_low": "0.6049", "recall_high": "0.8773", "f1": "0.8299", "f1_low": "0.5869",
                    "f1_high": "0.8985", "reason": "",
                ]
            ])
        #expect(answer.summary.contains("73 rows not judged yet."))
        #expect(!answer.summary.contains { $0.contains("tends upwards") })
    }

    @Test func whatIsNotKnownHasAReason() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        let first = try study.sampleEverything()
        #expect(try audit(study).table.row(["code": "shelter"])["reason"] == "notReviewed")
        try study.judge(first, ["coded": (12, 10)])
        let row = try audit(study).table.row(["code": "shelter"])
        #expect([row["precision"], row["recall"], row["f1"]] == ["0.8333", "", ""])
        #expect(row["reason"] == "emptyStratum")
        // Nothing is coded and nothing judged: the measures have different reasons.
        _ = try study.sampleEverything(["silent"])
        #expect(
            try audit(study).table.row(["code": "silent"])["reason"] == "precision: noUnits; recall, f1: notReviewed")
    }

    @Test func whatTwoDisagreeOnIsNotJudged() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        let draw = try study.sampleEverything(reviewers: ["anna", "ben"])
        try study.judge(draw, ["coded": (12, 10), "uncoded": (5, 0)])
        try study.judge(draw, ["coded": (12, 9)], coder: "ben")
        let answer = try audit(study)
        let row = answer.table.row(["code": "shelter"])
        #expect([row["coded_read"], row["coded_true"]] == ["11", "9"])
        #expect(answer.summary.contains("On 1 row two reviewers disagree: not judged until one decides again."))
    }

    @Test func reviewersWhoSawTheRulesAreNamed() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        let sample = try ReviewSample(
            SampleRequest(codes: ["shelter"], size: .units(1000), reviewers: ["anna"]), from: study.study, into: nil)
        try study.judgeSome(sample.draw)
        #expect(try audit(study).summary.contains { $0.hasPrefix("In sample 1 reviewers saw what the rules propose") })
    }

    @Test func codesAreChosenByIdOrTheme() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything(["shelter", "silent"]))
        #expect(try audit(study).table.read.count == 2)
        #expect(try audit(study, ["silent"]).table.read.map { $0["code"] } == ["silent"])
        let error = #expect(throws: DiagnosticsError.self) { try audit(study, ["shelte"]) }
        #expect(error?.diagnostics.map(\.identifier) == ["unknown-code"])
    }

    @Test func withoutASampleThereIsNoAudit() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        let error = #expect(throws: DiagnosticsError.self) { try audit(study) }
        #expect(error?.diagnostics.map(\.identifier) == ["nothing-reviewed"])
    }
}

/// Whether an audit is one of the rules of the latest run.
@Suite struct AuditedRulesTests {
    private func rules(_ study: ReviewStudy) throws -> String? {
        var request = AuditRequest(study: study.study)
        request.codes = ["shelter"]
        return try request.run().table.read.first?["rules"]
    }

    private func judged() throws -> ReviewStudy {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything())
        return study
    }

    @Test func aRunThatChangesNothingLeavesThemCurrent() throws {
        let study = try judged()
        // After two more runs the study does not know any more what the first one read.
        for _ in 0..<3 {
            try study.run()
            #expect(try rules(study) == "current")
        }
    }

    @Test func whatIsChangedInAnotherCodeLeavesThemCurrent() throws {
        let study = try judged()
        try study.run(
            ReviewStudy.shelter.replacing("elephant", with: "road").replacing("Sleeping rough", with: "Rough sleep"))
        #expect(try rules(study) == "current")
    }

    @Test func rulesThatCodeOtherSegmentsAreChanged() throws {
        let study = try judged()
        try study.run(ReviewStudy.shelter.replacing("\"slept outside\"", with: "\"slept outside\" and not camp"))
        #expect(try rules(study) == "changed")
        var request = AuditRequest(study: study.study)
        request.codes = ["shelter"]
        let summary = try request.run().summary
        #expect(
            summary.contains { $0.contains("The rules of shelter find other segments now") && $0.contains("run 1") })
    }

    /// The rule codes as before, and more sentences are near misses.
    @Test func rulesWithOtherNearMissesAreChanged() throws {
        let study = try judged()
        try study.run(
            ReviewStudy.shelter.replacing("\"slept outside\"", with: "\"slept outside\" or \"long road\""))
        #expect(try rules(study) == "changed")
    }

    /// Another rule that finds the same, with the same near misses.
    @Test func rulesThatFindTheSameAreCurrent() throws {
        let study = try judged()
        try study.run(
            ReviewStudy.shelter.replacing("\"slept outside\"", with: "\"slept outside\" or \"outside slept\""))
        #expect(try rules(study) == "current")
    }

    @Test func aCodeWithANewNameIsKnown() throws {
        let study = try judged()
        try study.run(
            ReviewStudy.shelter.replacing(
                "code shelter \"Shelter\"", with: "code shelter.rough \"Shelter\"\n  was shelter"))
        let table = try AuditRequest(study: study.study).run().table
        #expect(table.read.map { $0["code"] } == ["shelter.rough"])
        #expect(table.read.map { $0["rules"] } == ["current"])
    }

    @Test func moreTranscriptsAreOtherStrata() throws {
        let study = try judged()
        try study.files.write("Interviewer: So?\nOmar: It was cold.", to: "Transcripts/omar.txt")
        try study.run()
        #expect(try rules(study) == "changed")
    }

    @Test func aCodeThatIsGoneIsLeftOut() throws {
        let study = try ReviewStudy(audited: ReviewStudy.shelter)
        try study.judgeSome(try study.sampleEverything(["shelter", "silent"]))
        try study.run(ReviewStudy.shelter.replacing("code silent", with: "code elephant"))
        let answer = try AuditRequest(study: study.study).run()
        #expect(answer.table.read.map { $0["code"] } == ["shelter"])
        #expect(answer.summary.contains("The codebook has no silent any more: what was drawn for it is left out."))
    }
}
