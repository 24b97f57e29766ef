package import VerbatimModel

/// The text that spans cover, as runs in order that neither overlap nor touch the same scalar twice.
package struct SpanCoverage: Hashable, Sendable {
    /// The runs; spans that overlap are one, spans that only touch are two.
    package let runs: [TextSpan]

    /// What the spans cover; empty ones cover nothing.
    package init(_ spans: [TextSpan]) {
        var runs: [TextSpan] = []
        for span in spans.sorted() where span.width > 0 {
            if let last = runs.last, span.start < last.end {
                runs[runs.count - 1].end = max(last.end, span.end)
            } else {
                runs.append(span)
            }
        }
        self.runs = runs
    }

    /// How many scalars are covered.
    package var width: Int { runs.reduce(0) { $0 + $1.width } }

    /// How many scalars both cover.
    package func sharedWidth(with other: SpanCoverage) -> Int {
        var sum = 0
        var next = 0
        for run in runs {
            while next < other.runs.count {
                sum += run.shared(with: other.runs[next])
                guard other.runs[next].end <= run.end else { break }
                next += 1
            }
        }
        return sum
    }
}

extension PresencePair {
    /// One code by single characters: in how many of a text's scalars both coders, one or neither have it.
    ///
    /// Point estimates only: characters of one word are not independent, so kappa's standard error means nothing here.
    package init(_ first: SpanCoverage, _ second: SpanCoverage, length: Int) {
        let both = first.sharedWidth(with: second)
        let either = first.width + second.width - both
        self.init(
            both: both, onlyFirst: first.width - both, onlySecond: second.width - both, neither: length - either)
    }
}
