import Foundation
import VerbatimAnalysis
import VerbatimFiles
import VerbatimModel

/// How often the intervals of corrected shares hold the known truth of a composed corpus, over many seeded audits of it.
struct StudyCoverage {
    /// What was found for one code.
    struct Row {
        /// The code's id.
        var code: String
        /// The share of respondents with the code, by the truth.
        var truth: Double
        /// The share in whom the rules find it.
        var found: Double
        /// How many audits gave an interval that holds the truth.
        var held: Int
        /// The mean width of the intervals.
        var width: Double
    }

    /// How many audits were simulated.
    let audits: Int
    /// A row for each code that the truth has.
    let rows: [Row]

    /// Audits a study.
    ///
    /// - Parameters:
    ///   - respondents: The path of `respondents.csv` of a results folder: what the rules found.
    ///   - truth: The path of the corpus's `truth.csv`.
    ///   - reviews: How many respondents are read for each code.
    ///   - audits: How many audits, with the seeds 1, 2, ...
    /// - Throws: what is wrong with the tables or their paths.
    init(respondents: String, truth: String, reviews: Int, audits: Int) throws {
        let found = try Self.table(respondents)
        let known = try Self.table(truth)
        guard let id = found.column("id"), let person = known.column("respondent"), let code = known.column("code")
        else {
            throw DiagnosticsError([
                Diagnostic(.error, "missing-column", "The tables need the columns id, and respondent and code.")
            ])
        }
        var holders: [String: Set<String>] = [:]
        for row in known.rows { holders[row.fields[code], default: []].insert(row.fields[person]) }
        self.audits = audits
        rows = found.header.indices.filter { holders[found.header[$0]] != nil }.map { column in
            let name = found.header[column]
            let truth = holders[name] ?? []
            let units = found.rows.map { row in
                (id: row.fields[id], stratum: ReviewStratum(row.fields[column] == "1" ? .coded : .uncoded))
            }
            let share = Double(found.rows.count { truth.contains($0.fields[id]) }) / Double(max(1, units.count))
            let frame = SamplingFrame(units)
            var held = 0
            var width = 0.0
            for seed in 1...UInt64(max(1, audits)) {
                let sample = StratifiedSample(frame, size: .neyman(reviews), seed: seed)
                let strata = sample.reviewed { truth.contains($0) }.map(\.counts)
                guard let interval = CorrectedShare(strata).share.value?.interval else { continue }
                if interval.low <= share + 1e-12, share - 1e-12 <= interval.high { held += 1 }
                width += interval.width
            }
            return Row(
                code: name, truth: share,
                found: Double(units.count { $0.stratum.kind == .coded }) / Double(max(1, units.count)), held: held,
                width: width / Double(max(1, audits)))
        }
    }

    private static func table(_ path: String) throws -> SourceTable {
        try TableReader.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    }
}
