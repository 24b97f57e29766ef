/// The horizontal scale of a chart of shares: from 0 to a round share, with ticks in even steps.
struct ShareScale: Hashable {
    /// The share at the right end, from 0.2 to 1.
    let maximum: Double
    /// The shares at which a line is drawn, from 0 to the maximum.
    let ticks: [Double]

    /// The smallest scale that holds a share, which may lie outside 0 to 1.
    init(holding largest: Double) {
        // Steps in percent, so that ticks are whole numbers.
        let (end, step) =
            [(20, 5), (40, 10), (60, 20), (80, 20)].first { largest * 100 <= Double($0.0) } ?? (100, 25)
        maximum = Double(end) / 100
        ticks = stride(from: 0, through: end, by: step).map { Double($0) / 100 }
    }

    /// Where a share stands, from 0 at the left end to 1 at the right end.
    func place(_ share: Double) -> Double { min(max(share / maximum, 0), 1) }

    /// Where a share stands, as a percentage of the width, such as `35.29%`.
    func position(_ share: Double) -> String { "\(NumberFormat.short(place(share) * 100, decimals: 2))%" }
}
