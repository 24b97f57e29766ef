package import VerbatimModel

/// A study file that cannot be opened, read or written, and what to do about it.
package struct StudyError: Error, Hashable, Sendable {
    /// What kind of fault it is.
    ///
    /// A struct, so that kinds can be added without breaking a `switch` elsewhere.
    package struct Code: Hashable, Sendable {
        /// The identifier of the diagnostic.
        package let identifier: String

        /// There is no file at the path.
        package static let notFound = Code(identifier: "study-not-found")
        /// The file is something else: not SQLite, or another program's database.
        package static let notAStudy = Code(identifier: "not-a-study")
        /// The file was written by a newer Verbatim.
        package static let newer = Code(identifier: "study-newer")
        /// Another program is writing to the file.
        package static let locked = Code(identifier: "study-locked")
        /// The file or its folder cannot be written.
        package static let unwritable = Code(identifier: "study-unwritable")
        /// The file is damaged: SQLite cannot read it, or what it holds does not fit together.
        package static let damaged = Code(identifier: "study-damaged")
        /// What was to be recorded does not fit together.
        package static let inconsistent = Code(identifier: "study-inconsistent")
        /// The run was stopped, or failed, before all of it was recorded.
        package static let interrupted = Code(identifier: "study-interrupted")
    }

    /// What kind of fault it is.
    package var code: Code
    /// What is wrong and what to do about it; never a respondent's words.
    package var diagnostic: Diagnostic

    /// An error about the study file at `path`.
    init(_ code: Code, path: String, detail: String = "") {
        self.code = code
        diagnostic = Self.diagnostic(of: code, path: path, detail: detail.isEmpty ? "" : " (\(detail))")
    }

    /// The texts, in one place beside the codes; `detail` is SQLite's own message, which holds no values.
    private static func diagnostic(of code: Code, path: String, detail: String) -> Diagnostic {
        switch code {
        case .notFound:
            Diagnostic(
                .error, "study-not-found",
                "There is no study file here; `verbatim run` writes one into its output folder.",
                path: path)
        case .notAStudy:
            Diagnostic(
                .error, "not-a-study",
                "This is not a Verbatim study file and was left as it is; name a file that `verbatim run` wrote.",
                path: path)
        case .newer:
            Diagnostic(
                .error, "study-newer",
                "This study was written by a newer version of Verbatim and was left as it is; install that version.",
                path: path)
        case .locked:
            Diagnostic(
                .error, "study-locked",
                "Another program is writing to this study; wait until it is done, or close it, and try again.",
                path: path)
        case .unwritable:
            Diagnostic(
                .error, "study-unwritable",
                "The study cannot be written here; check the folder, its permissions and the free space\(detail).",
                path: path)
        case .inconsistent:
            Diagnostic(
                .error, "study-inconsistent",
                "What was to be recorded does not fit together, so nothing was; please report this\(detail).",
                path: path)
        case .interrupted:
            Diagnostic(
                .error, "study-interrupted",
                "Recording stopped before its end, so nothing of this run was kept; run again\(detail).",
                path: path)
        default:
            Diagnostic(
                .error, "study-damaged",
                "The study cannot be read\(detail); go back to a copy, or move it away and run again to make a new one.",
                path: path)
        }
    }
}
