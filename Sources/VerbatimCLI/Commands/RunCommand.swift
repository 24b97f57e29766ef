import ArgumentParser
import Foundation
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim run`: transcripts in; codings, frequencies, a study file and a report out.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Code all transcripts of a folder and write tables, study file and report.",
        discussion: """
            Writes into the output folder: transcripts.csv, codings.csv, frequencies.csv, respondents.csv, \
            report.html, manifest.json and study.verbatim. All of it is new, or none of it.

            Exit status: 0 done; 1 done, with findings (a failed example, a transcript that could not be read); \
            2 wrong use or wrong codebook, nothing written.
            """)

    @Argument(help: ArgumentHelp("The folder with the transcripts, or one transcript.", valueName: "path"))
    var transcripts: String

    @OptionGroup var input: TranscriptOptions

    @Option(help: ArgumentHelp("The codebook.", valueName: "file"))
    var codebook: String

    @Option(help: ArgumentHelp("The folder to write the results into; made if missing.", valueName: "folder"))
    var output: String

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "Also write frequencies by this attribute of respondents; may be given several times.",
            valueName: "attribute"))
    var groupings: [String] = []

    @Flag(help: "Go on although examples of the codebook fail; the manifest then says so.")
    var allowFailingExamples = false

    @Flag(help: "Print errors only.")
    var quiet = false

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func run() throws {
        let options = RunOptions(
            transcripts: transcripts, codebook: codebook, reading: input.reading, output: output, groupings: groupings,
            allowsFailingExamples: allowFailingExamples, threads: threads.count)
        let bar = ProgressBar(isQuiet: quiet)
        let pipeline = CodingPipeline(options)
        let result: RunResult
        do {
            result = try pipeline.run(started: Date().ISO8601Format()) { stage, done, total in
                bar.update(stage: stage.rawValue, done: done, total: total)
            }
        } catch {
            bar.finish()
            throw error
        }
        bar.finish()
        DiagnosticPrinter(isQuiet: quiet).print(
            result.failingExamples + result.diagnostics + result.study.transcripts.flatMap(\.warnings))
        if !quiet {
            Console.output(table.text(of: .frequencies(result.frequencies), brief: Self.briefColumns))
            Console.error(RunSummaryText(result, output: output).text)
        }
        if result.hasFindings { throw ExitStatus.findings }
    }

    /// What fits on a terminal; the files have all columns.
    private static let briefColumns = [
        "code", "respondents", "share", "ci_low", "ci_high", "asked", "affirmed", "negated", "conditional", "codings",
    ]
}
