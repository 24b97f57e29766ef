import VerbatimModel

/// What coders are compared on, unit by unit.
struct AgreementUnits: Sendable {
    /// One unit: a turn, a sentence, a segment, or a respondent.
    struct Unit: Sendable {
        /// The number of its transcript; of a respondent, of the first in which the respondent speaks.
        var transcript: Int
        /// Where it is, in Unicode scalars; `nil` for a respondent.
        var span: TextSpan?
        /// The number of its turn, from 1, where one is known.
        var turn: Int?
        /// Whose words they are.
        var respondent: Respondent.ID?
    }

    /// The units, by transcript and position; respondents by their number.
    let units: [Unit]
    /// For each transcript its units; empty for respondents.
    private let ranges: [Range<Int>]

    /// Turns or sentences.
    init(_ text: TextUnits) {
        units = text.units.map {
            Unit(transcript: $0.transcript, span: $0.span, turn: $0.turn, respondent: $0.respondent)
        }
        ranges = text.ranges
    }

    /// Segments that any of the given spans cover, those that overlap as one.
    init(segments: [(transcript: Int, span: TextSpan)], transcripts: Int) {
        var units: [Unit] = []
        var ranges: [Range<Int>] = []
        var byTranscript: [Int: [TextSpan]] = [:]
        for (transcript, span) in segments { byTranscript[transcript, default: []].append(span) }
        for transcript in 0..<transcripts {
            let start = units.count
            for span in (byTranscript[transcript] ?? []).sorted() {
                if let last = units.last?.span, units.count > start, span.start < last.end {
                    units[units.count - 1].span?.end = max(last.end, span.end)
                } else {
                    units.append(Unit(transcript: transcript, span: span))
                }
            }
            ranges.append(start..<units.count)
        }
        self.units = units
        self.ranges = ranges
    }

    /// Respondents, each with the number of the transcript that stands for them.
    init(respondents: [(id: Respondent.ID, transcript: Int)]) {
        units = respondents.map { Unit(transcript: $0.transcript, respondent: $0.id) }
        ranges = []
    }

    /// The units of a transcript that share a character with a span.
    func overlapping(_ span: TextSpan, of transcript: Int) -> Range<Int> {
        guard ranges.indices.contains(transcript) else { return 0..<0 }
        let range = ranges[transcript]
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if (units[middle].span?.end ?? 0) <= span.start { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < range.upperBound, (units[end].span?.start ?? 0) < span.end { end += 1 }
        return low..<end
    }

    /// For each unit whether a coder found a code in it; `nil` where the coder did not see it for this code.
    func values(of work: CoderWork, node: Int, lineage: (Int) -> [Int]) -> [Bool?] {
        if ranges.isEmpty { return respondentValues(of: work, node: node, lineage: lineage) }
        var values = units.map { work.hasSeen($0.span, of: $0.transcript) ? false : nil as Bool? }
        for answer in work.answers where answer.node == node || answer.isFound && lineage(answer.node).contains(node) {
            for unit in overlapping(answer.span, of: answer.transcript) where covers(answer.span, unit) {
                values[unit] = values[unit] == true || answer.isFound
            }
        }
        for segment in work.segments where lineage(segment.node).contains(node) {
            for unit in overlapping(segment.span, of: segment.transcript) { values[unit] = true }
        }
        return values
    }

    private func respondentValues(of work: CoderWork, node: Int, lineage: (Int) -> [Int]) -> [Bool?] {
        var values = units.indices.map { work.respondents.contains($0) ? false : nil as Bool? }
        for mark in work.markAnswers where units.indices.contains(mark.respondent) {
            if mark.applies ? lineage(mark.node).contains(node) : mark.node == node {
                values[mark.respondent] = values[mark.respondent] == true || mark.applies
            }
        }
        for mark in work.marks
        where mark.applies && units.indices.contains(mark.respondent) && lineage(mark.node).contains(node) {
            values[mark.respondent] = true
        }
        return values
    }

    /// Whether who judged a segment saw enough of a unit to answer for it: all of it.
    private func covers(_ span: TextSpan, _ unit: Int) -> Bool {
        guard let own = units[unit].span else { return false }
        return span.start <= own.start && own.end <= span.end
    }
}
