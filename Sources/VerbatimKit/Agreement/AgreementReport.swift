import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// How far coders agree, pair by pair and all together, on each code and on all.
struct AgreementReport {
    let works: [CoderWork]
    let units: AgreementUnits
    let frame: CodeFrame
    /// The codes that are looked at.
    let nodes: [Int]
    let bootstrap: ClusteredAlpha.Bootstrap
    /// For each coder and code the values of the units.
    private let values: [[[Bool?]]]
    private let clusters: [Int]
    /// For each transcript the number of its stratum; empty for one stratum.
    private let strata: [Int]

    /// The agreement of coders on units; `strata` gives each transcript its stratum, within which transcripts are drawn.
    ///
    /// - Complexity: O(coders x codes x (units + codings)).
    init(
        _ works: [CoderWork], units: AgreementUnits, frame: CodeFrame, nodes: [Int], strata: [Int] = [],
        bootstrap: ClusteredAlpha.Bootstrap
    ) {
        self.works = works
        self.units = units
        self.frame = frame
        self.nodes = nodes
        self.bootstrap = bootstrap
        values = works.map { work in
            nodes.map { units.values(of: work, node: $0, lineage: frame.lineage) }
        }
        clusters = units.units.map(\.transcript)
        self.strata = strata
    }

    /// The pairs of coders, the first before the second.
    var pairs: [(Int, Int)] {
        works.indices.flatMap { first in works.indices.dropFirst(first + 1).map { (first, $0) } }
    }

    /// A row for each pair and code, then one for the pair; and where there are more than two coders, the same for all.
    func rows() -> [AgreementRow] {
        var rows: [AgreementRow] = []
        for (first, second) in pairs {
            rows += nodes.indices.map { row($0, first, second) }
            if nodes.count > 1 { rows.append(pooled([first, second])) }
        }
        if works.count > 2 {
            rows += nodes.indices.map(rowOfAll)
            if nodes.count > 1 { rows.append(pooled(Array(works.indices))) }
        }
        return rows
    }

    private func row(_ node: Int, _ first: Int, _ second: Int) -> AgreementRow {
        let found = CodeAgreement(
            first: values[first][node], second: values[second][node], clusters: clusters, strata: strata,
            bootstrap: bootstrap)
        return AgreementRow(
            code: frame.ids[nodes[node]], first: works[first].name, second: works[second].name,
            units: found.counts.units, percent: found.percent, kappa: found.kappa.map(\.value), alpha: found.alpha,
            alphaInterval: found.alphaInterval.map(\.interval), ac1: found.ac1.map(\.value), pabak: found.pabak,
            positive: found.positive, negative: found.negative)
    }

    private func rowOfAll(_ node: Int) -> AgreementRow {
        let values = values.map { $0[node].map { $0.map { $0 ? 1 : 0 } } }
        let counts = UnitCounts(values: values, categories: 2)
        // What one coder alone has seen says nothing of agreement, and would decide the agreement expected by chance.
        let pairable = clusters.indices.filter { unit in values.count { $0[unit] != nil } >= 2 }
        let paired = UnitCounts(values: values.map { row in pairable.map { row[$0] } }, categories: 2)
        let alpha = ClusteredAlpha(counts, clusters: clusters, strata: strata)
        return AgreementRow(
            code: frame.ids[nodes[node]], first: AgreementRow.allCoders, second: AgreementRow.allCoders,
            units: counts.pairableUnits, percent: counts.percentAgreement(), kappa: paired.fleissKappa(),
            alpha: alpha.alpha, alphaInterval: alpha.bootstrap(bootstrap).map(\.interval),
            ac1: counts.gwetAC1().map(\.value), pabak: counts.brennanPrediger())
    }

    /// All codes together: the mean agreement and the pooled kappa of the codes, and alpha of the sets of codes of the
    /// units that a coder saw for every code.
    private func pooled(_ coders: [Int]) -> AgreementRow {
        let isPair = coders.count == 2
        let tables = nodes.indices.map { node in
            isPair
                ? PresencePair(values[coders[0]][node], values[coders[1]][node])
                : PresencePair(both: 0, onlyFirst: 0, onlySecond: 0, neither: 0)
        }
        let counts = nodes.indices.map { node in
            UnitCounts(
                values: coders.map { values[$0][node].map { $0.map { $0 ? 1 : 0 } } }, categories: 2)
        }
        let percent = Estimate.mean(counts.map { $0.percentAgreement() })
        let sum = PresencePair(
            both: tables.reduce(0) { $0 + $1.both }, onlyFirst: tables.reduce(0) { $0 + $1.onlyFirst },
            onlySecond: tables.reduce(0) { $0 + $1.onlySecond }, neither: tables.reduce(0) { $0 + $1.neither })
        return AgreementRow(
            code: AgreementRow.pooled, first: isPair ? works[coders[0]].name : AgreementRow.allCoders,
            second: isPair ? works[coders[1]].name : AgreementRow.allCoders,
            units: counts.map(\.pairableUnits).max() ?? 0, percent: percent,
            kappa: isPair ? PairTable.pooledKappa(tables.map(\.table)) : pooledFleissKappa(counts),
            alpha: SetAgreement.alpha(coders.map(sets), distance: .jaccard), pabak: percent.map { 2 * $0 - 1 },
            positive: isPair ? sum.positiveAgreement : nil, negative: isPair ? sum.negativeAgreement : nil)
    }

    /// De Vries's pooling with Fleiss's agreement by chance, Σ πₖ².
    private func pooledFleissKappa(_ counts: [UnitCounts]) -> Estimate<Double> {
        let used = counts.filter { $0.obstacle == nil }
        let observed = Estimate.mean(used.map { $0.percentAgreement() })
        let expected = Estimate.mean(
            used.map { Estimate<Double>.value($0.prevalences.reduce(0) { $0 + $1 * $1 }) })
        guard let observed = observed.value, let expected = expected.value else { return .undefined(.noUnits) }
        return .ratio(observed - expected, 1 - expected, orElse: .noVariation)
    }

    /// For each unit the codes that a coder found; `nil` where the coder did not see it for all of them.
    private func sets(of coder: Int) -> [Set<Int>?] {
        units.units.indices.map { unit in
            var set: Set<Int> = []
            for node in nodes.indices {
                guard let value = values[coder][node][unit] else { return nil }
                if value { set.insert(node) }
            }
            return set
        }
    }

    /// The units in which a pair of coders does not agree, by unit and code.
    func disagreements(transcripts: [Transcript.ID], quote: (Int, TextSpan) -> String?) -> [Disagreement] {
        var found: [Disagreement] = []
        for (number, unit) in units.units.enumerated() {
            for (place, node) in nodes.enumerated() {
                for (first, second) in pairs {
                    guard let left = values[first][place][number], let right = values[second][place][number],
                        left != right
                    else { continue }
                    found.append(
                        Disagreement(
                            transcript: unit.span == nil ? nil : transcripts[unit.transcript], turn: unit.turn,
                            span: unit.span, respondent: unit.respondent, code: frame.ids[node],
                            found: works[left ? first : second].name, missed: works[left ? second : first].name,
                            quote: unit.span.flatMap { quote(unit.transcript, $0) }))
                }
            }
        }
        return found
    }
}
