import Dispatch
import Synchronization
package import VerbatimModel

/// Codes many transcripts on several threads.
package enum CodingRun {
    /// Codes transcripts.
    ///
    /// Each thread has its own ``Matcher`` and takes the next few transcripts when it is done with its last, so that a
    /// long transcript keeps no other thread waiting.
    /// - Parameters:
    ///   - transcripts: what to code.
    ///   - rules: the compiled codebook.
    ///   - respondents: those who speak, with their attributes.
    ///   - coder: the name under which the codings stand.
    ///   - threads: how many threads, at least 1.
    ///   - progress: called after each transcript with the number done so far; from any of the threads.
    /// - Returns: one element for each transcript, in the same order; the same for any number of threads.
    package static func code(
        _ transcripts: [Transcript], with rules: CompiledRules, respondents: [Respondent.ID: Respondent],
        coder: String, threads: Int, progress: (@Sendable (Int) -> Void)?
    ) -> [CodedTranscript] {
        run(
            transcripts, with: rules, respondents: respondents, coder: coder, threads: threads,
            observesCoverage: false, progress: progress
        ).coded
    }

    /// Codes transcripts, and notes on the way which terms of the codebook occur in them.
    ///
    /// The parameters, and the coded transcripts, are those of
    /// ``code(_:with:respondents:coder:threads:progress:)``.
    package static func codeObservingCoverage(
        _ transcripts: [Transcript], with rules: CompiledRules, respondents: [Respondent.ID: Respondent],
        coder: String, threads: Int, progress: (@Sendable (Int) -> Void)?
    ) -> (coded: [CodedTranscript], coverage: CorpusCoverage) {
        run(
            transcripts, with: rules, respondents: respondents, coder: coder, threads: threads,
            observesCoverage: true, progress: progress)
    }

    private static func run(
        _ transcripts: [Transcript], with rules: CompiledRules, respondents: [Respondent.ID: Respondent],
        coder: String, threads: Int, observesCoverage: Bool, progress: (@Sendable (Int) -> Void)?
    ) -> (coded: [CodedTranscript], coverage: CorpusCoverage) {
        if transcripts.isEmpty { return ([], CorpusCoverage(rules)) }
        let workers = max(1, min(threads, transcripts.count))
        // Few enough that the last batch of one thread does not keep the others waiting.
        let batch = max(1, min(8, transcripts.count / (workers * 8)))
        let next = Atomic(0)
        let done = Atomic(0)
        let results = Mutex<[(index: Int, coded: CodedTranscript)]>([])
        let coverage = Mutex(CorpusCoverage(rules))
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            let matcher = Matcher(rules, observesCoverage: observesCoverage)
            var own: [(index: Int, coded: CodedTranscript)] = []
            while true {
                let start = next.add(batch, ordering: .relaxed).oldValue
                if start >= transcripts.count { break }
                for index in start..<min(start + batch, transcripts.count) {
                    own.append((index, matcher.code(transcripts[index], respondents: respondents, coder: coder)))
                    progress?(done.add(1, ordering: .relaxed).newValue)
                }
            }
            // Once for each thread, so that no thread waits for another while it codes.
            results.withLock { $0 += own }
            if let own = matcher.coverage { coverage.withLock { $0.merge(own) } }
        }
        let coded = results.withLock { all in all.sorted { $0.index < $1.index }.map(\.coded) }
        return (coded, coverage.withLock { $0 })
    }
}
