package import VerbatimModel
import VerbatimStore

/// The runs of a study file, the first first.
package struct StudyHistory: Sendable {
    /// The version of the codebook that each run used, as written there; `nil` where it has none.
    package let versions: [String?]

    /// The history of the study file at `path`.
    /// - Throws: what makes the file unreadable.
    package init(of path: String) throws(DiagnosticsError) {
        do {
            let store = try StudyStore.open(at: path)
            versions = try store.runs().map(\.codebookVersion)
            try store.close()
        } catch {
            throw DiagnosticsError([error.diagnostic])
        }
    }
}
