import VerbatimKit
import VerbatimModel

/// The lines that a run ends with: what was coded, and where to look.
struct RunSummaryText {
    private let result: RunResult
    private let output: String

    /// The summary of a result that was written into the folder `output`.
    init(_ result: RunResult, output: String) {
        self.result = result
        self.output = output
    }

    /// The lines, without a newline at the end.
    var text: String {
        let counted = Console.counted
        let transcripts = result.study.transcripts
        let unattributed = transcripts.reduce(0) { $0 + $1.unattributedTurns }
        let errors = result.diagnostics.filter { $0.severity == .error }.count
        let warnings = result.diagnostics.count - errors + transcripts.reduce(0) { $0 + $1.warnings.count }
        var lines = [
            "\(counted(transcripts.count, "transcript")), \(counted(result.study.respondents.count, "respondent")), "
                + "\(counted(transcripts.reduce(0) { $0 + $1.words }, "word")), "
                + "\(counted(result.study.codings.count, "coding"))."
        ]
        if unattributed > 0 {
            let verb = unattributed == 1 ? "counts" : "count"
            lines.append(
                "\(counted(unattributed, "turn")) could not be given to one respondent and \(verb) for the group only.")
        }
        if errors + warnings > 0 {
            lines.append(
                "\(counted(errors, "error")) and \(counted(warnings, "warning")): see above and manifest.json.")
        }
        if let corpus = result.corpusSummary { lines.append("\(corpus): manifest.json lists them.") }
        let folder = output.hasSuffix("/") ? output : output + "/"
        lines.append("Report: \(folder)report.html")
        return lines.joined(separator: "\n")
    }
}
