import Dispatch
import Synchronization

/// Runs of the same computation with different draws, spread over threads.
enum Replicates {
    /// What `body` gives for each number from 0 up to `count`, in that order whatever the number of threads.
    static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        guard threads > 1, count > 1 else { return (0..<max(0, count)).map(body) }
        let workers = min(threads, count)
        let parts = Mutex([[Result]](repeating: [], count: workers))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = (worker * count / workers..<(worker + 1) * count / workers).map(body)
            parts.withLock { $0[worker] = part }
        }
        return parts.withLock { Array($0.joined()) }
    }
}
