import VerbatimModel

/// Converts the positions of another program into those of the canonical text.
///
/// The standard counts Unicode code points from 0, the end exclusive in practice. Programs differ in whether a line end
/// of two characters counts once or twice, whether a byte-order mark counts, and some count units of UTF-16. Which one
/// it is, is told by the words that many programs write beside a position, else by the borders of words.
struct ForeignOffsets {
    /// How a program counts.
    struct Unit: Hashable {
        /// How a line end counts.
        enum LineEnd: Hashable {
            /// As many characters as stand in the file.
            case asWritten
            /// One, however it is written.
            case one
            /// Two, although the file has only one.
            case two
        }

        var lineEnd = LineEnd.asWritten
        var countsMark = false
        var countsUTF16 = false
    }

    /// A segment as it is written in the project.
    struct Selection {
        var start: Int
        var end: Int
        /// The words that the program gives it; often those of the segment.
        var name: String?
    }

    /// The positions that ``span(of:)`` understands.
    let unit: Unit
    /// How many selections have a name that could be compared.
    let named: Int
    /// How many of those are the words of their segment.
    let fitting: Int

    private let starts: [Int]

    /// - Parameters:
    ///   - text: The canonical text.
    ///   - widths: How many characters each line end of the text has in the file.
    ///   - hasMark: Whether the file begins with a byte-order mark.
    ///   - selections: The segments by which the unit is told.
    /// - Complexity: O((length of the text + selections) x number of units that can differ).
    init(text: String, widths: [Int], hasMark: Bool, selections: [Selection]) {
        let scalars = Array(text.unicodeScalars)
        var best: (unit: Unit, starts: [Int], named: Int, fitting: Int, score: (Int, Int))?
        for unit in Self.units(scalars, widths, hasMark) {
            let starts = Self.starts(scalars, widths, unit)
            var (named, fitting, words, borders) = (0, 0, 0, 0)
            for selection in selections {
                guard let span = Self.span(selection, starts) else { continue }
                if let name = selection.name.map(Self.words), !name.isEmpty {
                    named += 1
                    let fit = Self.fit(name, of: scalars[span.start..<span.end])
                    words += fit
                    if fit > 0 { fitting += 1 }
                }
                borders += Self.borders(span, scalars)
            }
            if let known = best, known.score >= (words, borders) { continue }
            best = (unit, starts, named, fitting, (words, borders))
        }
        unit = best?.unit ?? Unit()
        starts = best?.starts ?? []
        named = best?.named ?? 0
        fitting = best?.fitting ?? 0
    }

    /// The span in the canonical text; `nil` where the positions lie outside of it.
    func span(of selection: Selection) -> TextSpan? { Self.span(selection, starts) }

    // MARK: - Units

    /// The units that can give different results for a text, the most usual first.
    private static func units(_ scalars: [Unicode.Scalar], _ widths: [Int], _ hasMark: Bool) -> [Unit] {
        var units = [Unit()]
        if widths.contains(2) {
            units.append(Unit(lineEnd: .one))
        } else if !widths.isEmpty {
            units.append(Unit(lineEnd: .two))
        }
        if hasMark { units += units.map { Unit(lineEnd: $0.lineEnd, countsMark: true) } }
        if scalars.contains(where: { $0.value > 0xFFFF }) {
            units += units.map { Unit(lineEnd: $0.lineEnd, countsMark: $0.countsMark, countsUTF16: true) }
        }
        return units
    }

    /// The position of each scalar in a unit, and that of the end.
    private static func starts(_ scalars: [Unicode.Scalar], _ widths: [Int], _ unit: Unit) -> [Int] {
        var starts: [Int] = []
        starts.reserveCapacity(scalars.count + 1)
        var offset = unit.countsMark ? 1 : 0
        var line = 0
        for scalar in scalars {
            starts.append(offset)
            guard scalar == "\n" else {
                offset += unit.countsUTF16 && scalar.value > 0xFFFF ? 2 : 1
                continue
            }
            switch unit.lineEnd {
            case .asWritten: offset += line < widths.count ? widths[line] : 1
            case .one: offset += 1
            case .two: offset += 2
            }
            line += 1
        }
        starts.append(offset)
        return starts
    }

    private static func span(_ selection: Selection, _ starts: [Int]) -> TextSpan? {
        guard let last = starts.last, selection.start >= 0, selection.start <= selection.end, selection.end <= last
        else {
            return nil
        }
        return TextSpan(start: index(of: selection.start, starts), end: index(of: selection.end, starts))
    }

    /// The first scalar that begins at a position or behind it.
    private static func index(of position: Int, _ starts: [Int]) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: - Fits

    /// How well a name fits a segment: 2 for its words, 1 for a long beginning of them, 0 for anything else.
    private static func fit(_ name: String, of segment: ArraySlice<Unicode.Scalar>) -> Int {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: segment)
        let quote = words(String(view))
        if name.utf8.elementsEqual(quote.utf8) { return 2 }
        var start = name
        for ending in ["...", "…"] where start.hasSuffix(ending) { start.removeLast(ending.count) }
        return start.utf8.count >= 12 && quote.utf8.starts(with: start.utf8) ? 1 : 0
    }

    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// How many of the two ends of a span are borders of words.
    private static func borders(_ span: TextSpan, _ scalars: [Unicode.Scalar]) -> Int {
        guard span.start < span.end else { return 0 }
        func isLetter(_ index: Int) -> Bool {
            scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
        }
        let startsWord = !isLetter(span.start - 1) && !scalars[span.start].properties.isWhitespace
        let endsWord = !isLetter(span.end) && !scalars[span.end - 1].properties.isWhitespace
        return (startsWord ? 1 : 0) + (endsWord ? 1 : 0)
    }
}
