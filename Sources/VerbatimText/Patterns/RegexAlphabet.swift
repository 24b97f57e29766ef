/// The scalars as one regular expression sees them: those that it cannot tell apart form one class.
struct RegexAlphabet: Sendable {
    /// The number of classes.
    let count: Int
    /// The first scalar of each interval behind the first, in ascending order.
    private let bounds: [UInt32]
    /// Whether an interval is split by ``ScalarKind``.
    private let usesKinds: Bool
    /// The class of each ASCII scalar.
    private let ascii: [UInt16]
    /// For each set one entry for each class: whether its scalars are members.
    private let members: [Bool]

    /// The alphabet of the sets of a program.
    init(_ sets: [ScalarSet]) {
        var found: Set<UInt32> = []
        for range in sets.lazy.flatMap(\.ranges) {
            if range.lowerBound > 0 { found.insert(range.lowerBound) }
            found.insert(range.upperBound + 1)
        }
        let bounds = found.sorted()
        let usesKinds = sets.contains { $0.kinds != 0 }
        let kinds = usesKinds ? ScalarKind.allCases : [.other]
        var members: [Bool] = []
        for set in sets {
            for first in [0] + bounds {
                for kind in kinds { members.append(set.contains(first, kind: kind)) }
            }
        }
        self.bounds = bounds
        self.usesKinds = usesKinds
        self.members = members
        count = (bounds.count + 1) * kinds.count
        ascii = (0..<0x80).map { UInt16(Self.letterClass(of: $0, bounds: bounds, usesKinds: usesKinds)) }
    }

    /// The class of a scalar.
    /// - Complexity: O(1) in ASCII, else O(log of the number of classes).
    @inline(__always)
    func letterClass(of scalar: UInt32) -> Int {
        scalar < 0x80 ? Int(ascii[Int(scalar)]) : Self.letterClass(of: scalar, bounds: bounds, usesKinds: usesKinds)
    }

    private static func letterClass(of scalar: UInt32, bounds: [UInt32], usesKinds: Bool) -> Int {
        var low = 0
        var high = bounds.count
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= scalar { low = middle + 1 } else { high = middle }
        }
        return usesKinds ? low * ScalarKind.allCases.count + Int(ScalarKind(scalar).rawValue) : low
    }

    /// Whether the scalars of a class are members of a set.
    @inline(__always)
    func isMember(_ letter: Int, of set: Int) -> Bool { members[set * count + letter] }
}
