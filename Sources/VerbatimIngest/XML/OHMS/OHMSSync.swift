/// The marks by which OHMS ties lines of a transcript to the recording.
///
/// Written as `1:|13(6)|27(11)`: behind the minutes from mark to mark stands, for each mark, the line of the transcript and the
/// word in it. Lines end at line feeds, and empty ones count.
struct OHMSSync {
    /// The marks by line: the 1-based line, and the seconds.
    private(set) var marks: [(line: Int, seconds: Double)] = []

    /// Reads the marks; what is not written as one is left out.
    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let minutes = Double(parts[0].trimmingSpaces), minutes > 0, minutes <= 60 else {
            return
        }
        for (number, mark) in parts[1].split(separator: "|", omittingEmptySubsequences: false).enumerated() {
            guard let line = Int(mark.prefix { $0 != "(" }.trimmingSpaces), line > 0,
                line >= marks.last?.line ?? 0
            else { continue }
            marks.append((line, Double(number) * minutes * 60))
        }
    }

    /// When a line is said, in seconds: between two marks in proportion to the lines, behind the last one its time; `nil`
    /// without marks.
    func seconds(ofLine line: Int) -> Double? {
        guard let last = marks.last else { return nil }
        var before = (line: 1, seconds: 0.0)
        for mark in marks {
            if line < mark.line {
                let share = Double(line - before.line) / Double(mark.line - before.line)
                return (before.seconds + share * (mark.seconds - before.seconds)).rounded()
            }
            before = mark
        }
        return last.seconds
    }
}
