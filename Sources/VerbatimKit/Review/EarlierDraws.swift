import VerbatimAnalysis
import VerbatimModel

/// What earlier samples of a code are worth to a new one of it.
///
/// Units of an earlier sample count in a new one, and are not given out again, if **every stratum of the new sample lies
/// within one stratum of the earlier one**: then, given how many there are, they are a simple random sample of each new
/// stratum, and with those that are drawn from the rest they still are. It does not matter who was judged how, nor how
/// much of the earlier stratum the new one is. So
///
/// | Earlier | New | Its units |
/// |---|---|---|
/// | base of all | by what the rules find, with groups or without; a larger base, with groups or without | count |
/// | base in groups | in the same groups, or finer ones | count |
/// | base in groups | without these groups | would not: groups were drawn with different chances; so it is refused |
/// | by what the rules find | the same, with more groups or the same | count |
/// | by what the rules find | after a change of the rules that moves somebody | do not: but those of the base before it do |
/// | by what the rules find | base | would not; so it is refused where anybody was judged |
/// | any | when respondents have come since | do not: these had no chance |
///
/// A base sample does not look at the rules, so it outlives any change of them. What was drawn for another code never
/// counts: it had other chances. Source: D. Holt and T. M. F. Smith, "Post stratification", Journal of the Royal
/// Statistical Society A 142 (1979): given the numbers, a simple random sample is one in each class of its units.
struct EarlierDraws {
    /// Why a sample cannot be drawn as it was asked for.
    enum Refusal {
        /// An earlier sample that was judged is in groups, and the new one is not: the groups.
        case groupsNeeded(sample: Int, groups: [String])
        /// A base sample is asked for after people judged a sample by what the rules find.
        case judgedAlready(sample: Int)
    }

    /// The units that count as drawn already, with the row that drew each first.
    private(set) var units: [String: Decision.Row] = [:]
    /// What people found in them.
    private(set) var judgements: [String: Bool] = [:]
    /// How many units were judged in earlier samples and do not count.
    private(set) var uncounted = 0
    /// Why nothing can be drawn.
    private(set) var refusal: Refusal?

    /// The worth of earlier samples.
    ///
    /// - Parameters:
    ///   - samples: All samples of the study, the first first.
    ///   - frame: What the new sample is drawn from.
    /// - Complexity: O(units of the samples + units of the frame x samples).
    init(_ samples: EarlierSamples, for frame: ReviewFrame) {
        let own = samples.ofCode(frame.code, unit: frame.unit)
        for sample in own.reversed() {
            if sample.holds(frame) {
                for unit in sample.units where frame.units[unit.id] != nil {
                    units[unit.id] = unit.row
                    judgements[unit.id] = unit.judgement
                }
                break
            }
            refusal = refusal ?? sample.refusal(of: frame)
        }
        // Who is not in the frame is not whom the share is of; but segments are not there when rules cut them otherwise.
        var judged: Set<String> = []
        for unit in own.lazy.flatMap(\.units) where unit.judgement != nil && judgements[unit.id] == nil {
            if frame.unit == .segment || frame.units[unit.id] != nil { judged.insert(unit.id) }
        }
        uncounted = judged.count
    }

    /// The shares that were found in what counts, for the sizes of the new sample.
    func shares(in frame: ReviewFrame) -> [ReviewStratum: Double] {
        SamplingFrame.guesses(
            from: judgements.lazy.compactMap { id, judgement in
                frame.units[id].map { (stratum: $0.stratum, isTrue: judgement) }
            })
    }
}

/// The samples of a study, with what people found in them.
struct EarlierSamples {
    private let samples: [(draw: SampleDraw, judgements: [Bool?])]
    private let codebook: Codebook

    /// The samples of a study.
    /// - Complexity: O(samples x decisions + units).
    init(_ source: ReviewSource) {
        samples = source.samples.map { ($0, $0.judgements(source.decisions)) }
        codebook = source.study.codebook
    }

    /// The samples that were drawn for a code, the first first, as it sees them.
    fileprivate func ofCode(_ code: Code.ID, unit: SampleDraw.Unit) -> [EarlierSample] {
        let index = codebook.index(of: code)
        return samples.compactMap { sample in
            guard sample.draw.unit == unit else { return nil }
            let strata = sample.draw.strata.indices.filter {
                index != nil && codebook.index(of: sample.draw.strata[$0].code) == index
            }
            return strata.isEmpty
                ? nil : EarlierSample(sample.draw, judgements: sample.judgements, strata: strata, code: code)
        }
    }
}

/// An earlier sample as far as it is about one code.
private struct EarlierSample {
    struct Unit {
        var id: String
        var row: Decision.Row
        var judgement: Bool?
        /// Whether an earlier sample drew it.
        var isEarlier: Bool
        var stratum: ReviewStratum?
    }

    let units: [Unit]
    private let number: Int
    private let unit: SampleDraw.Unit
    private let strata: [SampleDraw.Stratum]
    /// What the names of the strata say; `nil` for names of another program version.
    private let names: [ReviewStratum?]

    init(_ draw: SampleDraw, judgements: [Bool?], strata: [Int], code: Code.ID) {
        number = draw.number
        unit = draw.unit
        self.strata = strata.map { draw.strata[$0] }
        names = self.strata.map { ReviewStratum(name: $0.name) }
        let places = Dictionary(zip(strata, names), uniquingKeysWith: { first, _ in first })
        units = zip(draw.units, judgements).compactMap { unit, judgement in
            guard let stratum = places[unit.stratum] else { return nil }
            return Unit(
                id: ReviewFrame.id(of: unit.subject, code: code),
                row: unit.earlier ?? Decision.Row(sample: draw.number, number: unit.row), judgement: judgement,
                isEarlier: unit.earlier != nil, stratum: stratum)
        }
    }

    /// Whether every stratum of a frame lies within one stratum of this sample.
    func holds(_ frame: ReviewFrame) -> Bool { holds(frame, crossed: false) }

    /// Why the frame cannot be drawn from without losing what people judged in this sample.
    func refusal(of frame: ReviewFrame) -> EarlierDraws.Refusal? {
        guard units.contains(where: { $0.judgement != nil && !$0.isEarlier && frame.units[$0.id] != nil }) else {
            return nil
        }
        if frame.isBase, names.contains(where: { $0?.kind != .all }) { return .judgedAlready(sample: number) }
        let groups = names.compactMap { $0?.group }.filter { !$0.isEmpty }
        guard !groups.isEmpty, !frame.hasGroups, holds(frame, crossed: true) else { return nil }
        return .groupsNeeded(sample: number, groups: Set(groups).sorted())
    }

    /// Whether it holds the frame, or would if strata of the frame were divided by the groups of this sample first.
    private func holds(_ frame: ReviewFrame, crossed: Bool) -> Bool {
        unit == .respondent
            ? holdsRespondents(frame, crossed: crossed) : holdsSegments(frame, crossed: crossed)
    }

    /// The respondents of each stratum are known, whether drawn or not.
    private func holdsRespondents(_ frame: ReviewFrame, crossed: Bool) -> Bool {
        var places: [Respondent.ID: Int] = [:]
        for (place, stratum) in strata.enumerated() {
            for respondent in stratum.respondents { places[respondent] = place }
        }
        struct Cell: Hashable {
            var stratum: ReviewStratum
            var group: String?
        }
        var found: [Cell: Int] = [:]
        for (id, unit) in frame.units {
            guard let place = places[id] else { return false }
            let cell = Cell(stratum: unit.stratum, group: crossed ? names[place]?.group : nil)
            if let other = found[cell], other != place { return false }
            found[cell] = place
        }
        return true
    }

    /// Of segments only the sizes of strata are known, and the strata of those that were drawn: these must be the same,
    /// with the frame's groups or, for a sample without groups, without them.
    private func holdsSegments(_ frame: ReviewFrame, crossed: Bool) -> Bool {
        let known = strata.indices.map { place in
            (crossed ? names[place].map { ReviewStratum($0.kind) } : names[place], strata[place].members)
        }
        guard known.allSatisfy({ $0.0 != nil }) else { return false }
        let sizes = Dictionary(known.compactMap { stratum, size in stratum.map { ($0, size) } }, uniquingKeysWith: +)
        let hasGroups = !crossed && names.contains { $0?.group.isEmpty == false }
        func stratum(_ own: ReviewStratum) -> ReviewStratum { hasGroups ? own : ReviewStratum(own.kind) }
        var counted: [ReviewStratum: Int] = [:]
        for unit in frame.units.values { counted[stratum(unit.stratum), default: 0] += 1 }
        guard counted == sizes else { return false }
        return units.allSatisfy { unit in
            guard let own = unit.stratum, let now = frame.units[unit.id]?.stratum else { return false }
            return stratum(now) == (crossed ? ReviewStratum(own.kind) : own)
        }
    }
}
