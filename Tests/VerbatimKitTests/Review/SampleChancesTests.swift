import Testing
import VerbatimAnalysis
import VerbatimExport
import VerbatimModel
import VerbatimTestSupport

@testable import VerbatimKit

/// Every unit of a stratum has the same chance, and what is made of the judgements is right: what intervals stand on.
@Suite struct SampleChancesTests {
    private static let draws = 500

    /// Whether numbers of successes in as many trials are of one chance.
    ///
    /// None may be further from their mean than six standard errors of a binomial number, which two in a thousand
    /// million are.
    private func areAlike(_ counts: [Int]) -> Bool {
        let mean = Double(counts.reduce(0, +)) / Double(max(1, counts.count))
        let chance = mean / Double(Self.draws)
        let error = (Double(Self.draws) * chance * (1 - chance)).squareRoot()
        return counts.allSatisfy { abs(Double($0) - mean) <= 6 * error + 1e-9 }
    }

    /// How often each respondent, and each pair of them, was drawn for `a` over many seeds, by stratum.
    private func counts(
        _ draw: (UInt64) throws -> SampleDraw
    ) throws -> [String: (units: [Int], pairs: [Int])] {
        var units: [String: [String: Int]] = [:]
        var pairs: [String: [String: Int]] = [:]
        for seed in 0..<UInt64(Self.draws) {
            let sample = try draw(seed)
            for (name, stratum) in sample.strata(of: "a") {
                let place = sample.strata.firstIndex { $0.code == "a" && $0.name == name }
                let drawn = Set(
                    sample.units.filter { $0.stratum == place }.compactMap(\.subject.respondent))
                #expect(drawn.count == stratum.drawn)
                for (index, id) in stratum.respondents.enumerated() {
                    units[name, default: [:]][id, default: 0] += drawn.contains(id) ? 1 : 0
                    for other in stratum.respondents.dropFirst(index + 1) {
                        let both = drawn.contains(id) && drawn.contains(other)
                        pairs[name, default: [:]]["\(id) \(other)", default: 0] += both ? 1 : 0
                    }
                }
            }
        }
        return units.reduce(into: [:]) { result, entry in
            result[entry.key] = (Array(entry.value.values), pairs[entry.key].map { Array($0.values) } ?? [])
        }
    }

    @Test(arguments: 0..<4)
    func everyUnitOfAStratumHasTheSameChance(study seed: UInt64) throws {
        let study = DrawnStudy.random(seed, respondents: 16...26)
        for attributes in [[], ["country"]] {
            let counts = try counts { draw in
                var study = study
                return try study.draw(.units(12), ["a"], by: attributes, seed: draw)
            }
            for (name, found) in counts {
                #expect(areAlike(found.units), "\(name)")
                #expect(areAlike(found.pairs), "\(name)")
            }
        }
    }

    /// Five of each country are not one sample of all: the check above would tell.
    @Test func unlikeChancesAreTold() throws {
        let study = DrawnStudy.interviews(40, countries: { $0 < 10 ? "Iraq" : "Tunisia" }) { _, _ in false }
        var counts: [Respondent.ID: Int] = [:]
        for seed in 0..<UInt64(Self.draws) {
            var study = study
            let sample = try study.draw(.unitsPerGroup(5), ["a"], by: ["country"], isBase: true, seed: seed)
            for id in sample.respondents(of: "a") { counts[id, default: 0] += 1 }
        }
        #expect(!areAlike(Array(counts.values)))
        #expect(areAlike((0..<10).map { counts["r\($0)"] ?? 0 }))
    }

    @Test(arguments: 0..<4)
    func soHasEveryUnitOfABaseSampleAndItsTopUpTogether(study seed: UInt64) throws {
        let study = DrawnStudy.random(seed, respondents: 16...26)
        for (base, top) in [([], []), ([], ["country"]), (["country"], ["country"])] as [([String], [String])] {
            let counts = try counts { draw in
                var study = study
                try study.draw(.units(6), by: base, isBase: true, seed: draw)
                return try study.draw(.units(14), ["a"], by: top, seed: draw)
            }
            for (name, found) in counts {
                #expect(areAlike(found.units), "\(name)")
                #expect(areAlike(found.pairs), "\(name)")
            }
        }
    }

    @Test(arguments: 0..<30)
    func sharesOfAFullReadAreTheTruth(seed: UInt64) throws {
        var study = DrawnStudy.random(seed)
        var random = SeededGenerator(seed: seed ^ 0x7275)
        let truth = truth(of: study, &random)
        let groups: [String] = Bool.random(using: &random) ? ["country"] : []
        let base = try study.draw(
            .units(Int.random(in: 1...20, using: &random)), by: Bool.random(using: &random) ? groups : [],
            isBase: true, seed: seed)
        study.judge(base) { truth[$1]?.contains($0) == true }
        for code in ["a", "b"] {
            let top = try study.draw(.units(1_000), [code], by: groups, seed: seed)
            study.judge(top) { truth[$1]?.contains($0) == true }
        }
        for attributes in [[], ["country"]] {
            let rows = study.corrected(by: attributes)
            #expect(rows.count == 2 * (attributes.isEmpty ? 1 : study.study.groups(by: "country").count))
            for row in rows {
                let members = study.study.respondents.filter {
                    attributes.isEmpty || $0.attributes["country"] == row.group[0]
                }
                let share = members.count { truth[row.code]?.contains($0.id) == true }
                let found = try #require(row.share.value)
                #expect(row.read == members.count)
                #expect(abs(found.value - Double(share) / Double(members.count)) < 1e-12)
                #expect(found.interval.width < 1e-12)
            }
        }
    }

    /// Each group is corrected by its own strata: Σ (N_h/N)(y_h/n_h) over these, counted here from the sample.
    @Test(arguments: 0..<20)
    func sharesOfAPartAreThoseOfItsStrata(seed: UInt64) throws {
        var study = DrawnStudy.random(seed, respondents: 60...120)
        var random = SeededGenerator(seed: seed)
        let truth = truth(of: study, &random)
        let base = try study.draw(.units(20), by: seed % 2 == 0 ? ["country"] : [], isBase: true, seed: seed)
        study.judge(base) { truth[$1]?.contains($0) == true }
        let top = try study.draw(.units(45), ["a"], by: ["country"], seed: seed)
        study.judge(top) { truth[$1]?.contains($0) == true }
        for group in study.study.groups(by: "country") {
            var sum = 0.0
            for (name, stratum) in top.strata(of: "a") where name.hasSuffix("/\(group.value ?? "not known")") {
                let place = top.strata.firstIndex { $0.name == name }
                let drawn = top.units.filter { $0.stratum == place }.compactMap(\.subject.respondent)
                #expect(drawn.count >= min(5, stratum.members))
                let positive = drawn.count { truth["a"]?.contains($0) == true }
                sum += Double(stratum.members) * Double(positive) / Double(drawn.count)
            }
            let row = study.corrected(by: ["country"]).first { $0.code == "a" && $0.group == [group.value] }
            let share = try #require(row?.share.value)
            #expect(abs(share.value - sum / Double(group.members.count)) < 1e-12)
        }
    }

    /// Whom a person would code: most of those whom the rules find, and some others.
    private func truth(
        of study: DrawnStudy, _ random: inout SeededGenerator
    ) -> [Code.ID: Set<Respondent.ID>] {
        var truth: [Code.ID: Set<Respondent.ID>] = [:]
        for code in ["a", "b"] {
            let found = Set(study.study.codings.filter { $0.code == code }.compactMap(\.respondent))
            for respondent in study.study.respondents
            where Double.random(in: 0..<1, using: &random) < (found.contains(respondent.id) ? 0.8 : 0.2) {
                truth[code, default: []].insert(respondent.id)
            }
        }
        return truth
    }
}
