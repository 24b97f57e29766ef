import Foundation
import Testing
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

@Suite struct DecisionImportTests {
    let study: ReviewStudy
    let rows: [[String: String]]

    init() throws {
        study = try ReviewStudy()
        rows = try study.sample(SampleRequest(codes: ["protection.shelter"], size: .units(1000), reviewers: ["anna"]))
            .rows[0]
    }

    /// The rows with some cells filled in, in the row whose segment begins with the given words.
    private func filled(_ segment: String, _ cells: [String: String]) -> [[String: String]] {
        rows.map { row in
            row["segment"]?.hasPrefix(segment) == true ? row.merging(cells) { $1 } : row
        }
    }

    private func frequency(of code: String) throws -> String? {
        NaiveCSV.rows(try study.files.text("Results/frequencies.csv")).first { $0["code"] == code }?["respondents"]
    }

    @Test func decisionsTakeEffectAtOnceAndInEveryLaterRun() throws {
        let path = try study.write(
            filled("We slept outside the", ["decision": "rejected", "reason": "a station is no street"])
                .map {
                    $0["segment"]?.hasPrefix("As for me") == true ? $0.merging(["decision": "accepted"]) { $1 } : $0
                })
        let imported = try DecisionImport(of: path, into: study.study, coder: nil)
        #expect(imported.coder == "anna")
        #expect(imported.decisions.map(\.number) == [1, 2])
        #expect(imported.emptyRows == 6)
        #expect(imported.effect == (accepted: 0, rejected: 1, own: 1))
        for _ in 0..<2 {
            let own = try study.codings().filter { $0.code == "protection.shelter" }
            #expect(own.first { $0.transcript == "one" }?.status == .rejected)
            #expect(own.first { $0.coder == "anna" }?.quote == "As for me, I go back next year.")
            try study.run()
        }
        // Amina is rejected and P2 accepted, so it is P1 and P2.
        #expect(try frequency(of: "protection.shelter") == "2")
    }

    @Test func anAcceptedCodingStaysWhenNoRuleProposesItAndARejectedOneDoesNotComeBack() throws {
        _ = try DecisionImport(
            of: study.write(
                filled("We slept outside the", ["decision": "accepted"])
                    .map {
                        $0["segment"]?.hasPrefix("I slept") == true ? $0.merging(["decision": "rejected"]) { $1 } : $0
                    }),
            into: study.study, coder: "anna")
        try study.files.write(
            StudyFolder.codebook.replacing("\"slept outside\"", with: "\"I slept\"").replacing(
                "[[slept outside]]", with: "slept outside. [[I slept]]"), to: "small.codebook")
        try study.run()
        let own = try study.codings().filter { $0.code == "protection.shelter" }
        #expect(own.map(\.status) == [.accepted, .rejected])
        #expect(own.map(\.coder) == ["anna", "small 1"])
        #expect(try frequency(of: "protection.shelter") == "1")
    }

    @Test func decisionsFollowTheWordsOfACorrectedTranscript() throws {
        _ = try DecisionImport(
            of: study.write(filled("We slept outside the", ["decision": "rejected"])), into: study.study, coder: nil)
        let text = try study.files.text("Transcripts/one.txt")
        try study.files.write(
            text.replacing("Where did you sleep?", with: "Thank you for coming. Where did you sleep — then? 🙂"),
            to: "Transcripts/one.txt")
        let result = try study.run()
        #expect(!result.diagnostics.contains { $0.identifier == "unplaced-decision" })
        #expect(try study.codings().first { $0.transcript == "one" }?.status == .rejected)
        try study.files.write(
            text.replacing("We slept outside the station.", with: "We slept outside of town."),
            to: "Transcripts/one.txt")
        #expect(try study.run().diagnostics.map(\.identifier) == ["unplaced-decision"])
        #expect(try study.codings().first { $0.transcript == "one" }?.status == .proposed)
        // It was kept: with the old words it bears again.
        try study.files.write(text, to: "Transcripts/one.txt")
        try study.run()
        #expect(try study.codings().first { $0.transcript == "one" }?.status == .rejected)
    }

    @Test func aSheetCanBeReadAgainAndADecisionTakenBack() throws {
        let first = filled("We slept outside the", ["decision": "rejected"])
        _ = try DecisionImport(of: study.write(first), into: study.study, coder: nil)
        let again = try DecisionImport(of: study.write(first), into: study.study, coder: nil)
        #expect(again.decisions.isEmpty)
        #expect(again.unchanged == 1)
        let undone = try DecisionImport(
            of: study.write(filled("We slept outside the", ["decision": "unsure"])), into: study.study, coder: nil)
        #expect(undone.decisions.map(\.number) == [2])
        #expect(try study.codings().first { $0.transcript == "one" }?.status == .proposed)
    }

    @Test func aWorkbookIsReadAsItWasWritten() throws {
        let imported = try DecisionImport(
            of: study.files.path("Results/sample-1/sheet-anna.xlsx"), into: study.study, coder: nil)
        #expect(imported.emptyRows == 8)
        #expect(imported.decisions.isEmpty)
    }

    @Test(
        arguments: [
            (["decision": "acepted"], ["wrong-decision"]), (["decision": "changed"], ["missing-code"]),
            (["decision": "changed", "changed_code": "return.an"], ["unknown-code"]),
            (["decision": "changed", "changed_code": "protection"], ["unknown-code"]),
            (["decision": "changed", "changed_code": "protection.shelter"], ["unexpected-code"]),
            (["decision": "accepted", "changed_code": "return.any"], ["unexpected-code"]),
            (["changed_code": "return.any"], ["unexpected-code"]),
            (["segment": "We slept outside the gate."], ["altered-row"]), (["code": "return.any"], ["altered-row"]),
            (["row_id": "s9r1"], ["unknown-row"]), (["row_id": "2024-01-17"], ["unknown-row"]),
            (["segment": "Other", "decision": "x"], ["altered-row", "wrong-decision"]),
        ] as [([String: String], [String])])
    func everyFaultIsNamedAndNothingIsImported(cells: [String: String], faults: [String]) throws {
        var sheet = filled("We slept outside the", cells)
        sheet[0]["decision"] = sheet[0]["decision"] == "" ? "accepted" : sheet[0]["decision"]
        let before = try study.codings()
        #expect(try study.faults(sheet) == faults)
        #expect(try study.codings() == before)
    }

    @Test func twoRowsOfOneIDAreAFault() throws {
        #expect(try study.faults(rows + [rows[2]]) == ["duplicate-row"])
    }

    @Test func faultsNameRowAndColumn() throws {
        let path = try study.write(filled("We slept outside the", ["decision": "no"]))
        let error = #expect(throws: DiagnosticsError.self) {
            try DecisionImport(of: path, into: study.study, coder: nil)
        }
        let fault = try #require(error?.diagnostics.first)
        let line = 2 + (rows.firstIndex { $0["segment"]?.hasPrefix("We slept outside the") == true } ?? 0)
        // Definitions of this codebook have one line, so a row is a line.
        #expect(fault.position?.line == line)
        #expect(!fault.message.contains("station"))
    }

    @Test func aSheetOfSeveralReviewersMustSayWhoFilledItIn() throws {
        let shared = try study.sample(
            SampleRequest(codes: ["return.any"], size: .units(1000), doubleShare: 1, reviewers: ["anna", "ben"]))
        let sheet = shared.rows[0].map { $0.merging(["decision": "accepted"]) { $1 } }
        #expect(try study.faults(sheet) == ["missing-coder"])
        #expect(try study.faults(sheet, coder: "ben") == [])
        let other = try DecisionImport(of: study.write(sheet), into: study.study, coder: "carla")
        #expect(other.diagnostics.map(\.identifier) == ["another-reviewer"])
    }

    @Test(arguments: 0..<6) func randomReviewsSurviveRandomCodebooks(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let outcomes = ["accepted", "rejected", "unsure", ""]
        let sheet = rows.map { row in
            row.merging(["decision": outcomes.randomElement(using: &random) ?? ""]) { $1 }
        }
        _ = try DecisionImport(of: study.write(sheet), into: study.study, coder: nil)
        for _ in 0..<3 {
            let words =
                ["slept", "outside", "we", "back", "year", "yes", "work", "station"]
                .filter { _ in Bool.random(using: &random) } + ["street"]
            try study.files.write(
                StudyFolder.codebook.replacing("\"slept outside\"", with: words.joined(separator: " or "))
                    .replacing("  + \"We [[slept outside]].\"\n  - \"We slept well.\"\n", with: ""),
                to: "small.codebook")
            try study.run()
            let codings = try study.codings().filter { $0.code == "protection.shelter" }
            for row in sheet {
                let own = codings.filter { $0.quote == row["segment"] && "\($0.turn)" == row["turn"] }
                switch row["decision"] {
                case "accepted": #expect(own.map(\.status) == [.accepted], "seed \(seed)")
                case "rejected": #expect(own.allSatisfy { $0.status == .rejected }, "seed \(seed)")
                default: #expect(own.allSatisfy { $0.status == .proposed }, "seed \(seed)")
                }
            }
        }
    }
}
