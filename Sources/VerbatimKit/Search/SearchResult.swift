import VerbatimEngine
package import VerbatimExport
import VerbatimModel

/// The hits of a search, and what is made of them: a table, a concordance, counts.
package struct SearchResult: Sendable {
    /// What was searched.
    let corpus: SearchCorpus
    /// The transcripts, by id.
    let transcripts: [SearchedTranscript]
    /// The hits, by transcript and position.
    let hits: [LocatedHit]

    /// How much was found.
    package var total: HitCount {
        var counter = HitCounter()
        for hit in hits { counter.add(hit) }
        return counter.count(values: [])
    }

    /// The first hits, one row for each; `nil` for all.
    /// - Complexity: O(length of the texts with hits + hits).
    package func table(limit: Int? = nil) -> Table {
        var rows: [HitRow] = []
        forEachTranscript(of: hits.prefix(limit ?? .max)) { searched, hits in
            let map = OffsetMap(searched.transcript.text)
            for hit in hits {
                rows.append(
                    HitRow(
                        transcript: searched.transcript.id, turn: hit.turn, speaker: hit.speaker,
                        respondent: hit.respondent, span: hit.span(in: map), text: map.text(in: hit.range),
                        evidence: hit.evidenceSpans(in: map), evidenceWords: hit.evidence.map(map.text(in:)),
                        assertion: hit.assertion))
            }
        }
        return .hits(rows)
    }

    /// The first hits as lines of a concordance; `nil` for all.
    /// - Parameters:
    ///   - words: how many words of the same turn stand on either side; `nil` for the rest of the sentences that the
    ///     hit lies in.
    ///   - limit: how many hits.
    /// - Returns: the lines, in the order of the hits.
    /// - Complexity: O(length of the texts with hits + hits).
    package func concordance(words: Int? = nil, limit: Int? = nil) -> [ConcordanceLine] {
        var lines: [ConcordanceLine] = []
        forEachTranscript(of: hits.prefix(limit ?? .max)) { searched, hits in
            let transcript = searched.transcript
            var surroundings = HitSurroundings(transcript)
            for hit in hits {
                let around = surroundings.of(hit, words: words)
                lines.append(
                    ConcordanceLine(
                        transcript: transcript.id, turn: hit.turn, speaker: hit.speaker, respondent: hit.respondent,
                        before: around.before, match: around.match, after: around.after))
            }
        }
        return lines
    }

    /// Calls `body` for each transcript with hits among those given, in order.
    private func forEachTranscript(
        of hits: ArraySlice<LocatedHit>, _ body: (SearchedTranscript, [Hit]) -> Void
    ) {
        var rest = hits
        while let first = rest.first {
            let same = rest.prefix { $0.transcript == first.transcript }
            body(transcripts[first.transcript], same.map(\.hit))
            rest = rest.dropFirst(same.count)
        }
    }
}

/// Counts hits, and each turn, respondent and transcript with hits once.
struct HitCounter {
    private struct TurnKey: Hashable {
        var transcript: Int
        var turn: Int
    }

    private var hits = 0
    private var turns: Set<TurnKey> = []
    private var respondents: Set<String> = []
    private var transcripts: Set<Int> = []

    /// Counts one more hit.
    mutating func add(_ hit: LocatedHit) {
        hits += 1
        turns.insert(TurnKey(transcript: hit.transcript, turn: hit.hit.turn))
        transcripts.insert(hit.transcript)
        if let respondent = hit.hit.respondent { respondents.insert(respondent) }
    }

    /// What was counted, for the given values.
    func count(values: [String?]) -> HitCount {
        HitCount(
            values: values, hits: hits, turns: turns.count, respondents: respondents.count,
            transcripts: transcripts.count)
    }
}
