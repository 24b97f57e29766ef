import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim plan`: how much is to be reviewed, and what more reviews would bring.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan the review: how much is to be read, and what one more hour would bring.",
        discussion: """
            With '--half-width' it tells how many units of each stratum are to be judged, so that recall (of segments), or \
            with '--by-respondent' the corrected share, is known to that half-width: as many as 'verbatim sample \
            --half-width' draws. Else it tells, for each code of which a sample was judged, the half-width of its interval \
            now and after so many more reviews, and from which strata these are best drawn; the code that gains most \
            comes first. Nothing is drawn and nothing written.

            Before:  verbatim plan Results/study.verbatim --half-width 0.1 --code return.intention
            After:   verbatim plan Results/study.verbatim --hours 2

            Exit status: 0 done; 2 wrong use, or nothing to plan with.
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(
        help: ArgumentHelp(
            "How many units does an interval of this half-width need, such as 0.05?", valueName: "d"))
    var halfWidth: Double?

    @Option(help: ArgumentHelp("What would so many more hours of review bring? (default: 1)", valueName: "h"))
    var hours: Double?

    @Option(help: ArgumentHelp("What would so many more reviews bring?", valueName: "n"))
    var reviews: Int?

    @Option(
        help: ArgumentHelp(
            "How many units a reviewer judges in an hour (default: 60 segments; respondents by how much they say, at 200 "
                + "words a minute).", valueName: "n"))
    var perHour: Double?

    @Option(
        name: .customLong("code"),
        help: ArgumentHelp(
            "Plan for this code or theme; may be given several times (default: all, with '--half-width' as 'verbatim "
                + "sample' takes them).", valueName: "code"))
    var codes: [String] = []

    @Option(
        help: ArgumentHelp(
            "With '--half-width': draw from each value of this attribute apart, as 'verbatim sample --by'.",
            valueName: "attributes"))
    var by: String?

    @Flag(help: "Plan for respondents, each judged on all that they say.")
    var byRespondent = false

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        guard [halfWidth != nil, hours != nil, reviews != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("Give one of '--half-width', '--hours' and '--reviews': what is to be told.")
        }
        if let halfWidth, !(halfWidth > 0 && halfWidth < 0.5) {
            throw ValidationError("'--half-width' takes a number above 0 and below 0.5, such as 0.05.")
        }
        if let hours, !(hours > 0 && hours <= 10_000) { throw ValidationError("'--hours' takes a number above 0.") }
        if let reviews, !(1...1_000_000).contains(reviews) {
            throw ValidationError("'--reviews' takes a number from 1 to 1000000.")
        }
        if let perHour, !(perHour > 0 && perHour <= 10_000) {
            throw ValidationError("'--per-hour' takes a number above 0.")
        }
        if by != nil, halfWidth == nil { throw ValidationError("'--by' goes with '--half-width'.") }
        try AttributeList.validate(attributes)
        if perHour != nil, reviews != nil {
            throw ValidationError("'--per-hour' tells how many reviews an hour is; with '--reviews' it says nothing.")
        }
    }

    func run() throws {
        var request = PlanRequest(study: study, question: question)
        request.codes = codes
        request.isByRespondent = byRespondent
        request.attributes = attributes
        request.perHour = perHour
        request.threads = threads.count
        let answer = try request.run()
        DiagnosticPrinter().print(answer.warnings)
        Console.output(table.text(of: answer.table))
        for line in answer.summary { Console.error(line) }
    }

    private var attributes: [String] {
        AttributeList.names(in: by)
    }

    private var question: PlanRequest.Question {
        if let halfWidth { return .halfWidth(halfWidth) }
        if let reviews { return .reviews(reviews) }
        return .hours(hours ?? 1)
    }
}
