/// The strata that a sample is evaluated in: those it was drawn from, each divided by whether the rules find the code
/// now.
///
/// A sample keeps its worth when the rules are changed after it was drawn, since the chance to be drawn came from the
/// old strata. A division that leaves fewer than a few judgements on one side is undone: the two sides of the old
/// stratum are taken together again, which keeps the estimate unbiased. Old strata are never joined with each other,
/// since their units did not have the same chance. Source: D. Holt and T. M. F. Smith, "Post stratification", Journal
/// of the Royal Statistical Society A 142 (1979).
package struct PostStrata: Hashable, Sendable {
    /// One stratum of the evaluation.
    package struct Cell: Hashable, Sendable {
        /// The number of the stratum that the sample was drawn from.
        package let stratum: Int
        /// Whether the rules find the code in its units now; `nil` where both sides were joined.
        package let isCoded: Bool?
        /// Its units, the judged and the true ones.
        package let counts: ReviewedStratum
    }

    /// The strata, ordered by the old one's number, the uncoded side before the coded one.
    package let cells: [Cell]
    /// For each unit the place of its stratum in ``cells``.
    package let cellOfUnit: [Int]
    /// How many old strata were divided in vain.
    package let joined: Int

    /// The fewest judgements that a side of a divided stratum must have.
    package static let fewestJudgements = 5

    /// The strata of a study's units.
    ///
    /// - Parameters:
    ///   - units: All units of the study, judged or not.
    ///   - fewest: The fewest judgements on a side of a divided stratum that is not read whole; 0 never joins.
    /// - Complexity: O(units), and sorting the strata.
    package init(_ units: [ReviewedUnit], fewest: Int = PostStrata.fewestJudgements) {
        var sides: [Int: [Bool: Tally]] = [:]
        for unit in units { sides[unit.stratum, default: [:]][unit.isCoded, default: Tally()].add(unit.judgement) }
        var cells: [Cell] = []
        var places: [Int: [Bool: Int]] = [:]
        var joined = 0
        for (stratum, sides) in sides.sorted(by: { $0.key < $1.key }) {
            let isDivided = sides.count == 2
            if isDivided && sides.values.contains(where: { $0.reviewed < fewest && $0.reviewed < $0.members }) {
                joined += 1
                places[stratum] = [false: cells.count, true: cells.count]
                let whole = sides.values.reduce(into: Tally()) { $0.add($1) }
                cells.append(Cell(stratum: stratum, isCoded: nil, counts: whole.counts))
            } else {
                for (isCoded, side) in sides.sorted(by: { !$0.key && $1.key }) {
                    places[stratum, default: [:]][isCoded] = cells.count
                    cells.append(Cell(stratum: stratum, isCoded: isCoded, counts: side.counts))
                }
            }
        }
        self.cells = cells
        self.joined = joined
        cellOfUnit = units.map { places[$0.stratum]?[$0.isCoded] ?? 0 }
    }

    /// The counts of all strata, for ``CorrectedShare``.
    package var strata: [ReviewedStratum] { cells.map(\.counts) }

    /// The corrected share among these units.
    package var correctedShare: CorrectedShare { CorrectedShare(strata) }
}

extension CodeAudit {
    /// The audit of a code from the units of a study, with draws from strata of rules that may have changed since.
    ///
    /// Every stratum that the sample was drawn from is divided by what the rules find now, however few judgements a
    /// side has: precision and recall need the sides apart.
    package init(_ units: [ReviewedUnit]) {
        let cells = PostStrata(units, fewest: 0).cells
        self.init(
            coded: cells.filter { $0.isCoded == true }.map(\.counts),
            uncoded: cells.filter { $0.isCoded == false }.map(\.counts))
    }
}

/// The counts of a stratum while they are being made.
private struct Tally {
    var members = 0
    var reviewed = 0
    var positive = 0

    var counts: ReviewedStratum { ReviewedStratum(members: members, reviewed: reviewed, positive: positive) }

    mutating func add(_ judgement: Bool?) {
        members += 1
        guard let judgement else { return }
        reviewed += 1
        if judgement { positive += 1 }
    }

    mutating func add(_ other: Tally) {
        members += other.members
        reviewed += other.reviewed
        positive += other.positive
    }
}
