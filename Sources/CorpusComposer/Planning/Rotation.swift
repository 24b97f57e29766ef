/// Hands out the parts of a whole in turn, so that every beginning of the sequence has them in proportion.
///
/// Smooth weighted round-robin, as in nginx: each part gains its weight at every step, the largest goes, and pays the sum
/// of the weights. Integers only.
struct Rotation {
    private let weights: [Int]
    private var credits: [Int]

    init(weights: [Int]) {
        self.weights = weights
        credits = weights.map { _ in 0 }
    }

    /// The index of the next part.
    mutating func next() -> Int {
        for index in weights.indices { credits[index] += weights[index] }
        var best = 0
        for index in credits.indices where credits[index] > credits[best] { best = index }
        credits[best] -= weights.reduce(0, +)
        return best
    }
}
