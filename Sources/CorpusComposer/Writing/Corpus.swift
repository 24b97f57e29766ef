import Foundation
import Synchronization
package import VerbatimModel

/// A corpus of transcripts with known truth, composed of a bank of passages.
///
/// The same bank, number of respondents and seed give the same bytes on every machine and with any number of threads.
package struct Corpus: Sendable {
    /// What was written.
    package struct Summary: Sendable, Hashable {
        /// How many transcripts.
        package var transcripts = 0
        /// How many respondents.
        package var respondents = 0
        /// How many words were said, by everybody.
        package var words = 0
        /// How many bytes the transcripts have.
        package var bytes = 0
    }

    private let composer: SessionComposer

    /// A corpus of so many respondents.
    package init(bank: PassageBank, respondents: Int, seed: UInt64 = 1) {
        composer = SessionComposer(bank: bank, plan: StudyPlan(respondents: respondents), seed: seed)
    }

    /// Writes `interviews/`, `focus-groups/`, `respondents.csv`, `partnerships.guide`, `truth.csv` and `truth-segments.csv`.
    ///
    /// No more than a few hundred sessions are in memory at a time.
    /// - Parameters:
    ///   - folder: Where to; it is made. What it holds under other names stays.
    ///   - truthFolder: Where the two tables of truth go; `nil` for the same folder.
    ///   - isSerial: Whether one thread does all the work.
    /// - Returns: What was written.
    /// - Throws: `unwritable-file` for what the file system refuses.
    /// - Complexity: O(words written).
    @discardableResult
    package func write(
        to folder: String, truthFolder: String? = nil, isSerial: Bool = false
    ) throws(DiagnosticsError) -> Summary {
        let truth = truthFolder ?? folder
        for path in folders().map({ "\(folder)/\($0)" }) + [truth] { try OutputFile.makeFolder(path) }
        try OutputFile.write(Array(InterviewGuide.file().utf8), to: "\(folder)/partnerships.guide")
        let respondents = try OutputFile("\(folder)/respondents.csv", head: CorpusTables.respondentsHead)
        let codes = try OutputFile("\(truth)/truth.csv", head: CorpusTables.truthHead)
        let segments = try OutputFile("\(truth)/truth-segments.csv", head: CorpusTables.segmentsHead)
        var summary = Summary(respondents: composer.plan.respondents)
        // Portions are worked on at once; their rows are written in order. Each keeps its buffers for the next round.
        let threads = isSerial ? 1 : max(1, ProcessInfo.processInfo.activeProcessorCount)
        let workers = (0..<threads).map { _ in Worker(composer) }
        let size = 32
        for first in stride(from: 0, to: composer.plan.sessionCount, by: size * threads) {
            DispatchQueue.concurrentPerform(iterations: threads) { thread in
                let start = min(first + thread * size, composer.plan.sessionCount)
                let end = min(start + size, composer.plan.sessionCount)
                workers[thread].portion.withLock { $0.hold(start..<end, of: composer, in: folder) }
            }
            for worker in workers {
                let (tables, part, fault) = worker.portion.withLock { ($0.tables, $0.summary, $0.fault) }
                if let fault { throw fault }
                try respondents.append(tables.respondents.utf8)
                try codes.append(tables.truth.utf8)
                try segments.append(tables.segments.utf8)
                summary.transcripts += part.transcripts
                summary.words += part.words
                summary.bytes += part.bytes
            }
        }
        for file in [respondents, codes, segments] { try file.close() }
        return summary
    }

    /// The folders that the sessions stand in.
    private func folders() -> [String] {
        guard composer.hasManyFiles else { return ["interviews", "focus-groups"] }
        return (0...(composer.plan.sessionCount / 1000)).flatMap { thousand in
            ["interviews/\(composer.subfolder(thousand))", "focus-groups/\(composer.subfolder(thousand))"]
        }
    }
}

/// A portion that threads take in turn.
private final class Worker: Sendable {
    let portion: Mutex<Portion>

    init(_ composer: SessionComposer) { portion = Mutex(Portion(composer)) }
}

/// What one thread writes between two meetings.
private struct Portion {
    private(set) var tables = CorpusTables()
    private(set) var summary = Corpus.Summary()
    private(set) var fault: DiagnosticsError?
    private var file = TextBuffer()
    private var choice: PassageChoice

    init(_ composer: SessionComposer) { choice = PassageChoice(composer.bank.passages) }

    mutating func hold(_ indices: Range<Int>, of composer: SessionComposer, in folder: String) {
        tables.clear()
        summary = Corpus.Summary()
        for index in indices {
            let session = composer.session(index, choice: &choice)
            file.clear()
            let starts =
                session.form.isText
                ? PlainTextRenderer.write(session, to: &file) : XMLRenderer.write(session, to: &file)
            tables.add(session, starts: starts, passages: composer.bank.passages)
            let bytes = session.encoding == .utf8 ? file.utf8 : session.encoding.bytes(of: file.utf8)
            summary.transcripts += 1
            summary.words += session.utterances.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.words } }
            summary.bytes += bytes.count
            do throws(DiagnosticsError) {
                try OutputFile.write(bytes, to: "\(folder)/\(session.path)")
            } catch {
                fault = error
                return
            }
        }
    }
}
