import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim codebook check`: every fault and warning of a codebook, in one go.
struct CodebookCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report every fault of a codebook, with its line and column.",
        discussion: """
            With --on, the rules also run on transcripts, and what never comes up there is a warning: a term that \
            nobody says, a rule that never hits or that another rule makes superfluous, a wildcard that takes in very \
            many words.

            With --format json or csv, the faults are a table on standard output, for editors.

            Exit status: 0 no error; 2 errors.
            """)

    @Argument(help: ArgumentHelp("The codebook.", valueName: "file"))
    var codebook: String

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("Transcripts to try the rules on: a folder, a file or a study.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func run() throws {
        do {
            let loaded = try LoadedCodebook.load(codebook)
            var diagnostics = loaded.warnings
            if !paths.isEmpty {
                let corpus = try SearchCorpus.read(paths, threads: threads.count)
                diagnostics += corpus.diagnostics
                diagnostics += CorpusCheck.warnings(loaded, on: Corpus(corpus), threads: threads.count)
            }
            report(diagnostics)
            if table.format == .table { Console.output("\(codebook): \(CodebookCounts(loaded.codebook).text).\n") }
        } catch {
            report(error.diagnostics)
            throw ExitStatus.wrongUse
        }
    }

    private func report(_ diagnostics: [Diagnostic]) {
        switch table.format {
        case .table: DiagnosticPrinter().print(diagnostics)
        case .csv, .json: Console.output(table.text(of: .diagnostics(diagnostics)))
        }
    }
}
