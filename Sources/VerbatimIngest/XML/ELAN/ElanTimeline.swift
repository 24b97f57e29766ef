import VerbatimModel

/// The time slots of an ELAN file.
///
/// A slot may have no time: it lies between its neighbours in the list, which is in the order of time.
struct ElanTimeline {
    /// What was wrong with times.
    private(set) var times = MediaTime()

    private var milliseconds: [Double?] = []
    private var axis: [Double] = []
    private var indices: [String: Int] = [:]

    /// A slot, in the order of the file.
    mutating func add(_ element: XMLElement) {
        guard let id = element["TIME_SLOT_ID"], indices[id] == nil else { return }
        indices[id] = milliseconds.count
        milliseconds.append(times.seconds(element["TIME_VALUE"], unit: 0.001).map { $0 * 1_000 })
    }

    /// Gives a place on the axis to slots without a time: evenly between the nearest slots that have one.
    ///
    /// Behind the last of these they follow a millisecond apart.
    mutating func settle() {
        axis = milliseconds.map { $0 ?? 0 }
        var index = 0
        while index < milliseconds.count {
            guard milliseconds[index] == nil else {
                index += 1
                continue
            }
            let end = milliseconds[index...].firstIndex { $0 != nil } ?? milliseconds.count
            let before = index > 0 ? axis[index - 1] : 0
            let after = end < milliseconds.count ? axis[end] : before + Double(end - index + 1)
            let step = max(0, after - before) / Double(end - index + 1)
            for place in index..<end { axis[place] = before + step * Double(place - index + 1) }
            index = end
        }
    }

    /// Where a slot lies on the axis, in milliseconds, and its time in seconds if the file says it; `nil` for no slot.
    func place(_ id: String) -> (axis: Double, seconds: Double?)? {
        guard let index = indices[id], axis.indices.contains(index) else { return nil }
        return (axis[index], milliseconds[index].map { $0 / 1_000 })
    }
}
