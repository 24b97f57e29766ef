/// Finds what somebody probably meant by a name that does not exist.
enum NearName {
    /// The candidate with the fewest edits from `name`, if that is at most a third of its length.
    static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(name.lowercased().unicodeScalars)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let others = Array(candidate.lowercased().unicodeScalars)
            guard abs(others.count - letters.count) <= 8 else { continue }
            let distance = self.distance(letters, others)
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, letters.count / 3) else { return nil }
        return best.name
    }

    /// Levenshtein's distance: the number of scalars to insert, delete or replace.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (i, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
