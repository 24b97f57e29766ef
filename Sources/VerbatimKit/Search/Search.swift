import VerbatimEngine
import VerbatimModel

/// Finds the hits of a rule in transcripts, by the same engine that codes them.
package enum Search {
    /// The hits of a rule, as section 4 of the codebook language defines them, before any marking.
    ///
    /// - Parameters:
    ///   - rule: what is looked for.
    ///   - corpus: where it is looked for.
    ///   - threads: how many threads, at least 1; the hits are the same with any number.
    ///   - progress: called from any thread with the number of transcripts that are searched, and of all.
    /// - Returns: the hits, by transcript and position.
    /// - Complexity: O(words + hits).
    package static func run(
        _ rule: SearchRule, in corpus: SearchCorpus, threads: Int, progress: (@Sendable (Int, Int) -> Void)? = nil
    ) -> SearchResult {
        let transcripts = corpus.parts.enumerated().flatMap { part, content in
            content.transcripts.map { SearchedTranscript(transcript: $0, part: part) }
        }.sorted { $0.transcript.id.utf8.lexicographicallyPrecedes($1.transcript.id.utf8) }
        // A matcher keeps what it learns of words, so each has several transcripts, yet no thread waits for another.
        let size = max(1, min(16, transcripts.count / (max(1, threads) * 4)))
        let batches = stride(from: 0, to: transcripts.count, by: size).map { start in
            start..<min(start + size, transcripts.count)
        }
        let found = parallelMap(
            batches, threads: threads, progress: { progress?(min($0 * size, transcripts.count), transcripts.count) }
        ) { batch in
            let matcher = Matcher(rule.rules)
            return batch.flatMap { index in
                let searched = transcripts[index]
                let hits = matcher.hits(
                    ofCode: rule.code, in: searched.transcript, respondents: corpus.parts[searched.part].respondents)
                return hits.map { LocatedHit(transcript: index, hit: $0) }
            }
        }
        return SearchResult(corpus: corpus, transcripts: transcripts, hits: found.flatMap(\.self))
    }
}

/// A transcript, and the part of the corpus that knows its respondents.
struct SearchedTranscript: Sendable {
    /// The transcript.
    var transcript: Transcript
    /// The index in ``SearchCorpus/parts``.
    var part: Int
}

/// A hit, and where it was found.
struct LocatedHit: Sendable {
    /// The index in ``SearchResult/transcripts``.
    var transcript: Int
    /// The hit, in UTF-8 offsets of the transcript's text.
    var hit: Hit
}
