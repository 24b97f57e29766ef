extension SampleDraw {
    /// What people found in each unit, in the order of ``units``.
    ///
    /// Of each coder the latest decision on the row holds. Where those who judged a unit do not agree, it is not judged
    /// until they do; a code that was changed into another does not apply.
    ///
    /// - Parameter decisions: The decisions of the study, in their order.
    /// - Returns: Whether the code applies; `nil` for a unit that nobody judged, of which nobody was sure, or on which
    ///   two disagree.
    /// - Complexity: O(decisions + units).
    public func judgements(_ decisions: [Decision]) -> [Bool?] { findings(decisions).map(\.judgement) }

    /// The same, told apart by why a unit is not judged.
    ///
    /// - Parameter decisions: The decisions of the study, in their order.
    /// - Returns: A finding for each unit, in the order of ``units``.
    /// - Complexity: O(decisions + units).
    public func findings(_ decisions: [Decision]) -> [ReviewFinding] {
        var latest: [Decision.Row: [String: Decision.Outcome]] = [:]
        for decision in decisions {
            guard let row = decision.row else { continue }
            latest[row, default: [:]][decision.coder] = decision.outcome
        }
        return units.map { unit in
            let row = unit.earlier ?? Decision.Row(sample: number, number: unit.row)
            guard let outcomes = latest[row]?.values else { return .open }
            switch Set(outcomes.filter { $0 != .unsure }.map { $0 == .accepted }) {
            case [true]: return .applies
            case [false]: return .doesNotApply
            case []: return .unsure
            default: return .disputed
            }
        }
    }
}
