package import VerbatimModel

/// A text that coders cut into units, each for himself: units with a code, and the gaps between them.
package struct UnitizedContinuum: Hashable, Sendable {
    /// The length of the text, in Unicode scalars.
    package let length: Int
    /// How many codes there are to choose from.
    package let labels: Int
    /// For each coder, what covers the text without a hole: `label` is `nil` in gaps.
    let coders: [[Piece]]

    /// A unit or a gap.
    struct Piece: Hashable, Sendable {
        var span: TextSpan
        var label: Int?
    }

    /// The units of all coders in a text.
    ///
    /// Units of one coder must not overlap: where codes may share words, make a continuum for each code with
    /// ``init(length:coders:)``. What reaches beyond the text is cut off.
    ///
    /// - Returns: `nil` where two units of one coder overlap, or a label is not below `labels`.
    package init?(length: Int, labels: Int, coders: [[LabelledSpan]]) {
        var pieces: [[Piece]] = []
        for units in coders {
            guard units.allSatisfy({ (0..<labels).contains($0.label) }) else { return nil }
            guard let covered = Self.cover(length, with: units) else { return nil }
            pieces.append(covered)
        }
        self.length = max(0, length)
        self.labels = labels
        self.coders = pieces
    }

    /// One code against the rest of the text; units of one coder that overlap are one unit.
    package init(length: Int, coders: [[TextSpan]]) {
        self.length = max(0, length)
        labels = 1
        self.coders = coders.map { spans in
            let units = SpanCoverage(spans).runs.map { LabelledSpan($0, label: 0) }
            return Self.cover(length, with: units) ?? []
        }
    }

    private init(length: Int, labels: Int, pieces: [[Piece]]) {
        self.length = length
        self.labels = labels
        coders = pieces
    }

    /// Several texts as one: the texts of a study, cut by the same coders in the same order.
    ///
    /// - Returns: `nil` where the texts differ in the number of coders or of codes, and where there is none.
    package static func joining(_ texts: [UnitizedContinuum]) -> UnitizedContinuum? {
        guard let first = texts.first,
            texts.allSatisfy({ $0.labels == first.labels && $0.coders.count == first.coders.count })
        else { return nil }
        var pieces = first.coders.map { _ in [Piece]() }
        var offset = 0
        for text in texts {
            for (coder, own) in text.coders.enumerated() {
                pieces[coder] += own.map { piece in
                    let span = TextSpan(start: piece.span.start + offset, end: piece.span.end + offset)
                    return Piece(span: span, label: piece.label)
                }
            }
            offset += text.length
        }
        return UnitizedContinuum(length: offset, labels: first.labels, pieces: pieces)
    }

    /// The units in order and the gaps between them; `nil` where units overlap.
    private static func cover(_ length: Int, with units: [LabelledSpan]) -> [Piece]? {
        var pieces: [Piece] = []
        var end = 0
        for unit in units.sorted(by: { $0.span < $1.span }) {
            let span = TextSpan(start: max(0, unit.span.start), end: min(length, unit.span.end))
            guard span.width > 0 else { continue }
            guard span.start >= end else { return nil }
            if span.start > end { pieces.append(Piece(span: TextSpan(start: end, end: span.start), label: nil)) }
            pieces.append(Piece(span: span, label: unit.label))
            end = span.end
        }
        if end < length { pieces.append(Piece(span: TextSpan(start: end, end: length), label: nil)) }
        return pieces
    }
}
