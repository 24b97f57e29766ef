import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// What a sample for a half-width would draw, stratum by stratum, without drawing it for anybody.
///
/// It is the sample that `verbatim sample --half-width` would draw now, of which nothing is recorded: so the two always
/// agree.
struct PlannedSample {
    /// One row for each code and stratum.
    let rows: [PlanRow]
    /// What should be looked at before it is drawn.
    let warnings: [Diagnostic]

    /// Plans a sample.
    /// - Throws: what ``SampleDrawing`` throws.
    /// - Complexity: that of drawing.
    init(_ request: SampleRequest, source: ReviewSource) throws(DiagnosticsError) {
        let drawing = try SampleDrawing(request, source: source, texts: source.sentences)
        let judgements = drawing.draw.judgements(source.decisions)
        var read: [Int: Int] = [:]
        for (unit, judgement) in zip(drawing.draw.units, judgements) where judgement != nil && unit.earlier != nil {
            read[unit.stratum, default: 0] += 1
        }
        var rows: [PlanRow] = []
        // The strata of the sample are those of the frames, one after another.
        for frame in drawing.frames {
            let first = rows.count
            let sizes = frame.strata.indices.map { drawing.draw.strata[first + $0].drawn }
            let expected = Self.expected(frame, sizes: sizes, unit: request.unit)
            for (place, stratum) in frame.strata.enumerated() {
                let drawn = drawing.draw.strata[first + place]
                rows.append(
                    PlanRow(
                        code: drawn.code, unit: request.unit, stratum: drawn.name, units: drawn.members,
                        read: read[first + place] ?? 0, guess: stratum.guess, needed: drawn.drawn, expected: expected))
            }
        }
        self.rows = rows
        warnings = drawing.warnings
    }

    /// How many units are left to be read in all.
    var left: Int { rows.reduce(0) { $0 + $1.left } }

    /// The half-width that is to be expected if the guesses are right.
    private static func expected(_ frame: SamplingFrame, sizes: [Int], unit: SampleDraw.Unit) -> Estimate<Double> {
        let strata = zip(frame.strata, sizes).map { (kind: $0.stratum.kind, strata: $0.expected.reviewing($1)) }
        let estimate: Estimate<IntervalEstimate>
        switch unit {
        case .respondent: estimate = ReviewedStrata(expecting: strata.map(\.strata)).share()
        case .segment:
            estimate =
                CodeAudit(
                    coded: ReviewedStrata(expecting: strata.filter { $0.kind == .coded }.map(\.strata)),
                    uncoded: ReviewedStrata(expecting: strata.filter { $0.kind != .coded }.map(\.strata))
                ).recall
        }
        return estimate.map(\.interval.halfWidth)
    }
}
