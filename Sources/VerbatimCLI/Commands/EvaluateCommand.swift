import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim evaluate`: how well the codings of a study agree with a truth that people coded.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compare a study's codings with what people coded: precision, recall and F1 of each code.",
        discussion: """
            The truth is a table with the columns transcript,start,end,code (and coder, assertion), a table with \
            respondent,code (and value), or a REFI-QDA project (.qdpx). A segment of the truth is found when a coding of \
            its code, or of a code under it, overlaps it. Codings of transcripts and respondents that the truth does not \
            name are not judged; a row without a code names one in which nothing was coded.

            For example: verbatim evaluate Results/study.verbatim --truth truth.csv --by language --misses misses.csv
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(help: ArgumentHelp("What people coded: CSV, XLSX or .qdpx.", valueName: "file"))
    var truth: String

    @Option(
        help: ArgumentHelp(
            "Count apart: language, assertion, or an attribute of respondents.", valueName: "name"))
    var by: String?

    @Option(name: .customLong("code"), help: ArgumentHelp("Look at this code; may be given several times."))
    var codes: [String] = []

    @Flag(help: "The truth covers the whole study, also transcripts and respondents that it does not name.")
    var complete = false

    @Flag(help: "Print the means over codes in place of the codes.")
    var means = false

    @Option(
        help: ArgumentHelp(
            "Write where rules and truth do not agree into this file (CSV). It holds respondents' words.",
            valueName: "file"))
    var misses: String?

    @OptionGroup var table: TableOptions

    func run() throws {
        var request = EvaluationRequest(study: study, truth: truth)
        request.grouping = by
        request.codes = codes
        request.isComplete = complete
        let answer = try request.run()
        DiagnosticPrinter().print(answer.warnings)
        if let misses { try OutputTable.write(answer.findings, to: misses) }
        Console.output(table.text(of: means ? answer.means : answer.rows))
        for line in answer.summary { Console.error(line) }
    }
}
