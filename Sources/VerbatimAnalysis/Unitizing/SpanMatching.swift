import VerbatimModel

/// How many proposed segments are those of the truth: one to one, the same code, and enough of the same words.
package struct SpanMatching: Hashable, Sendable {
    /// How much two segments must share to be the same.
    package enum Criterion: Hashable, Sendable {
        /// They begin and end at the same place.
        case exact
        /// What they share is at least this part, above 0 and up to 1, of what they cover together.
        case overlap(Double)
    }

    /// For each true segment, in the order given, the proposed one that it is matched with.
    package let partners: [Int?]
    /// The counts, with precision, recall and F1.
    package let counts: CodeEvaluation

    /// The largest possible number of matches: no segment is matched twice.
    ///
    /// By augmenting paths, so that no greedy choice costs a match. Source: H. W. Kuhn, Naval Research Logistics Quarterly
    /// 2 (1955).
    ///
    /// - Complexity: O(matches x overlapping pairs).
    package init(truth: [LabelledSpan], proposed: [LabelledSpan], criterion: Criterion) {
        let neighbours = Self.neighbours(truth, proposed, criterion)
        var partners = [Int?](repeating: nil, count: truth.count)
        var owners = [Int?](repeating: nil, count: proposed.count)
        for start in truth.indices where !neighbours[start].isEmpty {
            Self.augment(from: start, neighbours, &partners, &owners)
        }
        self.partners = partners
        counts = CodeEvaluation(
            truth: truth.count, proposed: proposed.count, correct: partners.count { $0 != nil })
    }

    /// Looks breadth first for a proposed segment that is free, and hands on the matches on the way to it.
    private static func augment(
        from start: Int, _ neighbours: [[Int]], _ partners: inout [Int?], _ owners: inout [Int?]
    ) {
        var pending = [start]
        var reachedFrom: [Int: Int] = [:]
        var next = 0
        while next < pending.count {
            let truth = pending[next]
            next += 1
            for proposed in neighbours[truth] where reachedFrom[proposed] == nil {
                reachedFrom[proposed] = truth
                if let owner = owners[proposed] {
                    pending.append(owner)
                    continue
                }
                var free: Int? = proposed
                while let place = free, let taker = reachedFrom[place] {
                    free = partners[taker]
                    partners[taker] = place
                    owners[place] = taker
                }
                return
            }
        }
    }

    /// For each true segment the proposed ones that it could be matched with.
    private static func neighbours(
        _ truth: [LabelledSpan], _ proposed: [LabelledSpan], _ criterion: Criterion
    ) -> [[Int]] {
        let order = proposed.indices.sorted { proposed[$0].span < proposed[$1].span }
        let widest = proposed.map(\.span.width).max() ?? 0
        return truth.map { unit in
            // None that begins earlier than this can reach the unit.
            let earliest = unit.span.start - widest
            var place = order.partitioningIndex { proposed[$0].span.start >= earliest }
            var found: [Int] = []
            while place < order.count, proposed[order[place]].span.start <= max(unit.span.start, unit.span.end - 1) {
                let other = proposed[order[place]]
                if other.label == unit.label, isMet(criterion, unit.span, other.span) { found.append(order[place]) }
                place += 1
            }
            return found
        }
    }

    private static func isMet(_ criterion: Criterion, _ left: TextSpan, _ right: TextSpan) -> Bool {
        switch criterion {
        case .exact: return left == right
        case .overlap(let least):
            let shared = left.shared(with: right)
            return shared > 0 && Double(shared) >= least * Double(left.width + right.width - shared)
        }
    }
}

extension Array {
    /// The first place from which on `isBehind` holds, in an array where it holds for no element before it.
    fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
