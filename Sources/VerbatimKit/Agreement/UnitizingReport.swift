import VerbatimAnalysis
import VerbatimExport
import VerbatimModel

/// How far pairs of coders agree on where codes begin and end, in the transcripts that both saw.
struct UnitizingReport {
    let works: [CoderWork]
    let frame: CodeFrame
    /// The codes that are looked at.
    let nodes: [Int]
    /// The lengths of the transcripts, in Unicode scalars.
    let lengths: [Int]

    /// A row for each pair of coders and each code, then one for all codes of the pair.
    func rows() -> [UnitizingRow] {
        works.indices.flatMap { first in
            works.indices.dropFirst(first + 1).flatMap { second in rows(works[first], works[second]) }
        }
    }

    private func rows(_ first: CoderWork, _ second: CoderWork) -> [UnitizingRow] {
        // Where a coder saw parts, the text between segments is not all gap.
        let seen = first.transcripts.intersection(second.transcripts)
            .filter { first.parts[$0] == nil && second.parts[$0] == nil }.sorted()
        var rows = nodes.map { row($0, first, second, seen) }
        if nodes.count > 1 { rows.append(pooled(first, second, seen)) }
        return rows
    }

    private func row(_ node: Int, _ first: CoderWork, _ second: CoderWork, _ seen: [Int]) -> UnitizingRow {
        let sides = [first, second].map { spans(of: $0, node: node) }
        let texts = seen.map { transcript in
            UnitizedContinuum(length: lengths[transcript], coders: sides.map { $0[transcript] ?? [] })
        }
        var characters = PresencePair(both: 0, onlyFirst: 0, onlySecond: 0, neither: 0)
        for transcript in seen {
            let covered = sides.map { SpanCoverage($0[transcript] ?? []) }
            let pair = PresencePair(covered[0], covered[1], length: lengths[transcript])
            characters = PresencePair(
                both: characters.both + pair.both, onlyFirst: characters.onlyFirst + pair.onlyFirst,
                onlySecond: characters.onlySecond + pair.onlySecond, neither: characters.neither + pair.neither)
        }
        let labelled = sides.map { side in labels(seen) { (side[$0] ?? []).map { ($0, 0) } } }
        return UnitizingRow(
            code: frame.ids[node], first: first.name, second: second.name, transcripts: seen.count,
            alpha: UnitizedContinuum.joining(texts).map { UnitizingAlpha($0) } ?? UnitizingAlpha(nothing),
            exact: f1(labelled, .exact), half: f1(labelled, .overlap(0.5)),
            characters: characters.kappa.map(\.value))
    }

    private func pooled(_ first: CoderWork, _ second: CoderWork, _ seen: [Int]) -> UnitizingRow {
        let sides = [first, second].map { work in
            Dictionary(
                grouping: work.segments.filter { segment in nodes.contains(segment.node) }, by: \.transcript)
        }
        let texts = seen.map { transcript in
            UnitizedContinuum(
                length: lengths[transcript], labels: frame.ids.count,
                coders: sides.map { side in
                    (side[transcript] ?? []).map { LabelledSpan($0.span, label: $0.node) }
                })
        }
        let whole = texts.contains { $0 == nil } ? nil : UnitizedContinuum.joining(texts.compactMap(\.self))
        let labelled = sides.map { side in
            labels(seen) { (side[$0] ?? []).map { ($0.span, $0.node) } }
        }
        return UnitizingRow(
            code: AgreementRow.pooled, first: first.name, second: second.name, transcripts: seen.count,
            alpha: seen.isEmpty ? UnitizingAlpha(nothing) : whole.map { UnitizingAlpha($0) },
            exact: f1(labelled, .exact), half: f1(labelled, .overlap(0.5)), characters: nil)
    }

    private var nothing: UnitizedContinuum { UnitizedContinuum(length: 0, coders: []) }

    /// The spans of a code and those under it, by transcript.
    private func spans(of work: CoderWork, node: Int) -> [Int: [TextSpan]] {
        var found: [Int: [TextSpan]] = [:]
        for segment in work.segments where frame.lineage(of: segment.node).contains(node) {
            found[segment.transcript, default: []].append(segment.span)
        }
        return found
    }

    /// The segments of all transcripts behind one another, so that none overlaps one of another transcript.
    private func labels(_ seen: [Int], _ spans: (Int) -> [(TextSpan, Int)]) -> [LabelledSpan] {
        var offset = 0
        var found: [LabelledSpan] = []
        for transcript in seen {
            found += spans(transcript).map { LabelledSpan($0.0.start + offset, $0.0.end + offset, label: $0.1) }
            offset += lengths[transcript]
        }
        return found
    }

    private func f1(_ sides: [[LabelledSpan]], _ criterion: SpanMatching.Criterion) -> Estimate<Double> {
        SpanMatching(truth: sides[0], proposed: sides[1], criterion: criterion).counts.f1
    }
}
