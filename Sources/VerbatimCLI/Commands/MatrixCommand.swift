import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim matrix`: a framework matrix, respondents by codes.
struct MatrixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Print a framework matrix: what each respondent says of each code, with first quotes.",
        discussion: """
            A cell tells how many codings the respondent has, how they are asserted, and the first quotes with transcript \
            and turn. It holds respondents' words.

            For example: verbatim matrix Results/study.verbatim --code return.intention --attribute country --format csv
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(name: .customLong("code"), help: ArgumentHelp("A column for this code; may be given several times."))
    var codes: [String] = []

    @Option(
        name: .customLong("attribute"),
        help: ArgumentHelp("A column for this attribute of respondents; may be given several times."))
    var attributes: [String] = []

    @Option(help: ArgumentHelp("How many quotes a cell has; 0 for none.", valueName: "n"))
    var quotes = 1

    @Option(help: ArgumentHelp("How many words a quote has at most.", valueName: "n"))
    var words = 12

    @Flag(help: "Print a row for each respondent, code and quote in place of a matrix.")
    var long = false

    @OptionGroup var table: TableOptions

    func run() throws {
        var request = MatrixRequest(study: study)
        request.codes = codes
        request.attributes = attributes
        request.quotes = quotes
        request.words = words
        let matrix = try request.run()
        Console.output(table.text(of: long ? .matrixCells(matrix) : .matrix(matrix)))
    }
}
