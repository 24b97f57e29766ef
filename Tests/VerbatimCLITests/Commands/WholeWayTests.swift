import Foundation
import Testing
import VerbatimTestSupport

/// The whole way from transcripts to corrected shares on the command line, on respondents whose truth is known: run,
/// sample, sheets filled by a script with errors put in on purpose, import, and everything that is made from them.
@Suite struct WholeWayTests {
    private static let study = "Results/study.verbatim"

    @Test func transcriptsBecomeSharesThatCanBeDefended() throws {
        let verbatim = try CommandRunner()
        try AuditedEdition.write(into: verbatim.folder)
        let truth = try AuditedEdition.truth()
        try run(verbatim)

        // A base sample in each country, read for all themes by two reviewers, a fifth of it by both.
        let base = try verbatim.run([
            "sample", Self.study, "--by-respondent", "--base", "--by", "country", "--size-per-group", "8",
            "--reviewers",
            "anna,ben", "--double-code", "0.2", "--seed", "1",
        ])
        #expect(base.status == 0)
        let first = try fill(verbatim, "sample-1", reviewer: "anna", by: truth, wrongEvery: 0)
        try refusesABrokenSheet(verbatim, first)
        let second = try fill(verbatim, "sample-1", reviewer: "ben", by: truth, wrongEvery: 20)
        for sheet in [first, second] { try importDecisions(verbatim, sheet) }

        // What the reviewers disagree on is settled by one of them, in a sheet of the same rows.
        let settled = try fill(verbatim, "sample-1", reviewer: "ben", by: truth, wrongEvery: 0)
        let agreement = try rows(
            verbatim, ["agreement", Self.study, "--unit", "respondent", "--people", "--code", "return"])
        #expect(agreement.count == 1)
        #expect(try #require(Int(agreement[0]["units"] ?? "")) >= 5)
        #expect(try #require(Double(agreement[0]["percent"] ?? "")) >= 0.8)
        try importDecisions(verbatim, settled)

        // One theme is gone on with, where the base left it too wide.
        _ = try verbatim.run([
            "sample", Self.study, "--by-respondent", "--code", "migration", "--by", "country", "--size-per-group", "12",
            "--reviewers", "anna", "--seed", "8",
        ])
        try importDecisions(verbatim, try fill(verbatim, "sample-2", reviewer: "anna", by: truth, wrongEvery: 0))
        try sharesHoldTheTruth(verbatim, truth)
        try segmentsAreAudited(verbatim)
        try everythingElseIsMadeFromIt(verbatim)

        // Rules change, and what people judged keeps its worth.
        try verbatim.folder.write(
            AuditedEdition.codebook.replacing("agent*", with: "agent* or boat*").replacing(
                "version 1", with: "version 2"),
            to: "audited.codebook")
        try run(verbatim)
        try sharesHoldTheTruth(verbatim, truth)
        let page = try verbatim.folder.text(of: "Results/report.html")
        #expect(page.contains("Corrected for the errors of the rules"))
        #expect(page.contains("anna") && page.contains("ben"))
    }

    private func run(_ verbatim: CommandRunner) throws {
        let result = try verbatim(
            "run", "Transcripts", "--codebook", "audited.codebook", "--output", "Results", "--by", "country", "--quiet")
        #expect(result.status == 0)
    }

    /// Every interval of a theme holds its true share, as 95 of 100 do, and the shares are nearer to it than what the rules
    /// find alone.
    private func sharesHoldTheTruth(_ verbatim: CommandRunner, _ truth: [String: Set<String>]) throws {
        let corrected = try rows(verbatim, ["frequencies", Self.study, "--basis", "corrected"])
        #expect(corrected.map { $0["code"] } == ["protection", "migration", "return"])
        var (byRules, byPeople) = (0.0, 0.0)
        for row in corrected {
            let share = Double(truth[row["code"] ?? ""]?.count ?? 0) / 60
            let (low, high) = (Double(row["ci_low"] ?? ""), Double(row["ci_high"] ?? ""))
            #expect(try #require(low) <= share && share <= #require(high), "\(row) \(share)")
            byPeople += abs(try #require(Double(row["share"] ?? "")) - share)
            byRules += abs(try #require(Double(row["found_share"] ?? "")) - share)
        }
        #expect(byPeople < byRules)
        let countries = try rows(
            verbatim, ["crosstab", Self.study, "--columns", "country", "--basis", "corrected", "--code", "migration"])
        #expect(countries.map { $0["country"] } == ["Iraq", "Morocco", "Tunisia", "Turkey"])
        #expect(countries.allSatisfy { $0["share"] != "" && $0["test"] == "wald-f" && $0["family"] == "1" })
    }

    /// Of one code segments are drawn from what the rules coded and what they did not, and all of them are judged.
    private func segmentsAreAudited(_ verbatim: CommandRunner) throws {
        let sample = try verbatim.run([
            "sample", Self.study, "--code", "return.assistance", "--size", "30", "--blind", "--reviewers", "anna",
            "--seed", "9",
        ])
        #expect(sample.status == 0)
        let sheet = try rowsToJudge(verbatim, "Results/sample-3/sheet-anna.csv")
        let answers = sheet.enumerated().map { place, row in
            (row["row_id"] ?? "", row["segment"] ?? "", row["code"] ?? "", place % 3 == 0 ? "accepted" : "rejected")
        }
        try verbatim.folder.write(Self.table(answers), to: "segments.csv")
        try importDecisions(verbatim, "segments.csv")
        let audit = try rows(verbatim, ["audit", Self.study])
        #expect(audit.map { $0["code"] } == ["return.assistance"])
        let read = ["coded_read", "uncoded_read"].compactMap { audit[0][$0].flatMap { Int($0) } }
        #expect(read.reduce(0, +) == sheet.count && audit[0]["rules"] == "current")
        #expect(audit[0]["precision"] != "" && audit[0]["recall"] != "" && audit[0]["f1_low"] != "")
        let plan = try rows(verbatim, ["plan", Self.study, "--hours", "1"])
        #expect(Set(plan.map { $0["measure"] }) == ["recall", "share"])
        #expect(plan.allSatisfy { $0["half_width_now"] != "" })
    }

    private func everythingElseIsMadeFromIt(_ verbatim: CommandRunner) throws {
        let saturation = try rows(verbatim, ["saturation", Self.study, "--by", "country"])
        #expect(saturation.count == 4)
        let report = try verbatim("report", Self.study, "--output", "report.html")
        #expect(report.status == 0)
        let page = try verbatim.folder.text(of: "report.html")
        for heading in ["Corrected for the errors of the rules", "Agreement", "Saturation", "return.assistance"] {
            #expect(page.localizedCaseInsensitiveContains(heading), "\(heading)")
        }
        let charts = try verbatim("charts", Self.study, "--output", "Charts")
        #expect(charts.status == 0)
        #expect(try verbatim.folder.text(of: "Charts/corrected.svg").hasPrefix("<?xml") == true)
        #expect(NaiveCSV.rows(try verbatim.folder.text(of: "Charts/corrected.csv")).count == 3)
    }

    /// A sheet with one wrong word is refused whole: nothing of it counts.
    private func refusesABrokenSheet(_ verbatim: CommandRunner, _ sheet: String) throws {
        let text = try verbatim.folder.text(of: sheet)
        try verbatim.folder.write(text.replacing(",rejected", with: ",rejectd", maxReplacements: 1), to: "broken.csv")
        let result = try verbatim("import", "--decisions", "broken.csv", "--study", Self.study)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains("broken.csv:") && result.errors.contains("[wrong-decision]"))
        let frequencies = try verbatim("frequencies", Self.study, "--basis", "corrected")
        #expect(frequencies.status == 2 && frequencies.errors.contains("[nothing-reviewed]"))
    }

    private func importDecisions(_ verbatim: CommandRunner, _ sheet: String) throws {
        let result = try verbatim("import", "--decisions", sheet, "--study", Self.study)
        #expect(result.status == 0, "\(result.errors)")
    }

    /// Fills the sheet of a reviewer from the truth, every so many rows wrong; returns its name.
    private func fill(
        _ verbatim: CommandRunner, _ sample: String, reviewer: String, by truth: [String: Set<String>], wrongEvery: Int
    ) throws -> String {
        let sheet = try rowsToJudge(verbatim, "Results/\(sample)/sheet-\(reviewer).csv")
        let answers = sheet.enumerated().map { place, row in
            let code = row["code"] ?? ""
            let isTrue = truth[code]?.contains(row["respondent"] ?? "") == true
            let isWrong = wrongEvery > 0 && place % wrongEvery == wrongEvery / 2
            return (row["row_id"] ?? "", row["segment"] ?? "", code, isTrue != isWrong ? "accepted" : "rejected")
        }
        let name = "\(sample)-\(reviewer)-\(wrongEvery).csv"
        try verbatim.folder.write(Self.table(answers), to: name)
        return name
    }

    /// The rows of a sheet but for the first, which tells what is allowed in each cell.
    private func rowsToJudge(_ verbatim: CommandRunner, _ sheet: String) throws -> [[String: String]] {
        NaiveCSV.rows(try verbatim.folder.text(of: sheet)).filter { $0["row_id"]?.hasPrefix("#") == false }
    }

    private static func table(_ rows: [(row: String, segment: String, code: String, decision: String)]) -> String {
        "row_id,segment,code,decision\n"
            + rows.map { row in
                "\(row.row),\"\(row.segment.replacing("\"", with: "\"\""))\",\(row.code),\(row.decision)\n"
            }.joined()
    }

    private func rows(_ verbatim: CommandRunner, _ arguments: [String]) throws -> [[String: String]] {
        let result = try verbatim.run(arguments + ["--format", "csv"])
        #expect(result.status == 0, "\(arguments[0]): \(result.errors)")
        return NaiveCSV.rows(result.output)
    }
}
