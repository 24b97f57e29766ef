/// A tier of a TextGrid.
struct TextGridTier {
    /// A stretch of the recording and what is written on it.
    struct Interval {
        /// When it begins and ends, in seconds.
        var start: Double
        var end: Double
        var text: String
    }

    var name: String
    /// Whether it is a tier of points in time, which have marks and no speech.
    var isPointTier: Bool
    /// The intervals, in the order of the file; empty for a tier of points.
    var intervals: [Interval] = []
}
