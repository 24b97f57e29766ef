import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim frequencies`: the theme frequencies of a study's latest run.
struct FrequenciesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies",
        abstract: "Print the theme frequencies of a study, also by attributes of respondents.",
        discussion: """
            Without more, the columns are those of frequencies.csv. '--basis corrected' corrects shares for the errors of \
            the rules, by the respondents of a sample whom people judged: with '--target T1' for these respondents, with \
            T2 for a population that they are a probability sample of.

            For example: verbatim frequencies Results/study.verbatim --by country,population
            Sentences to quote: verbatim frequencies Results/study.verbatim --words
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(
        help: ArgumentHelp(
            "Give the frequencies for each value of this attribute, or of two with a comma between them.",
            valueName: "attributes"))
    var by: String?

    @Option(help: "What is counted: person, group (focus groups) or both.")
    var level: FrequencyRequest.Level = .person

    @OptionGroup var standing: BasisOptions

    @Flag(
        help: ArgumentHelp(
            "Add columns: hedged, reported, upheld, denied, silent; the word for the share, worst-case bounds; shares of all "
                + "who spoke and of those asked or spontaneous; codings of a respondent."))
    var details = false

    @Flag(help: "Print sentences that can be quoted, in place of a table.")
    var words = false

    @OptionGroup var table: TableOptions

    func validate() throws {
        if standing.basis == .corrected, level != .person || details {
            throw ValidationError("'--basis corrected' is of persons, and has columns of its own.")
        }
        try AttributeList.validate(attributes, canRepeat: true)
    }

    private var attributes: [String] {
        AttributeList.names(in: by)
    }

    func run() throws {
        var request = FrequencyRequest(study: study)
        request.attributes = attributes
        request.level = level
        request.basis = standing.basis
        request.target = standing.target
        request.isDetailed = details
        request.reviews = standing.reviews
        let answer = try request.run()
        DiagnosticPrinter().print(answer.warnings)
        Console.output(
            words ? answer.sentences.map { $0 + "\n" }.joined() : table.text(of: answer.table))
        for line in answer.summary { Console.error(line) }
    }
}

extension FrequencyRequest.Level: ExpressibleByArgument {}
