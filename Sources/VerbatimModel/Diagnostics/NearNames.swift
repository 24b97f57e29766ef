/// Finds the name that somebody who mistyped one probably meant.
public enum NearNames {
    /// The nearest of `candidates` to `name`, where one is near enough: at most a third of its letters differ.
    ///
    /// Of equally near ones, the first in the order of the alphabet.
    /// - Complexity: O(candidates x length squared); candidates of very different length cost nothing.
    public static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
        let letters = Array(name.lowercased().unicodeScalars)
        guard letters.count <= 64 else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let other = Array(candidate.lowercased().unicodeScalars)
            let limit = max(1, max(letters.count, other.count) / 3)
            guard abs(letters.count - other.count) <= limit, min(letters.count, other.count) > 0 else { continue }
            let distance = distance(letters, other)
            guard distance <= limit, distance < max(letters.count, other.count) else { continue }
            if let best, (best.distance, best.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// The least number of letters to insert, delete, replace, or swap with their neighbour, no run edited twice.
    ///
    /// Source: Damerau, "A technique for computer detection and correction of spelling errors", CACM 1964, in the
    /// restricted form (optimal string alignment).
    /// - Complexity: O(left x right).
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var least = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                let isSwap =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if isSwap { least = min(least, beforePrevious[column - 2] + 1) }
                current.append(least)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
