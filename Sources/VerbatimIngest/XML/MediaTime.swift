import VerbatimModel

/// Reads the times of a recording, and counts those that cannot be.
struct MediaTime {
    /// The number of times that are negative, no number, or beyond ``limit``.
    private(set) var faults = 0

    /// The longest recording that is believed, in seconds: a thousand hours.
    static let limit = 3_600_000.0

    /// The seconds of a time that is written as a number of `unit` seconds; `nil` if there is none, or none that can be.
    mutating func seconds(_ text: String?, unit: Double = 1) -> Double? {
        guard let text = text?.trimmingSpaces, !text.isEmpty else { return nil }
        guard let number = Double(text), (0...Self.limit).contains(number * unit) else {
            faults += 1
            return nil
        }
        return number * unit
    }

    /// The warning, if times were left out.
    func warning(path: String) -> Diagnostic? {
        guard faults > 0 else { return nil }
        return Diagnostic(
            .warning, "bad-time",
            "\(faults) \(faults == 1 ? "time is" : "times are") negative, no number, or beyond a thousand hours, and "
                + "\(faults == 1 ? "was" : "were") left out. Correct the file where times matter.", path: path)
    }
}
