import VerbatimAnalysis
import VerbatimModel

extension SampleRequest {
    /// The least size of what the rules find and of what they do not, over all groups.
    private static let fewest = 10

    /// How the units of a frame are divided among its strata, as `StratifiedSample` takes it.
    func size(of frame: SamplingFrame) -> SampleSize {
        switch size {
        case .units(let count): return .neyman(count)
        case .unitsPerGroup(let count): return .neymanInGroups(count)
        case .halfWidth(let width):
            var sizes: [ReviewStratum: Int] = [:]
            func add(_ strata: [SamplingFrame.Stratum], _ planned: [Int]) {
                for (stratum, size) in zip(strata, planned) { sizes[stratum.stratum] = size }
            }
            if unit == .respondent {
                let fewest = attributes.isEmpty ? Self.fewest : SampleSize.fewestInGroup
                add(
                    frame.strata,
                    SharePlan(halfWidth: width, strata: frame.strata.map(\.expected), fewest: fewest).sizes)
            } else {
                let coded = frame.strata.filter { $0.stratum.kind == .coded }
                let others = frame.strata.filter { $0.stratum.kind != .coded }
                let plan = RecallPlan.reaching(
                    halfWidth: width, coded: coded.map(\.expected), uncoded: others.map(\.expected))
                add(coded, plan.coded)
                add(others, plan.uncoded)
            }
            let least = SampleSize.leastSizes(frame.expected, fewest: Self.fewest)
            for (stratum, least) in zip(frame.strata, least) {
                sizes[stratum.stratum] = max(sizes[stratum.stratum] ?? 0, least)
            }
            return .fixed(sizes)
        }
    }
}
