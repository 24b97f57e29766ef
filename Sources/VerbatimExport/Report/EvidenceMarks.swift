import VerbatimModel

/// A quote cut into runs that are evidence and runs that are not.
enum EvidenceMarks {
    /// A run of a quote.
    struct Run: Hashable {
        /// The words.
        var text: String
        /// Whether they are evidence.
        var isEvidence: Bool
    }

    /// The runs of a coding's quote, in order; together they are the quote.
    ///
    /// Evidence tokens with nothing but white space between them are one run. Where the quote is not the segment's own
    /// text, scalar by scalar, nothing is marked rather than the wrong words.
    /// - Complexity: O(length of the quote).
    static func runs(of coding: Coding) -> [Run] {
        let scalars = Array(coding.quote.unicodeScalars)
        guard scalars.count == coding.span.end - coding.span.start else {
            return [Run(text: coding.quote, isEvidence: false)]
        }
        var isEvidence = Array(repeating: false, count: scalars.count)
        for token in coding.evidence {
            let range = (token.start - coding.span.start)..<max(token.start, token.end) - coding.span.start
            for index in range.clamped(to: scalars.indices) { isEvidence[index] = true }
        }
        joinAcrossSpaces(&isEvidence, in: scalars)
        var runs: [Run] = []
        for (scalar, isMarked) in zip(scalars, isEvidence) {
            if runs.last?.isEvidence != isMarked { runs.append(Run(text: "", isEvidence: isMarked)) }
            runs[runs.count - 1].text.unicodeScalars.append(scalar)
        }
        return runs
    }

    private static func joinAcrossSpaces(_ isEvidence: inout [Bool], in scalars: [Unicode.Scalar]) {
        var lastMarked: Int?
        for index in scalars.indices {
            if isEvidence[index] {
                if let last = lastMarked {
                    for between in (last + 1)..<index { isEvidence[between] = true }
                }
                lastMarked = index
            } else if !scalars[index].properties.isWhitespace || scalars[index] == "\n" {
                lastMarked = nil
            }
        }
    }
}
