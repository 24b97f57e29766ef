/// The points in time of a TEI `timeline`.
struct TEITimeline {
    private struct Point {
        var interval: Double?
        var since: String?
    }

    private var points: [String: Point] = [:]
    private var scale = 1.0
    private var origin: String?

    /// A `timeline` begins.
    mutating func start(_ element: XMLElement) {
        scale = Self.scales[element["unit"]?.lowercased() ?? "s"] ?? 1
        origin = element["origin"].map(TEIPeople.id)
    }

    /// A `when` within the timeline.
    mutating func add(_ element: XMLElement) {
        guard let id = element["xml:id"] else { return }
        if points.isEmpty, origin == nil { origin = id }
        let interval = element["interval"].flatMap { Double($0) }.map { $0 * scale }
        points[id] = Point(interval: interval, since: element["since"].map(TEIPeople.id))
    }

    /// The seconds from the origin to the point that a pointer means, or that it says outright; `nil` if that is not known.
    func seconds(_ pointer: String?) -> Double? {
        guard let pointer else { return nil }
        if let seconds = Double(pointer), seconds >= 0, seconds.isFinite { return seconds }
        var total = 0.0
        var id = TEIPeople.id(of: pointer)
        // A chain of points that never ends is no timeline.
        for _ in 0...points.count {
            if id == origin, points[id]?.interval == nil { return total }
            guard let point = points[id], let interval = point.interval, interval.isFinite, interval >= 0 else {
                return nil
            }
            total += interval
            guard let since = point.since else { return total }
            id = since
        }
        return nil
    }

    private static let scales = [
        "s": 1, "seconds": 1, "ms": 0.001, "milliseconds": 0.001, "min": 60, "minutes": 60, "h": 3600, "hours": 3600,
    ]
}
