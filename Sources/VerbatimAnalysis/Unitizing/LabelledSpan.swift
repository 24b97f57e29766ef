package import VerbatimModel

/// A run of a continuum that a coder gave a code.
package struct LabelledSpan: Hashable, Sendable {
    /// Where it is: half-open, in Unicode scalars from 0, as for all coders alike.
    package let span: TextSpan
    /// Its code, by any number from 0.
    package let label: Int

    /// A span and its code.
    package init(_ span: TextSpan, label: Int) {
        self.span = span
        self.label = label
    }

    /// From `start` up to and without `end`.
    package init(_ start: Int, _ end: Int, label: Int) {
        self.init(TextSpan(start: start, end: end), label: label)
    }
}

extension TextSpan {
    /// How many scalars it has.
    var width: Int { max(0, end - start) }

    /// How many scalars two spans share.
    func shared(with other: TextSpan) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
}
