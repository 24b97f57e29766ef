import VerbatimModel
import VerbatimStore

extension StudyStore {
    /// Opens the study file at `path`, gives it to `body` with its latest run, and closes it.
    /// - Throws: what makes the file unreadable; `[no-run]` where nothing was run; what `body` throws.
    static func withLatestRun<Value>(
        of path: String, _ body: (StudyStore, RecordedRun) throws -> Value
    ) throws(DiagnosticsError) -> Value {
        do {
            let store = try StudyStore.open(at: path)
            guard let run = try store.latestRun() else {
                throw DiagnosticsError([
                    Diagnostic(
                        .error, "no-run", "The study holds no run yet. Code transcripts into it with 'verbatim run'.",
                        path: path)
                ])
            }
            let value = try body(store, run)
            try store.close()
            return value
        } catch let error as StudyError {
            throw DiagnosticsError([error.diagnostic])
        } catch let error as DiagnosticsError {
            throw error
        } catch {
            throw DiagnosticsError([Diagnostic(.error, "unreadable-study", "The study cannot be read.", path: path)])
        }
    }
}
