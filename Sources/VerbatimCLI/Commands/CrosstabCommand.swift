import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim crosstab`: codes or attributes against attributes or questions.
struct CrosstabCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crosstab",
        abstract: "Cross codes or attributes with attributes or questions: counts, shares, differences, tests.",
        discussion: """
            Counts respondents, each once. A column is compared with all others; p_adjusted holds for the family of all \
            tests in the table, so choose the table before you look at it.

            For example: verbatim crosstab Results/study.verbatim --rows code --columns country
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(help: ArgumentHelp("What stands in rows: code, or an attribute of respondents.", valueName: "name"))
    var rows = "code"

    @Option(
        help: ArgumentHelp("What stands in columns: question, or an attribute of respondents.", valueName: "name"))
    var columns: String

    @Option(
        help: ArgumentHelp(
            "Take the share with this code in every cell; with codes in rows, the only row.", valueName: "code"))
    var code: String?

    @OptionGroup var table: TableOptions

    func run() throws {
        let answer = try CrosstabRequest(study: study, rows: rows, columns: columns, code: code).run()
        Console.output(table.text(of: answer.cells))
        for line in answer.summary { Console.error(line) }
    }
}
