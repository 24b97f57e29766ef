import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim frequencies`: the theme frequencies of a study's latest run.
struct FrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies",
        abstract: "Print the theme frequencies of a study, also by an attribute of respondents.",
        discussion: "For example: verbatim frequencies Results/study.verbatim --by country")

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(help: ArgumentHelp("Give the frequencies for each value of this attribute.", valueName: "attribute"))
    var by: String?

    @OptionGroup var table: TableOptions

    func run() throws {
        let recorded = try StudyFile.latestRun(of: study)
        Console.output(table.text(of: recorded.frequencies(by: by)))
    }
}
