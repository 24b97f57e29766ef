import ArgumentParser
import VerbatimKit
import VerbatimModel

/// `verbatim codebook test`: the codebook's examples, run as tests of its rules.
struct CodebookTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run a codebook's examples as tests of its rules.",
        discussion: "Exit status: 0 all pass; 1 some fail; 2 the codebook has errors.")

    @Argument(help: ArgumentHelp("The codebook.", valueName: "file"))
    var codebook: String

    @OptionGroup var threads: ThreadOptions

    func run() throws {
        let loaded = try LoadedCodebook.load(codebook)
        let failures = loaded.exampleFailures(threads: threads.count)
        DiagnosticPrinter().print(failures)
        let examples = loaded.codebook.codes.reduce(0) { $0 + $1.examples.count }
        Console.output("\(examples - failures.count) passed, \(failures.count) failed\n")
        if !failures.isEmpty { throw ExitStatus.findings }
    }
}
