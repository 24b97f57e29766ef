/// The operators of section 4 of the codebook language, on runs in order.
enum RunAlgebra {
    /// The runs of both; the same run in both is one, with the evidence of both.
    static func union(_ left: Runs, _ right: Runs, arena: inout EvidenceArena) -> Runs {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        var result = Runs()
        result.reserveCapacity(left.count + right.count)
        var leftIndex = 0
        var rightIndex = 0
        while leftIndex < left.count || rightIndex < right.count {
            if rightIndex == right.count {
                result.append(left[leftIndex])
                leftIndex += 1
            } else if leftIndex == left.count {
                result.append(right[rightIndex])
                rightIndex += 1
            } else if left[leftIndex].isSameRun(as: right[rightIndex]) {
                let run = left[leftIndex]
                result.append(arena.union(run, right[rightIndex], first: run.first, last: run.last))
                leftIndex += 1
                rightIndex += 1
            } else if Run.precedes(left[leftIndex], right[rightIndex]) {
                result.append(left[leftIndex])
                leftIndex += 1
            } else {
                result.append(right[rightIndex])
                rightIndex += 1
            }
        }
        return result
    }

    /// Puts runs in order and makes one of those that are the same run.
    static func ordered(_ runs: Runs, arena: inout EvidenceArena) -> Runs {
        if runs.count < 2 { return runs }
        let sorted = ContiguousArray(runs.sorted(by: Run.precedes))
        var result = Runs()
        result.reserveCapacity(sorted.count)
        for run in sorted {
            if let last = result.last, last.isSameRun(as: run) {
                result[result.count - 1] = arena.union(last, run, first: run.first, last: run.last)
            } else {
                result.append(run)
            }
        }
        return result
    }

    /// Drops every run that contains another one.
    ///
    /// The runs must be in order and different.
    /// - Complexity: O(runs).
    static func minimal(_ runs: Runs) -> Runs {
        if runs.count < 2 { return runs }
        var kept = Runs()
        var nearestEnd = Int32.max
        for index in stride(from: runs.count - 1, through: 0, by: -1) {
            let run = runs[index]
            // Of those that begin together the shortest stands first, and only that one can stay.
            if index > 0, runs[index - 1].first == run.first { continue }
            if run.last < nearestEnd {
                kept.append(run)
                nearestEnd = run.last
            }
        }
        kept.reverse()
        return kept
    }

    /// The pairs of a run of `left` with one of `right` behind it, at most `distance` positions from end to beginning.
    ///
    /// Gives, for each run of `left`, only the pairs that are shortest: the others contain those.
    /// Pairs stay within the positions that `boundsAt` gives for a position: those of its scope instance.
    static func pairs(
        _ left: Runs, before right: Runs, distance: Int32, arena: inout EvidenceArena,
        boundsAt: (Int32) -> Range<Int32>
    ) -> Runs {
        var result = Runs()
        for run in left {
            // The first of `right` that begins behind the run.
            var index = firstIndex(in: right) { $0.first > run.last }
            guard index < right.count else { continue }
            let reach = min(Int64(run.last) + Int64(distance), Int64(boundsAt(run.last).upperBound) - 1)
            var nearestEnd = Int32.max
            let start = result.count
            while index < right.count, Int64(right[index].first) <= reach, right[index].first <= nearestEnd {
                let other = right[index]
                index += 1
                guard other.last <= nearestEnd else { continue }
                if other.last < nearestEnd {
                    nearestEnd = other.last
                    result.removeSubrange(start...)
                }
                result.append(arena.union(run, other, first: run.first, last: other.last))
            }
        }
        return result
    }

    /// Those of `left` that lie (or do not lie) inside a run of `right`.
    static func contained(_ left: Runs, in right: Runs, negated: Bool) -> Runs {
        let ends = endsSoFar(right)
        return left.filter { run in
            let count = firstIndex(in: right) { $0.first > run.first }
            return (count > 0 && ends[count - 1] >= run.last) != negated
        }
    }

    /// Those of `left` with no run of `right` that overlaps them or lies within `distance` on either side.
    static func apart(
        _ left: Runs, from right: Runs, distance: Int32, boundsAt: (Int32) -> Range<Int32>
    ) -> Runs {
        let ends = endsSoFar(right)
        return left.filter { run in
            let bounds = boundsAt(run.first)
            let low = max(Int64(run.first) - Int64(distance), Int64(bounds.lowerBound))
            let high = min(Int64(run.last) + Int64(distance), Int64(bounds.upperBound) - 1)
            let count = firstIndex(in: right) { Int64($0.first) > high }
            return count == 0 || Int64(ends[count - 1]) < low
        }
    }

    /// Those of `left` with no run of `right` that begins within `distance` behind their end.
    static func notFollowed(
        _ left: Runs, by right: Runs, distance: Int32, boundsAt: (Int32) -> Range<Int32>
    ) -> Runs {
        left.filter { run in
            let high = min(Int64(run.last) + Int64(distance), Int64(boundsAt(run.last).upperBound) - 1)
            let index = firstIndex(in: right) { $0.first > run.last }
            return index == right.count || Int64(right[index].first) > high
        }
    }

    /// Those of `left` with no run of `right` that ends within `distance` ahead of their beginning.
    static func notPreceded(
        _ left: Runs, by right: Runs, distance: Int32, boundsAt: (Int32) -> Range<Int32>
    ) -> Runs {
        let ends = right.map(\.last).sorted()
        return left.filter { run in
            let low = max(Int64(run.first) - Int64(distance), Int64(boundsAt(run.first).lowerBound))
            var index = 0
            var high = ends.count
            while index < high {
                let middle = (index + high) / 2
                if ends[middle] >= run.first { high = middle } else { index = middle + 1 }
            }
            return index == 0 || Int64(ends[index - 1]) < low
        }
    }

    /// For each run the furthest end among it and those ahead of it.
    private static func endsSoFar(_ runs: Runs) -> ContiguousArray<Int32> {
        var ends: ContiguousArray<Int32> = []
        ends.reserveCapacity(runs.count)
        for run in runs { ends.append(max(ends.last ?? run.last, run.last)) }
        return ends
    }

    /// The index of the first run that meets a condition which all behind it meet too.
    @inline(__always)
    private static func firstIndex(in runs: Runs, where meets: (Run) -> Bool) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if meets(runs[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
