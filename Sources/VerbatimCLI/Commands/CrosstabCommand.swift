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

            '--basis corrected' compares shares that are corrected for the errors of the rules, each cell by its own \
            reviews, and tests what people found, not what the rules found.

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

    @OptionGroup var standing: BasisOptions

    @OptionGroup var table: TableOptions

    func validate() throws {
        if standing.basis == .corrected, columns == "question" {
            throw ValidationError(
                "'--basis corrected' takes an attribute in columns: people judged all that a respondent says, not the "
                    + "answer to one question.")
        }
    }

    func run() throws {
        var request = CrosstabRequest(study: study, rows: rows, columns: columns, code: code)
        request.basis = standing.basis
        request.target = standing.target
        request.reviews = standing.reviews
        let answer = try request.run()
        Console.output(table.text(of: answer.cells))
        for line in answer.summary { Console.error(line) }
    }
}
