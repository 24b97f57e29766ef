import VerbatimModel

/// The times in a column of a table: clocks, seconds, milliseconds, or the parts of a day that spreadsheets write.
struct TableTimes {
    private(set) var media = MediaTime()
    /// How many seconds a bare number counts.
    private let unit: Double

    /// The times of a column, by its name and its values.
    init(name: String, values: [String]) {
        let words = name.lowercased().split { !$0.isLetter }
        let numbers = values.compactMap(Self.number)
        if words.contains(where: { $0 == "ms" || $0.hasPrefix("milli") }) {
            unit = 0.001
        } else if numbers.count >= 2, numbers.allSatisfy({ (0..<1).contains($0) }), Set(numbers).count == numbers.count
        {
            // Nobody says several turns within a second: the cells are formatted as times of day.
            unit = 86_400
        } else {
            unit = 1
        }
    }

    /// The seconds of a value; `nil` for an empty one and for what is no time.
    mutating func seconds(_ value: String) -> Double? {
        guard !value.isEmpty else { return nil }
        let utf8 = Array(value.utf8)
        var cursor = ByteCursor(utf8, range: utf8.indices)
        if let time = cursor.bracketedClock() ?? cursor.clock() { return time }
        return media.seconds(value.split(separator: ",").count == 2 ? Self.withPoint(value) : value, unit: unit)
    }

    private static func number(_ value: String) -> Double? { Double(withPoint(value)) }

    private static func withPoint(_ value: String) -> String { String(value.map { $0 == "," ? "." : $0 }) }
}
