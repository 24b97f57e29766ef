import VerbatimAnalysis
import VerbatimModel

/// What is drawn for one code, or for a base sample of several.
struct CodeDraw {
    /// The strata, code by code.
    private(set) var strata: [SampleDraw.Stratum] = []
    /// What each code's units were drawn from, in the same order.
    private(set) var frames: [SamplingFrame] = []
    /// The units, without rows; their strata are counted from the first of ``strata``.
    private(set) var units: [SampledUnit] = []

    /// Draws for one code.
    ///
    /// - Parameters:
    ///   - frame: what is drawn from.
    ///   - earlier: what was drawn before.
    ///   - guesses: the shares that are expected.
    ///   - request: what to draw.
    init(
        _ frame: ReviewFrame, earlier: EarlierDraws, guesses: [ReviewStratum: Double], _ request: SampleRequest
    ) {
        let all = SamplingFrame(frame.identifiers, drawn: Array(earlier.units.keys), guesses: guesses)
        // Each code has a stream of its own, so that its draw does not depend on the others'.
        let sample = StratifiedSample(
            all, size: request.size(of: all), seed: request.seed ^ Self.hash(frame.code))
        let reviewers = Self.reviewers(sample, request) { !$0.isEarlier }
        addStrata(of: sample, from: all, frame)
        for (place, unit) in sample.units.enumerated() {
            add(unit, first: 0, frame, earlier, reviewers: reviewers[place] ?? [])
        }
    }

    /// Draws respondents once for all codes of a base sample.
    ///
    /// Whoever is drawn, is judged on all codes by the same reviewers; the units of one respondent stand together, in
    /// the order of the codes. Where some codes had a base sample before, its respondents are the first of this one.
    ///
    /// - Parameters:
    ///   - base: for each code what is drawn from, the same respondents for all, and what was drawn before.
    ///   - request: what to draw.
    init(base: [(frame: ReviewFrame, earlier: EarlierDraws)], _ request: SampleRequest) {
        guard let first = base.first?.frame else { return }
        let drawn = Set(base.flatMap(\.earlier.units.keys))
        let all = SamplingFrame(first.identifiers, drawn: Array(drawn))
        let sample = StratifiedSample(all, size: request.size(of: all), seed: request.seed)
        let reviewers = Self.reviewers(sample, request) { unit in
            base.contains { $0.earlier.units[unit.id] == nil }
        }
        for (frame, _) in base { addStrata(of: sample, from: all, frame) }
        for (place, unit) in sample.units.enumerated() {
            for (number, (frame, earlier)) in base.enumerated() {
                add(
                    unit, first: number * sample.strata.count, frame, earlier, reviewers: reviewers[place] ?? [])
            }
        }
    }

    private mutating func addStrata(of sample: StratifiedSample, from all: SamplingFrame, _ frame: ReviewFrame) {
        frames.append(all)
        for (stratum, members) in zip(sample.strata, all.strata) {
            strata.append(
                SampleDraw.Stratum(
                    code: frame.code, name: stratum.stratum.name, members: stratum.members, drawn: stratum.drawn,
                    respondents: frame.unit == .respondent ? members.units : []))
        }
    }

    private mutating func add(
        _ unit: StratifiedSample.Unit, first: Int, _ frame: ReviewFrame, _ earlier: EarlierDraws, reviewers: [Int]
    ) {
        guard let found = frame.units[unit.id] else { return }
        let row = earlier.units[unit.id]
        units.append(
            SampledUnit(
                row: 0, stratum: first + unit.stratum, subject: found.subject, code: frame.code,
                isCoded: found.isCoded, earlier: row, reviewers: row == nil ? reviewers : []))
    }

    /// Who reads which unit of a sample, by its place.
    private static func reviewers(
        _ sample: StratifiedSample, _ request: SampleRequest, isToBeRead: (StratifiedSample.Unit) -> Bool
    ) -> [Int: [Int]] {
        let assignment = ReviewAssignment(
            sample, reviewers: request.reviewers.count, doubleShare: request.doubleShare, order: .shuffled,
            isToBeRead: isToBeRead)
        var reviewers: [Int: [Int]] = [:]
        for (reviewer, tasks) in assignment.tasks.enumerated() {
            for task in tasks { reviewers[task.unit, default: []].append(reviewer) }
        }
        return reviewers
    }

    /// FNV-1a (Fowler, Noll and Vo) of a code's id.
    private static func hash(_ code: Code.ID) -> UInt64 {
        code.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
