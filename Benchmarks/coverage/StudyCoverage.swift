import Foundation
import VerbatimAnalysis
import VerbatimFiles
import VerbatimModel

/// How often the intervals of corrected shares hold the known truth of a composed corpus, over many seeded audits of it.
struct StudyCoverage {
    /// How an audit is done.
    struct Design {
        /// How many respondents are read for each code; of each group where there are groups.
        var reviews: Int
        /// The attribute that groups are made by.
        var attribute: String?
        /// How many of them are a base sample, drawn without looking at the rules.
        var base = 0
    }

    /// What was found for one code.
    struct Row {
        /// The code's id.
        var code: String
        /// The share of respondents with the code, by the truth.
        var truth: Double
        /// The share in whom the rules find it.
        var found: Double
        /// How many audits gave an interval that holds the truth, for each group.
        var held: [Int]
        /// The mean width of the intervals.
        var width: Double
    }

    /// How many audits were simulated.
    let audits: Int
    /// The values of the attribute that groups are made by; one, which is empty, without groups.
    let groups: [String]
    /// A row for each code that the truth has.
    let rows: [Row]

    /// Audits a study.
    ///
    /// - Parameters:
    ///   - respondents: The path of `respondents.csv` of a results folder: what the rules found.
    ///   - truth: The path of the corpus's `truth.csv`.
    ///   - design: How an audit is done.
    ///   - audits: How many audits, with the seeds 1, 2, ...
    /// - Throws: what is wrong with the tables or their paths.
    init(respondents: String, truth: String, design: Design, audits: Int) throws {
        let found = try Self.table(respondents)
        let known = try Self.table(truth)
        let attribute = design.attribute.flatMap { found.column($0) }
        guard let id = found.column("id"), let person = known.column("respondent"), let code = known.column("code"),
            (attribute == nil) == (design.attribute == nil)
        else {
            throw DiagnosticsError([
                Diagnostic(
                    .error, "missing-column",
                    "The tables need the columns id, and respondent and code, and that of the groups.")
            ])
        }
        var holders: [String: Set<String>] = [:]
        for row in known.rows { holders[row.fields[code], default: []].insert(row.fields[person]) }
        let groupOf = found.rows.map { row in attribute.map { row.fields[$0] } ?? "" }
        let groups = Set(groupOf).sorted()
        self.audits = audits
        self.groups = groups
        rows = found.header.indices.filter { holders[found.header[$0]] != nil }.map { column in
            let name = found.header[column]
            let truth = holders[name] ?? []
            let units = zip(found.rows, groupOf).map { row, group in
                (
                    id: row.fields[id],
                    stratum: ReviewStratum(row.fields[column] == "1" ? .coded : .uncoded, group: group)
                )
            }
            func share(_ units: [(id: String, stratum: ReviewStratum)]) -> Double {
                Double(units.count { truth.contains($0.id) }) / Double(max(1, units.count))
            }
            let shares = groups.map { group in share(units.filter { $0.stratum.group == group }) }
            var held = groups.map { _ in 0 }
            var width = 0.0
            for seed in 1...UInt64(max(1, audits)) {
                let sample = Self.sample(units, design, seed: seed) { truth.contains($0) }
                let strata = sample.reviewed { truth.contains($0) }
                for (place, group) in groups.enumerated() {
                    let own = strata.filter { $0.stratum.group == group }.map(\.counts)
                    guard let interval = CorrectedShare(own).share.value?.interval else { continue }
                    if interval.low <= shares[place] + 1e-12, shares[place] - 1e-12 <= interval.high {
                        held[place] += 1
                    }
                    width += interval.width
                }
            }
            return Row(
                code: name, truth: share(units),
                found: Double(units.count { $0.stratum.kind == .coded }) / Double(max(1, units.count)), held: held,
                width: width / Double(max(1, audits) * groups.count))
        }
    }

    /// One audit: a base sample, if there is one, and what is drawn by what the rules find, with sizes from its
    /// judgements.
    private static func sample(
        _ units: [(id: String, stratum: ReviewStratum)], _ design: Design, seed: UInt64,
        judgement: (String) -> Bool
    ) -> StratifiedSample {
        var drawn: Set<String> = []
        if design.base > 0 {
            let everybody = SamplingFrame(units.map { ($0.id, ReviewStratum(.all, group: $0.stratum.group)) })
            drawn = Set(StratifiedSample(everybody, size: .neyman(design.base), seed: seed).units.map(\.id))
        }
        let judged = units.filter { drawn.contains($0.id) }
            .map { (stratum: $0.stratum, isTrue: judgement($0.id)) }
        let frame = SamplingFrame(units, drawn: Array(drawn), guesses: SamplingFrame.guesses(from: judged))
        return StratifiedSample(
            frame,
            size: design.attribute == nil ? .neyman(design.reviews) : .neymanInGroups(design.reviews), seed: seed)
    }

    private static func table(_ path: String) throws -> SourceTable {
        try TableReader.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    }
}
