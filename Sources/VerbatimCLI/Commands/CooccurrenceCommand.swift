import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim cooccurrence`: which codes are found together.
struct CooccurrenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence",
        abstract: "Count how often each two codes are found in one sentence, turn, respondent or transcript.",
        discussion: """
            The same two codes can be strangers by sentence and friends by respondent, so the unit is printed in every \
            row. Sentences are those that respondents say; turns and transcripts are all.

            For example: verbatim cooccurrence Results/study.verbatim --unit respondent
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(help: "What two codes must share: sentence, turn, respondent or transcript.")
    var unit: CooccurrenceRequest.Unit = .respondent

    @Option(
        help: ArgumentHelp("Print pairs that share at least so many units; 0 prints all pairs.", valueName: "n"))
    var minimum = 1

    @OptionGroup var table: TableOptions

    func run() throws {
        let answer = try CooccurrenceRequest(study: study, unit: unit, minimum: minimum).run()
        Console.output(
            table.text(
                of: answer.pairs,
                brief: [
                    "code_a", "code_b", "both", "a", "b", "units", "expected", "jaccard", "phi", "lift", "p_adjusted",
                ]))
        for line in answer.summary { Console.error(line) }
    }
}

extension CooccurrenceRequest.Unit: ExpressibleByArgument {}
