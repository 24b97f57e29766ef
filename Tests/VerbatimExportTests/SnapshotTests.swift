import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// The whole of each output for one small study: a change that shows here changes what users' scripts read.
@Suite struct SnapshotTests {
    private let study = SmallStudy.study

    @Test func transcriptsTable() throws {
        try expectSnapshot(CSVWriter().bytes(of: .transcripts(of: study)), named: "transcripts.csv")
    }

    @Test func codingsTable() throws {
        try expectSnapshot(CSVWriter().bytes(of: .codings(of: study)), named: "codings.csv")
        try expectSnapshot(JSONLinesWriter().bytes(of: .codings(of: study)), named: "codings.jsonl")
    }

    @Test func frequenciesTable() throws {
        let table = Table.frequencies(FrequencyTable(study))
        try expectSnapshot(CSVWriter().bytes(of: table), named: "frequencies.csv")
        try expectSnapshot(JSONLinesWriter().bytes(of: table), named: "frequencies.jsonl")
        try expectSnapshot(TextTable().bytes(of: table), named: "frequencies.txt")
    }

    @Test func frequenciesTableByCountry() throws {
        let table = Table.frequencies(GroupedFrequencies(study, by: "country"))
        try expectSnapshot(CSVWriter().bytes(of: table), named: "frequencies-by-country.csv")
    }

    @Test func respondentsTable() throws {
        try expectSnapshot(CSVWriter().bytes(of: .respondents(of: study)), named: "respondents.csv")
    }

    @Test func manifest() throws {
        let manifest = RunManifest(
            of: study, version: "0.1.0",
            codebook: RunManifest.CodebookEntry(
                id: "needs", version: "1.0", sha256: "00ff", path: "Codebooks/needs.codebook"),
            options: ["allow-failing-examples": .bool(true), "by": .array([.string("country")])],
            warnings: [Diagnostic(.error, "binary-file", "this is not text: give another file", path: "x.bin")],
            segmentation: ["sentences": "1", "unicode": "16.0"],
            failingExamples: [Diagnostic(.error, "failing-example", "the rules do not code this example")])
        try expectSnapshot(RunManifestWriter().bytes(of: manifest), named: "manifest.json")
    }

    @Test func report() throws {
        let report = HTMLReport(
            engineVersion: "0.1.0", quotesPerCode: 2, codebookSHA256: "00ff",
            diagnostics: [Diagnostic(.error, "binary-file", "this is not text: give another file", path: "x.bin")],
            failingExamples: [Diagnostic(.error, "failing-example", "the rules do not code this example")])
        try expectSnapshot(report.bytes(of: study), named: "report.html")
    }
}
