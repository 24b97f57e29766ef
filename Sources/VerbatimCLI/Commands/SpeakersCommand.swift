import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim speakers`: the labels of each transcript, with their roles and the reasons for them.
struct SpeakersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speakers",
        abstract: "Show who speaks in each transcript, in which role, and why it is thought so.",
        discussion: """
            To correct a role or to name a respondent, save the table as speakers.csv in the transcripts' folder, \
            change the 'role' or 'respondent' column, and run again:
              verbatim speakers Transcripts --format csv > Transcripts/speakers.csv
            """)

    @Argument(help: ArgumentHelp("The folder with the transcripts, or one transcript.", valueName: "path"))
    var transcripts: String

    @OptionGroup var input: TranscriptOptions
    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func run() throws {
        let inspection = try TranscriptInspection.read(
            transcripts, options: input.reading, threads: threads.count)
        DiagnosticPrinter().print(inspection.diagnostics)
        Console.output(table.text(of: inspection.speakers))
        if inspection.diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.findings }
    }
}
