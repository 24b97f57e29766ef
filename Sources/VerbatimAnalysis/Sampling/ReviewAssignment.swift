/// Who reviews which unit of a sample, and in which order.
///
/// Reviewers get equally many readings, to one; of every stratum too as nearly as can be. A part of the units is read
/// by two reviewers, in changing pairs, so that their agreement can be told. The order of each reviewer's units is
/// shuffled: nothing in it tells what the rules made of a unit.
package struct ReviewAssignment: Hashable, Sendable {
    /// One unit to be read by one reviewer.
    package struct Task: Hashable, Sendable {
        /// The place of the unit in ``StratifiedSample/units``.
        package let unit: Int
        /// Whether another reviewer reads it too.
        package let isDoubleCoded: Bool
    }

    /// The order of a reviewer's units.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        /// Shuffled, for blind review.
        case shuffled
        /// Stratum by stratum, as drawn.
        case byStratum = "by-stratum"
    }

    /// For each reviewer, in the order given, the units to be read, in order.
    package let tasks: [[Task]]
    /// How many units two reviewers read.
    package let doubleCoded: Int

    /// The part of the units that should be read twice, at least.
    package static let usualDoubleShare = 0.1

    /// Deals the units of a sample that earlier draws did not give.
    ///
    /// - Parameters:
    ///   - sample: The sample.
    ///   - reviewers: How many reviewers there are. Without a second one nothing is read twice.
    ///   - doubleShare: The part of each stratum's units that two reviewers read, from 0 to 1; rounded up.
    ///   - order: The order of each reviewer's units.
    ///   - seed: The seed of the deal; by default the sample's.
    package init(
        _ sample: StratifiedSample, reviewers: Int, doubleShare: Double = usualDoubleShare,
        order: Order = .shuffled, seed: UInt64? = nil
    ) {
        self.init(
            sample, reviewers: reviewers, doubleShare: doubleShare, order: order, seed: seed
        ) { !$0.isEarlier }
    }

    /// Deals the units of a sample that are to be read.
    ///
    /// - Parameters:
    ///   - sample: The sample.
    ///   - reviewers: How many reviewers there are. Without a second one nothing is read twice.
    ///   - doubleShare: The part of each stratum's units that two reviewers read, from 0 to 1; rounded up.
    ///   - order: The order of each reviewer's units.
    ///   - seed: The seed of the deal; by default the sample's.
    ///   - isToBeRead: Whether a unit is to be read.
    package init(
        _ sample: StratifiedSample, reviewers: Int, doubleShare: Double, order: Order, seed: UInt64? = nil,
        isToBeRead: (StratifiedSample.Unit) -> Bool
    ) {
        guard reviewers > 0 else {
            tasks = []
            doubleCoded = 0
            return
        }
        var deal = Deal(reviewers: reviewers, random: SplitMix64(seed: (seed ?? sample.seed) ^ 0x5245_5649_4557))
        var tasks = [[Task]](repeating: [], count: reviewers)
        var twice = 0
        let share = reviewers > 1 ? min(max(doubleShare, 0), 1) : 0
        for stratum in sample.strata.indices {
            // The first units of a stratum are as random a part of it as any.
            let units = sample.units.indices.filter {
                sample.units[$0].stratum == stratum && isToBeRead(sample.units[$0])
            }
            let double = Int((share * Double(units.count)).rounded(.up))
            for (rank, unit) in units.enumerated() {
                let isDouble = rank < double
                let first = deal.next(not: nil)
                tasks[first].append(Task(unit: unit, isDoubleCoded: isDouble))
                if isDouble { tasks[deal.next(not: first)].append(Task(unit: unit, isDoubleCoded: true)) }
            }
            twice += double
        }
        var random = deal.random
        if order == .shuffled {
            for reviewer in tasks.indices { random.shuffle(&tasks[reviewer]) }
        }
        self.tasks = tasks
        doubleCoded = twice
    }
}

/// Deals reviewers in rounds: all of them once, shuffled, then all of them again.
private struct Deal {
    private let reviewers: Int
    private var round: [Int] = []
    private(set) var random: SplitMix64

    init(reviewers: Int, random: SplitMix64) {
        self.reviewers = reviewers
        self.random = random
    }

    /// The next reviewer, other than one who has the unit already.
    mutating func next(not other: Int?) -> Int {
        if round.isEmpty {
            round = Array(0..<reviewers)
            random.shuffle(&round)
            // The last of one round and the first of the next may be dealt the same unit.
            if let other, round.count > 1, round.last == other { round.swapAt(0, round.count - 1) }
        }
        return round.popLast() ?? 0
    }
}
