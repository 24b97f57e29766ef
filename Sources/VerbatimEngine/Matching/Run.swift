/// A hit while an expression is worked out: a run of tokens and which of them are evidence.
///
/// Positions count the tokens of a ``ScopeView``, or all tokens of the transcript.
struct Run {
    /// The positions of the first and the last token.
    var first: Int32
    var last: Int32
    /// Where the evidence begins in the arena, and how many tokens it is; a count of 0 means all tokens of the run.
    var evidence: Int32 = 0
    var evidenceCount: Int32 = 0

    /// Orders by first, then last token.
    @inline(__always)
    static func precedes(_ left: Run, _ right: Run) -> Bool {
        left.first != right.first ? left.first < right.first : left.last < right.last
    }

    /// Whether both have the same first and last token.
    @inline(__always)
    func isSameRun(as other: Run) -> Bool { first == other.first && last == other.last }
}

/// Runs in order, no two of which are the same run.
typealias Runs = ContiguousArray<Run>

/// Where the evidence of runs is kept until the transcript is done.
struct EvidenceArena {
    private(set) var positions: ContiguousArray<Int32> = []

    mutating func removeAll() { positions.removeAll(keepingCapacity: true) }

    /// A run with the given evidence, which must be in order and without repetition.
    mutating func run(first: Int32, last: Int32, evidence: some Collection<Int32>) -> Run {
        let count = Int32(evidence.count)
        if count == last - first + 1 { return Run(first: first, last: last) }
        let start = Int32(positions.count)
        positions.append(contentsOf: evidence)
        return Run(first: first, last: last, evidence: start, evidenceCount: count)
    }

    /// The number of evidence tokens.
    func count(of run: Run) -> Int {
        run.evidenceCount == 0 ? Int(run.last - run.first + 1) : Int(run.evidenceCount)
    }

    /// The evidence token with the given index.
    @inline(__always)
    func position(_ index: Int, of run: Run) -> Int32 {
        run.evidenceCount == 0 ? run.first + Int32(index) : positions[Int(run.evidence) + index]
    }

    /// The evidence tokens, in order.
    func evidence(of run: Run) -> [Int32] {
        (0..<count(of: run)).map { position($0, of: run) }
    }

    /// The run from `first` to `last` with the evidence of both.
    mutating func union(_ left: Run, _ right: Run, first: Int32, last: Int32) -> Run {
        if left.evidenceCount == 0, right.evidenceCount == 0 {
            // Two stretches that together fill the run.
            let (lower, upper) = left.first <= right.first ? (left, right) : (right, left)
            if lower.first == first, upper.first <= lower.last + 1, max(lower.last, upper.last) == last {
                return Run(first: first, last: last)
            }
        }
        let start = positions.count
        let leftCount = count(of: left)
        let rightCount = count(of: right)
        var leftIndex = 0
        var rightIndex = 0
        while leftIndex < leftCount || rightIndex < rightCount {
            let next: Int32
            if leftIndex == leftCount {
                next = position(rightIndex, of: right)
                rightIndex += 1
            } else if rightIndex == rightCount {
                next = position(leftIndex, of: left)
                leftIndex += 1
            } else {
                let one = position(leftIndex, of: left)
                let other = position(rightIndex, of: right)
                next = min(one, other)
                if one == next { leftIndex += 1 }
                if other == next { rightIndex += 1 }
            }
            positions.append(next)
        }
        let count = positions.count - start
        if count == Int(last - first) + 1 {
            positions.removeSubrange(start...)
            return Run(first: first, last: last)
        }
        return Run(first: first, last: last, evidence: Int32(start), evidenceCount: Int32(count))
    }
}
