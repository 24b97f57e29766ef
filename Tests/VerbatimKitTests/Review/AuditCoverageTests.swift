import Testing
import VerbatimAnalysis
import VerbatimExport
@testable import VerbatimKit
import VerbatimModel
import VerbatimTestSupport

/// The samples that the program draws, judged by the known truth, give shares whose intervals hold it.
@Suite struct AuditCoverageTests {
    /// 200 audits of 24 of 60 respondents for each of six codes and three themes, drawn by `sample`.
    @Test func twoHundredAuditsHoldTheTruthAsOftenAsTheyClaim() throws {
        let (source, truth) = try audited()
        var (held, all, byRules) = (0, 0, 0)
        for seed in 1...200 as ClosedRange<UInt64> {
            let request = SampleRequest(
                codes: AuditedEdition.codes + ["protection", "migration", "return"], unit: .respondent,
                size: .units(24), seed: seed)
            for row in try corrected(request, source: source, truth: truth) {
                let share = Double(truth[row.code]?.count ?? 0) / Double(row.asked)
                let interval = try #require(row.share.value).interval
                all += 1
                if interval.contains(share) { held += 1 }
                if abs(Double(row.found) / Double(row.asked) - share) < 0.02 { byRules += 1 }
            }
        }
        #expect(all == 1_800)
        #expect(Double(held) / Double(all) >= 0.93, "\(held) of \(all)")
        // The rules alone are near the truth for one code in four: without a correction the shares would be wrong.
        #expect(Double(byRules) / Double(all) < 0.5)
    }

    /// The shares by country, each from its own reviews.
    @Test func auditsByCountryHoldTheTruthOfEachCountry() throws {
        let (source, truth) = try audited()
        let countries = Dictionary(
            uniqueKeysWithValues: source.study.respondents.map { ($0.id, $0.attributes["country"]) })
        var (held, all) = (0, 0)
        for seed in 1...100 as ClosedRange<UInt64> {
            let request = SampleRequest(
                codes: AuditedEdition.codes, unit: .respondent, size: .unitsPerGroup(10), by: ["country"], seed: seed)
            for row in try corrected(request, source: source, truth: truth, by: ["country"]) {
                let having = truth[row.code]?.count { countries[$0] == row.group[0] } ?? 0
                guard let interval = row.share.value?.interval else { continue }
                all += 1
                if interval.contains(Double(having) / Double(row.asked)) { held += 1 }
            }
        }
        #expect(all >= 2_000)
        #expect(Double(held) / Double(all) >= 0.93, "\(held) of \(all)")
    }

    /// One base sample of respondents for all codes, in each country.
    @Test func baseSamplesHoldTheTruthForAllCodesAtOnce() throws {
        let (source, truth) = try audited()
        var (held, all) = (0, 0)
        for seed in 1...200 as ClosedRange<UInt64> {
            let request = SampleRequest(
                codes: AuditedEdition.codes + ["protection", "migration", "return"], unit: .respondent,
                size: .unitsPerGroup(8), by: ["country"], isBase: true, seed: seed)
            for row in try corrected(request, source: source, truth: truth) {
                let interval = try #require(row.share.value).interval
                all += 1
                if interval.contains(Double(truth[row.code]?.count ?? 0) / Double(row.asked)) { held += 1 }
            }
        }
        #expect(all == 1_800)
        #expect(Double(held) / Double(all) >= 0.93, "\(held) of \(all)")
    }

    /// The study as a reviewer finds it, and who has what.
    private func audited() throws -> (source: ReviewSource, truth: [String: Set<String>]) {
        let folder = try TemporaryFolder()
        try AuditedEdition.write(into: folder)
        let results = folder.path("Results")
        try CodingPipeline(
            RunOptions(
                transcripts: folder.path("Transcripts"),
                codebook: folder.path("audited.codebook"), output: results, threads: 2)
        ).run()
        return (try ReviewSource.read(results + "/study.verbatim"), try AuditedEdition.truth())
    }

    /// Draws, judges by the truth, and corrects.
    private func corrected(
        _ request: SampleRequest, source: ReviewSource, truth: [String: Set<String>], by attributes: [String] = []
    ) throws -> [CorrectedRow] {
        var draw = try SampleDrawing(request, source: source, texts: []).draw
        draw.number = 1
        var decisions: [Decision] = []
        for index in draw.units.indices {
            let unit = draw.units[index]
            draw.units[index].row = index + 1
            guard let respondent = unit.subject.respondent else { continue }
            decisions.append(
                Decision(
                    number: index + 1, subject: unit.subject, code: unit.code,
                    outcome: truth[unit.code]?.contains(respondent) == true ? .accepted : .rejected, coder: "anna",
                    row: Decision.Row(sample: 1, number: index + 1)))
        }
        let reviews = ShareReviews(
            samples: [draw], decisions: decisions, hierarchy: CodeResolver(source.study.codebook).hierarchy)
        let units = CorrectedUnits(source.study, rules: source.codingsByRules, reviews: reviews)
        return CorrectedFrequencies(units, by: attributes, target: .t1).rows
    }
}
