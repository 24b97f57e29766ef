import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim import`: what is found in transcripts, before anything is coded.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Show what is found in transcripts, before anything is coded.",
        discussion: """
            Prints a row for each transcript: its format, encoding, languages, turns, speakers with their roles (a \
            question mark stands behind a role that is not sure), sections and warnings. Files that cannot be read are \
            named with the reason, and the others are shown.

              verbatim import --check Transcripts
            """)

    @Argument(help: ArgumentHelp("Folders with transcripts, or transcripts.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Look at the files, and write nothing.")
    var check = false

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        if !check { throw ValidationError("'verbatim import' needs '--check': what it is to do with the files.") }
    }

    func run() throws {
        var findings = Table(columns: Table.findingColumns)
        let diagnostics = try TranscriptInspection.read(
            paths, options: input.reading, threads: threads.count
        ) { transcript throws(DiagnosticsError) in findings.rows.append(TranscriptInspection.findings(of: transcript)) }
        DiagnosticPrinter().print(diagnostics)
        Console.output(table.text(of: findings, brief: Self.briefColumns))
        if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }

    /// What fits on a terminal.
    private static let briefColumns = [
        "transcript", "format", "encoding", "kind", "language", "turns", "respondents", "words", "sections", "speakers",
    ]
}
