import Foundation
import Testing
import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// Recounts `frequencies.csv` from `codings.csv` and `respondents.csv` alone, by other code than the program's.
@Suite struct RecountTests {
    @Test func frequenciesAgreeWithARecountOfTheCodings() throws {
        let folder = try TemporaryFolder()
        let output = folder.url.appendingPathComponent("Results")
        let options = RunOptions(
            transcripts: RepositoryFiles.url("Transcripts").path,
            codebook: RepositoryFiles.url("Codebooks/migration-partnerships.codebook").path,
            output: output.path, threads: 2)
        try CodingPipeline(options).run()
        let rows = { (name: String) in
            NaiveCSV.rows(try String(contentsOf: output.appendingPathComponent(name), encoding: .utf8))
        }
        let codings = try rows("codings.csv").filter { ["proposed", "accepted"].contains($0["status"]) }
        let respondents = try rows("respondents.csv")
        let frequencies = try rows("frequencies.csv")
        #expect(codings.count > 100)
        #expect(frequencies.count > 25)

        for frequency in frequencies {
            let code = try #require(frequency["code"])
            let own = codings.filter { $0["code"] == code || ($0["code"] ?? "").hasPrefix(code + ".") }
            let persons = { (codings: [[String: String]]) in
                Set(codings.compactMap { $0["respondent"] }.filter { !$0.isEmpty }).count
            }
            let asserted = { (column: String, value: String) in
                persons(own.filter { $0[column] == value })
            }
            #expect(frequency["respondents"] == String(persons(own)), "\(code)")
            #expect(frequency["asked"] == String(respondents.count), "\(code)")
            #expect(frequency["codings"] == String(own.count), "\(code)")
            #expect(frequency["transcripts"] == String(Set(own.map { $0["transcript"] }).count), "\(code)")
            #expect(
                frequency["turns"] == String(Set(own.map { "\($0["transcript"] ?? "") \($0["turn"] ?? "")" }).count),
                "\(code)")
            // What is mixed holds hits of both kinds, which the table does not tell apart: so a range.
            let columns = [("affirmed", "polarity"), ("negated", "polarity"), ("conditional", "modality")]
            for (value, column) in columns {
                let counted = try #require(Int(frequency[value] ?? ""))
                let atMost = persons(own.filter { $0[column] == value || $0[column] == "mixed" })
                #expect((asserted(column, value)...atMost).contains(counted), "\(code) \(value)")
            }
            let (low, high) = wilson(persons(own), respondents.count)
            #expect(abs((Double(frequency["ci_low"] ?? "") ?? -1) - low) < 6e-5, "\(code)")
            #expect(abs((Double(frequency["ci_high"] ?? "") ?? -1) - high) < 6e-5, "\(code)")
            if frequency["level"] == "code" {
                #expect(respondents.filter { $0[code] == "1" }.count == persons(own), "\(code)")
            }
        }
    }

    /// Wilson's interval as the two roots of (p - x/n)^2 = z^2 p (1 - p) / n, found by bisection.
    private func wilson(_ count: Int, _ total: Int) -> (Double, Double) {
        let share = Double(count) / Double(total)
        let z = 1.959963984540054
        let excess = { (p: Double) in (p - share) * (p - share) - z * z * p * (1 - p) / Double(total) }
        func root(_ from: Double, _ to: Double) -> Double {
            // `from` is the share itself, where the excess is negative or zero; `to` is 0 or 1, where it is positive.
            var (inside, outside) = (from, to)
            for _ in 0..<200 {
                let middle = (inside + outside) / 2
                if excess(middle) <= 0 { inside = middle } else { outside = middle }
            }
            return inside
        }
        return (count == 0 ? 0 : root(share, 0), count == total ? 1 : root(share, 1))
    }
}
