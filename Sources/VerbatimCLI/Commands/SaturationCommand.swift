import ArgumentParser
import VerbatimExport
import VerbatimKit

/// `verbatim saturation`: when new transcripts stopped to bring new codes.
struct SaturationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saturation",
        abstract: "Tell when new transcripts stopped to bring new codes, and how many may be missing.",
        discussion: """
            By the method of Guest, Namey and Chen (2020): the codes that a run of transcripts adds, of the codes of the \
            first ones. Because that depends on the order, other orders are drawn; the accumulation curve, the share of \
            what is said that belongs to known codes, and Chao's lower bound of all codes do not depend on it.

            For example: verbatim saturation Results/study.verbatim --base 4 --run 2 --threshold 0.05 --by country
            """)

    @Argument(help: ArgumentHelp("The study file.", valueName: "study"))
    var study: String

    @Option(help: ArgumentHelp("How many transcripts the new codes are compared with.", valueName: "n"))
    var base = 4

    @Option(name: .customLong("run"), help: ArgumentHelp("How many transcripts a run has.", valueName: "n"))
    var runLength = 2

    @Option(help: ArgumentHelp("The largest share of new codes at which a run is saturated.", valueName: "share"))
    var threshold = 0.05

    @Option(help: ArgumentHelp("How many other orders of the transcripts are drawn.", valueName: "n"))
    var orders = 1_000

    @Option(help: ArgumentHelp("The seed of these draws.", valueName: "n"))
    var seed: UInt64 = 42

    @Option(help: ArgumentHelp("Judge each value of this attribute of respondents apart.", valueName: "attribute"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "The attribute of transcripts that tells their order (default: date where all have one, else their ids).",
            valueName: "attribute"))
    var order: String?

    @Flag(help: "Print how codes add up, a row for each transcript.")
    var curve = false

    @OptionGroup var threads: ThreadOptions
    @OptionGroup var table: TableOptions

    func validate() throws {
        if base < 1 || runLength < 1 { throw ValidationError("'--base' and '--run' take a number from 1.") }
        if !(0...1).contains(threshold) { throw ValidationError("'--threshold' takes a share from 0 to 1.") }
        if !(1...1_000_000).contains(orders) {
            throw ValidationError("'--orders' takes a number from 1 to 1000000.")
        }
    }

    func run() throws {
        var request = SaturationRequest(study: study)
        request.base = base
        request.run = runLength
        request.threshold = threshold
        request.orders = orders
        request.seed = seed
        request.grouping = by
        request.order = order
        request.threads = threads.count
        let answer = try request.answer()
        Console.output(table.text(of: curve ? answer.curve : answer.rows))
        for line in answer.summary { Console.error(line) }
    }
}
