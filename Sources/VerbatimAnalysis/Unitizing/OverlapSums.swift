import VerbatimModel

/// The sums over overlapping pieces of two coders that the alphas for unitizing are made from.
///
/// Values are numbered with the gap as 0 and the codes from 1.
struct OverlapSums {
    /// l(ck): the text to which one coder gave c and another k, over coders less one.
    private(set) var observed: [[Double]]
    /// For each value, the sum of squared lengths of its units; of gaps the sum of their lengths.
    private(set) var selfPairs: [Double]
    /// For each code, the squared lengths of what its units share with any unit of another coder, over coders less one.
    private(set) var valuedSelfPairs: [Double]

    /// l(c.): the row sums.
    var margins: [Double] { observed.map { $0.reduce(0, +) } }
    /// l(..): coders times length.
    var total: Double { margins.reduce(0, +) }
    /// For each code, the text that it shares with units of other coders.
    var valuedMargins: [Double] { observed.dropFirst().map { $0.dropFirst().reduce(0, +) } }
    /// The sum of ``valuedMargins``.
    var valuedTotal: Double { valuedMargins.reduce(0, +) }

    /// The sums of all pairs of coders.
    init(_ continuum: UnitizedContinuum) {
        let values = continuum.labels + 1
        observed = Array(repeating: Array(repeating: 0, count: values), count: values)
        selfPairs = Array(repeating: 0, count: values)
        valuedSelfPairs = Array(repeating: 0, count: continuum.labels)
        let others = Double(max(1, continuum.coders.count - 1))
        for (coder, pieces) in continuum.coders.enumerated() {
            for piece in pieces {
                let width = Double(piece.span.width)
                if let label = piece.label { selfPairs[label + 1] += width * width } else { selfPairs[0] += width }
            }
            for (other, opposite) in continuum.coders.enumerated() where other != coder {
                add(pieces, against: opposite, others: others)
            }
        }
    }

    /// Walks along both coders' pieces at once: each covers the text without a hole.
    private mutating func add(
        _ pieces: [UnitizedContinuum.Piece], against opposite: [UnitizedContinuum.Piece], others: Double
    ) {
        var next = 0
        for piece in pieces {
            var valued = 0
            while next < opposite.count {
                let shared = piece.span.shared(with: opposite[next].span)
                let column = opposite[next].label.map { $0 + 1 } ?? 0
                observed[piece.label.map { $0 + 1 } ?? 0][column] += Double(shared) / others
                if column > 0 { valued += shared }
                guard opposite[next].span.end <= piece.span.end else { break }
                next += 1
            }
            if let label = piece.label { valuedSelfPairs[label] += Double(valued * valued) / others }
        }
    }
}
