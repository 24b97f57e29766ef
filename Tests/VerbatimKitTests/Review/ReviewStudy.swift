import VerbatimExport
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// A small study that has been run, and the sheets of a sample of it.
struct ReviewStudy {
    let files: StudyFolder

    /// A study of one interview and one focus group, coded.
    init() throws {
        files = try StudyFolder()
        try run()
    }

    var study: String { files.path("Results/study.verbatim") }

    @discardableResult
    func run() throws -> RunResult { try CodingPipeline(files.options()).run() }

    /// Draws a sample, and gives it with the rows of each reviewer's sheet.
    func sample(_ request: SampleRequest) throws -> (sample: ReviewSample, rows: [[[String: String]]]) {
        let sample = try ReviewSample(request, from: study, into: nil)
        return (sample, try request.reviewers.map { try rows(of: $0, sample.draw.number) })
    }

    /// The rows of a sheet that are to be filled in.
    func rows(of reviewer: String, _ sample: Int) throws -> [[String: String]] {
        NaiveCSV.rows(try files.text("Results/sample-\(sample)/sheet-\(reviewer).csv"))
            .filter { $0["row_id"]?.hasPrefix("#") == false }
    }

    /// Writes rows as a sheet, and gives its path.
    func write(_ rows: [[String: String]], to name: String = "filled.csv") throws -> String {
        let columns = ReviewSheet.columns
        let table = Table(
            columns: columns.map { Table.Column($0) },
            rows: rows.map { row in columns.map { .text(row[$0] ?? "") } })
        try files.write(String(decoding: CSVWriter().bytes(of: table), as: UTF8.self), to: name)
        return files.path(name)
    }

    /// Imports rows; gives the identifiers of what is wrong with them.
    func faults(_ rows: [[String: String]], coder: String? = nil) throws -> [String] {
        let path = try write(rows)
        do {
            _ = try DecisionImport(of: path, into: study, coder: coder)
            return []
        } catch {
            return error.diagnostics.map(\.identifier)
        }
    }

    /// The codings of the latest run.
    func codings() throws -> [Coding] { try StudyFile.latestRun(of: study).study.codings }
}
