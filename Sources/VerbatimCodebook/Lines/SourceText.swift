import VerbatimModel

/// The text of a statement's head or of one property, its continuation lines joined by one space and its comments
/// removed, with the place in the file of each scalar.
///
/// Offsets are indices into ``scalars``.
struct SourceText {
    /// A run that stands on one line.
    private struct Piece {
        /// Where it starts in ``SourceText/scalars``.
        var offset: Int
        /// The 1-based line.
        var line: Int
        /// The 1-based column of its first scalar.
        var column: Int
    }

    /// The path of the file.
    let path: String
    /// The joined text.
    private(set) var scalars: [Unicode.Scalar] = []
    private var pieces: [Piece] = []

    /// An empty text of the file at `path`.
    init(path: String) {
        self.path = path
    }

    /// Adds what stands on a line from a 1-based column on, trailing white space removed.
    mutating func append(_ run: ArraySlice<Unicode.Scalar>, line: Int, column: Int) {
        var run = run
        while let last = run.last, last.isSpace { run.removeLast() }
        if !pieces.isEmpty { scalars.append(" ") }
        pieces.append(Piece(offset: scalars.count, line: line, column: column))
        scalars.append(contentsOf: run)
    }

    /// The whole text as a range.
    var all: Range<Int> { 0..<scalars.count }

    /// The text of a range.
    func string(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// The place in the file of a range; of one that goes on over lines, the part on its first line.
    /// - Complexity: O(log lines).
    func source(_ range: Range<Int>) -> SourceRange {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].offset <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return SourceRange(path: path, start: SourcePosition(line: 1, column: 1)) }
        let piece = pieces[low - 1]
        let end = low < pieces.count ? pieces[low].offset - 1 : scalars.count
        return SourceRange(
            path: path,
            start: SourcePosition(line: piece.line, column: piece.column + range.lowerBound - piece.offset),
            length: max(1, min(range.upperBound, end) - range.lowerBound))
    }

    /// The place of the scalar at an offset, or behind the last one.
    func source(at offset: Int) -> SourceRange { source(offset..<(offset + 1)) }
}
