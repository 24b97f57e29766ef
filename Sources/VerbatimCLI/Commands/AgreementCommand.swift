import ArgumentParser
import VerbatimExport
import VerbatimKit
import VerbatimModel

/// `verbatim agreement`: how far coders agree, the rules being one of them.
struct AgreementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Measure how far coders agree: percent, kappa, alpha, AC1 and more for each code.",
        discussion: """
            Coders are those whose codings and decisions the study holds, those of tables given with '--codings', and \
            the rules. A coder has seen the transcripts in which anything is coded by that coder, and those that '--seen' \
            lists; a unit that was seen and left blank counts as not coded, one that was not seen counts nowhere. The \
            interval of alpha draws whole transcripts anew, within interviews and focus groups of each country.

            For example: verbatim agreement Results/study.verbatim --codings anna.csv --disagreements talk-about.csv
            """)

    @Argument(help: ArgumentHelp("The study file; not needed for tables alone.", valueName: "study"))
    var study: String?

    @Option(
        help: ArgumentHelp(
            "What people coded: CSV or XLSX with transcript,start,end,code,coder or respondent,code,value,coder, or a "
                + ".qdpx; may be given several times.", valueName: "file"))
    var codings: [String] = []

    @Option(
        help: ArgumentHelp(
            "What coders are compared on: turn, sentence, segment (that people coded or judged) or respondent "
                + "(default: turn, where there are texts).", valueName: "unit"))
    var unit: AgreementRequest.Unit?

    @Option(name: .customLong("code"), help: ArgumentHelp("Look at this code; may be given several times."))
    var codes: [String] = []

    @Option(
        help: ArgumentHelp(
            "A table coder,transcript of what coders saw, also where they coded nothing; with start,end where it was a "
                + "part of the transcript.", valueName: "file"))
    var seen: String?

    @Flag(help: "Compare people only, without the rules.")
    var people = false

    @Flag(help: "Print the agreement on where codes begin and end: alpha for unitizing, F1 of segments.")
    var unitizing = false

    @Option(
        help: ArgumentHelp(
            "Write where coders do not agree into this file (CSV). It holds respondents' words.", valueName: "file"))
    var disagreements: String?

    @Option(
        help: ArgumentHelp(
            "Draw transcripts within the values of this attribute (default: country, where a study has it).",
            valueName: "attribute"))
    var within: String?

    @Option(help: ArgumentHelp("How many times transcripts are drawn for the interval of alpha.", valueName: "n"))
    var replicates = 2_000

    @Option(help: ArgumentHelp("The seed of these draws.", valueName: "n"))
    var seed: UInt64 = 42

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        if study == nil, within != nil {
            throw ValidationError("'--within' takes an attribute of a study's respondents: name the study.")
        }
        if study == nil, codings.isEmpty {
            throw ValidationError("Name a study, or tables with '--codings'.")
        }
        if !(1...1_000_000).contains(replicates) {
            throw ValidationError("'--replicates' takes a number from 1 to 1000000.")
        }
    }

    func run() throws {
        var request = AgreementRequest(study: study, codings: codings)
        request.unit = unit
        request.codes = codes
        request.seen = seen
        request.leavesRulesOut = people
        request.measuresUnitizing = unitizing
        request.stratifier = within
        request.replicates = replicates
        request.seed = seed
        request.threads = threads.count
        let answer = try request.run()
        DiagnosticPrinter().print(answer.warnings)
        if let disagreements { try OutputTable.write(answer.disagreements, to: disagreements) }
        Console.output(table.text(of: answer.unitizing ?? answer.rows))
        for line in answer.summary { Console.error(line) }
    }
}

extension AgreementRequest.Unit: ExpressibleByArgument {}
