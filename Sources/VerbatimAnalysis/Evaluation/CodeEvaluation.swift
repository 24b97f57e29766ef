/// How well proposed codings agree with a known truth, for one code.
package struct CodeEvaluation: Hashable, Sendable {
    /// How many there are in truth.
    package let truth: Int
    /// How many were proposed.
    package let proposed: Int
    /// How many were proposed and are true.
    package let correct: Int

    /// The three counts; `correct` is at most either of the others.
    package init(truth: Int, proposed: Int, correct: Int) {
        self.truth = max(0, truth)
        self.proposed = max(0, proposed)
        self.correct = min(max(0, correct), self.truth, self.proposed)
    }

    /// The counts of two sets of units (respondents with the code, segments): those in truth and those proposed.
    package init<Unit: Hashable>(truth: Set<Unit>, proposed: Set<Unit>) {
        self.init(truth: truth.count, proposed: proposed.count, correct: truth.intersection(proposed).count)
    }

    /// Of what was proposed, the share that is true, with Wilson's 95 % interval; `noUnits` where nothing was proposed.
    package var precision: Estimate<IntervalEstimate> { .share(correct, of: proposed) }

    /// Of what is true, the share that was proposed, with Wilson's 95 % interval; `noUnits` where nothing is true.
    package var recall: Estimate<IntervalEstimate> { .share(correct, of: truth) }

    /// The harmonic mean of precision and recall, 2 correct / (truth + proposed); `noUnits` where both are zero.
    ///
    /// It is 0 where codings were proposed and none is true, or the other way round.
    package var f1: Estimate<Double> { .ratio(2 * correct, truth + proposed, orElse: .noUnits) }
}

extension Estimate where Value == IntervalEstimate {
    /// See ``IntervalEstimate/share(_:of:)``.
    static func share(_ count: Int, of total: Int) -> Self { IntervalEstimate.share(count, of: total) }
}
