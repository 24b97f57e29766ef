import VerbatimModel

/// Finds the lines that a printer put at the head or foot of each page, which are no speech.
///
/// What people say recurs too, so a line that recurs is one only if a page's number stands beside it or in it, or if it comes at the
/// distance of a page each time.
enum PageLines {
    /// Fewer lines than this between two headers are no page.
    private static let shortestPage = 12

    /// Turns such lines from text into lines without speech.
    static func find(
        in readings: inout [LineReading], lines: [TextLine], utf8: [UInt8], from firstLine: Int, choice: LabelChoice
    ) {
        var places: [[UInt8]: [Int]] = [:]
        for line in firstLine..<max(firstLine, readings.count) {
            guard case .text = readings[line], choice.labels[line] == nil, lines[line].range.count <= 100 else {
                continue
            }
            let key = utf8[lines[line].range].filter { !isDigit($0) && $0 != 0x20 }
            if key.count >= 4 { places[key, default: []].append(line) }
        }
        for same in places.values where same.count >= 2 {
            guard
                isNumbered(same, lines, utf8) || standByPageBreaks(same, readings, lines, utf8)
                    || standAtPageLength(same, lines, utf8)
            else { continue }
            for line in same { readings[line] = .noise }
        }
    }

    /// Whether a number in each is one or two more than in the one before, as `Interview 3, page 12 of 30` has it.
    private static func isNumbered(_ same: [Int], _ lines: [TextLine], _ utf8: [UInt8]) -> Bool {
        guard same.count >= 3 else { return false }
        let found = same.map { numbers(utf8[lines[$0].range]) }
        guard let count = found.map(\.count).min() else { return false }
        return (0..<count).contains { place in
            zip(found, found.dropFirst()).allSatisfy { (1...2).contains($1[place] - $0[place]) }
        }
    }

    /// The numbers of a line, of at most four digits each.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split { !isDigit($0) }.filter { $0.count <= 4 }.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    }

    /// Whether each stands beside a page number or a form feed.
    private static func standByPageBreaks(
        _ same: [Int], _ readings: [LineReading], _ lines: [TextLine], _ utf8: [UInt8]
    ) -> Bool {
        same.count { line in
            if let above = neighbour(of: line, by: -1, readings), isPageNumber(above, readings, lines, utf8) {
                return true
            }
            if let below = neighbour(of: line, by: 1, readings), isPageNumber(below, readings, lines, utf8) {
                return true
            }
            let before = line > 0 ? lines[line - 1].range.upperBound : 0
            return utf8[before..<lines[line].range.lowerBound].contains(0x0C)
        } * 5 >= same.count * 4
    }

    private static func neighbour(of line: Int, by step: Int, _ readings: [LineReading]) -> Int? {
        var place = line + step
        while readings.indices.contains(place) {
            if case .blank = readings[place] {} else { return place }
            place += step
        }
        return nil
    }

    /// A line without speech that holds a number, and is no tape mark.
    private static func isPageNumber(
        _ line: Int, _ readings: [LineReading], _ lines: [TextLine], _ utf8: [UInt8]
    ) -> Bool {
        guard case .noise = readings[line] else { return false }
        let bytes = utf8[lines[line].range]
        return bytes.contains(where: isDigit)
            && !bytes.contains { (0x41...0x5A).contains($0 & 0xDF) && $0 | 0x20 != 0x70 }
            || LeadingWord.lettersAndDigits(utf8, lines[line].range).map(LineReading.pageWords.contains) ?? false
    }

    /// Whether at least four stand nearly as far from each other each time, and end as no sentence does.
    private static func standAtPageLength(_ same: [Int], _ lines: [TextLine], _ utf8: [UInt8]) -> Bool {
        guard same.count >= 4, let first = same.first, let last = utf8[lines[first].range].last,
            !Array(".?!".utf8).contains(last)
        else { return false }
        let gaps = zip(same, same.dropFirst()).map { $1 - $0 }
        guard let least = gaps.min(), let most = gaps.max() else { return false }
        return least >= shortestPage && most * 2 <= least * 3
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
